package dev.reroute.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.reroute.lint.LintReport;
import dev.reroute.lint.RuleLinter;
import dev.reroute.lint.Severity;
import dev.reroute.rule.RuleSettings;
import org.jspecify.annotations.Nullable;

/**
 * {@code check FILE...}: problems, or findings if there are none.
 */
@Command(name = "check", header = "Check rule files before they go live.",
		description = { "", "Reads rule files, in the order given, as one list, and tells what is wrong:",
				"problems, with which the rules would not be taken; if there are none, findings,",
				"such as loops and rules that can never act, each with a URL that shows it." },
		exitCodeList = { "0:nothing of the level of --fail-on", "1:findings of that level",
				"2:problems in the rules, or bad usage" },
		footer = { "  reroute check rules.yaml", "  reroute check --fail-on warning rules.yaml moved.csv",
				"  reroute check --format sarif rules.yaml > findings.sarif" })
@SuppressWarnings("NullAway.Init")
final class CheckCommand implements Callable<Integer> {

	@Parameters(arity = "1..*", paramLabel = "FILE", description = "Rule files: YAML, JSON or CSV.")
	private List<Path> files;

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
			description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
	private ReportFormat format;

	@Option(names = "--fail-on", paramLabel = "LEVEL", defaultValue = "error",
			description = "The mildest finding that counts as a failure: ${COMPLETION-CANDIDATES}. "
					+ "Default: ${DEFAULT-VALUE}.")
	private Severity failOn;

	@Option(names = "--at", paramLabel = "INSTANT", converter = InstantConverter.class,
			description = "Judge time windows as of an instant, such as 2026-11-27T00:00Z. Default: now.")
	private @Nullable Instant at;

	@Option(names = "--all",
			description = "In text, print all of a kind; otherwise at most " + TextReport.AT_MOST + " are printed.")
	private boolean all;

	@Mixin
	private RuleOptions options;

	@Mixin
	private Streams streams;

	@Override
	public Integer call() {
		RuleSettings settings = this.options.settings();
		CheckResult result = check(settings);
		PrintWriter out = this.streams.out();
		this.format.report(this.streams.ink(), this.all).print(result, out);
		out.flush();
		if (this.format != ReportFormat.TEXT) {
			this.streams.tell(result.summary());
		}
		return result.exitCode(this.failOn);
	}

	private CheckResult check(RuleSettings settings) {
		long start = System.nanoTime();
		try (ProgressLine progress = this.streams.progress()) {
			LoadedRules loaded = LoadedRules.read(this.files, settings, progress);
			LintReport report = new LintReport(List.of(), loaded.rules().size(), 0);
			if (loaded.problems().isEmpty()) {
				progress.begin("Looking for faults", loaded.rules().size());
				report = RuleLinter.lint(loaded.ruleSet(), (this.at != null) ? this.at : Instant.now(), progress::step);
			}
			return new CheckResult(loaded.problems(), report, loaded.files(),
					Duration.ofNanos(System.nanoTime() - start));
		}
	}

}
