package dev.reroute.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
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

/**
 * What the memory of this machine takes for the paths of {@link DecideBenchmark} in a
 * {@link HashMap}, without rules: a large table that is asked all over costs more than
 * one that is always asked for the same, whoever asks.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = { "-Xms4g", "-Xmx4g", "-Xmn64m", "-XX:+AlwaysPreTouch" })
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class LookupBenchmark {

	@Param({ "10", "1000000" })
	int size = 10;

	private final Map<String, String> targets = new HashMap<>();

	private final String[] any = new String[4_096];

	private int next;

	@Setup
	public void build() {
		for (int i = 0; i < this.size; i++) {
			this.targets.put(RuleSets.EXACT.path(i), "/new" + i);
		}
		Random random = new Random(1);
		for (int i = 0; i < this.any.length; i++) {
			this.any[i] = RuleSets.EXACT.path(random.nextInt(this.size));
		}
	}

	@Benchmark
	public @Nullable String any() {
		this.next = (this.next + 1) & (this.any.length - 1);
		return this.targets.get(this.any[this.next]);
	}

}
