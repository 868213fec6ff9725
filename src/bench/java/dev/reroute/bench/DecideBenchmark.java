package dev.reroute.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;

import dev.reroute.engine.Decision;
import dev.reroute.engine.RuleSet;
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
 * What one decision costs. {@code last} always hits the last rule, {@code any} hits rules
 * all over the set, so that it pays for the memory that the set takes, and {@code miss}
 * hits none.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = { "-Xms4g", "-Xmx4g", "-Xmn64m", "-XX:+AlwaysPreTouch" })
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class DecideBenchmark {

	/** A kind and a size: {@code EXACT-1000000}. */
	@Param({ "EXACT-10", "EXACT-1000", "EXACT-10000", "EXACT-100000", "EXACT-1000000", "PATTERN-10", "PATTERN-1000",
			"PATTERN-10000", "PATTERN-100000", "PATTERN-1000000", "PREFIX_REGEX-10", "PREFIX_REGEX-1000",
			"PREFIX_REGEX-10000", "PREFIX_REGEX-100000", "BARE_REGEX-10", "BARE_REGEX-1000", "BARE_REGEX-10000",
			"BARE_REGEX-100000", "CONDITIONS-10", "CONDITIONS-1000", "CONDITIONS-10000", "CONDITIONS-100000" })
	String set = "EXACT-10";

	private RuleSet rules = RuleSet.EMPTY;

	private BenchRequest last = BenchRequest.get("/");

	private final BenchRequest miss = BenchRequest.get("/some/page/that/is/not-an-item.html");

	private final BenchRequest[] any = new BenchRequest[4_096];

	private int next;

	@Setup
	public void build() {
		RuleSets kind = RuleSets.valueOf(this.set.substring(0, this.set.indexOf('-')));
		int size = Integer.parseInt(this.set.substring(this.set.indexOf('-') + 1));
		this.rules = kind.of(size);
		this.last = BenchRequest.get(kind.path(size - 1));
		Random random = new Random(1);
		for (int i = 0; i < this.any.length; i++) {
			this.any[i] = BenchRequest.get(kind.path(random.nextInt(size)));
		}
		if (!(this.rules.decide(this.last) instanceof Decision.Redirect)
				|| !(this.rules.decide(this.miss) instanceof Decision.Pass)) {
			throw new IllegalStateException("The set does not decide as meant");
		}
	}

	@Benchmark
	public Decision last() {
		return this.rules.decide(this.last);
	}

	@Benchmark
	public Decision any() {
		this.next = (this.next + 1) & (this.any.length - 1);
		return this.rules.decide(this.any[this.next]);
	}

	@Benchmark
	public Decision miss() {
		return this.rules.decide(this.miss);
	}

}
