package dev.reroute.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.reroute.engine.MalformedPaths;
import dev.reroute.engine.RuleSet;
import dev.reroute.rule.Definitions;
import dev.reroute.rule.ParsedRules;
import dev.reroute.rule.ReservedPaths;
import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleDefinition;
import dev.reroute.rule.RuleParser;
import dev.reroute.rule.RuleSettings;
import dev.reroute.source.file.RuleFiles;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it takes to come from text to a rule set: to read a file, to check what was read,
 * and to build the index.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = { "-Xms4g", "-Xmx4g", "-XX:+AlwaysPreTouch" })
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@State(Scope.Benchmark)
public class BuildBenchmark {

	@Param({ "10000", "100000" })
	int size = 10_000;

	private Path csv = Path.of("");

	private Path yaml = Path.of("");

	private List<RuleDefinition> definitions = List.of();

	private List<Rule> rules = List.of();

	@Setup
	public void write() throws IOException {
		this.csv = RuleSets.csv(this.size);
		this.yaml = RuleSets.yaml(this.size);
		this.definitions = new RuleFiles(this.yaml.toString()).load().rules();
		this.rules = parse().rules();
	}

	@TearDown
	public void delete() throws IOException {
		Files.delete(this.csv);
		Files.delete(this.yaml);
	}

	@Benchmark
	public Definitions readCsv() {
		return new RuleFiles(this.csv.toString()).load();
	}

	@Benchmark
	public Definitions readYaml() {
		return new RuleFiles(this.yaml.toString()).load();
	}

	@Benchmark
	public ParsedRules parse() {
		return RuleParser.parse(this.definitions, RuleSettings.DEFAULT);
	}

	@Benchmark
	public RuleSet index() {
		return RuleSet.of(this.rules, MalformedPaths.REJECT, ReservedPaths.NONE);
	}

}
