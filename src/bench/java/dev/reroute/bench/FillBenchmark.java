package dev.reroute.bench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import dev.reroute.pattern.CaptureNames;
import dev.reroute.pattern.FilledTarget;
import dev.reroute.pattern.RedirectTargets;
import dev.reroute.pattern.TargetTemplate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to fill a target.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = { "-Xms1g", "-Xmx1g", "-Xmn64m", "-XX:+AlwaysPreTouch" })
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class FillBenchmark {

	@Param({ "/new/page", "/new/{slug}", "https://www.example.com/{year}/{slug}?from={id}#{slug|upper}",
			"https://{host}/{*rest}" })
	String target = "/new/page";

	/** Text of which all is kept, and text of which much is encoded. */
	@Param({ "a-plain-slug", "caf\u00e9 & th\u00e9/%" })
	String slug = "a-plain-slug";

	private TargetTemplate template = TargetTemplate.parse("/", CaptureNames.NONE, new RedirectTargets(List.of()));

	private Map<String, String> values = Map.of();

	@Setup
	public void parse() {
		this.values = Map.of("slug", this.slug, "year", "2026", "id", "7", "rest", "/" + this.slug, "host",
				"www.example.com");
		this.template = TargetTemplate.parse(this.target, new CaptureNames(this.values.keySet(), Set.of("rest")),
				new RedirectTargets(List.of("www.example.com")));
	}

	@Benchmark
	public @Nullable FilledTarget fill() {
		return this.template.fill(this.values::get);
	}

}
