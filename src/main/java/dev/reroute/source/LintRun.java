package dev.reroute.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import dev.reroute.engine.RuleSet;
import dev.reroute.lint.Finding;
import dev.reroute.lint.FindingCode;
import dev.reroute.lint.LintReport;
import dev.reroute.rule.Problem;
import dev.reroute.rule.Problems;
import dev.reroute.rule.Rule;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Runs the check of rule sets, and judges what it found.
 *
 * @param linting how
 * @param closed whether nobody waits for the result any more
 */
record LintRun(Linting linting, BooleanSupplier closed) {

	private static final Log logger = LogFactory.getLog(LintRun.class);

	/**
	 * Check a rule set. A fault of the check is no fault of the rules, and refuses
	 * nothing.
	 */
	LintStatus check(RuleSet rules, Progress progress, BooleanSupplier outdated) {
		RuleCheck check = this.linting.check();
		if (check == null) {
			return LintStatus.off(this.linting.reason());
		}
		long start = System.nanoTime();
		try {
			LintReport report = check.check(rules, () -> {
				progress.step();
				if (this.closed.getAsBoolean() || outdated.getAsBoolean()) {
					throw new CancellationException();
				}
			});
			return LintStatus.done(report, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
		}
		catch (CancellationException ex) {
			return LintStatus.failed(this.closed.getAsBoolean() ? "closed" : "newer rules came");
		}
		catch (RuntimeException | StackOverflowError | OutOfMemoryError ex) {
			logger.error("The rules could not be linted", ex);
			return LintStatus.failed(ex.toString());
		}
	}

	/**
	 * The findings that refuse a new rule set. Those of the live set do not: it would be
	 * no better if it stayed.
	 * @param found what came of the check of the new set
	 * @param refusal which findings refuse
	 * @param live what is live
	 * @return a problem for each of them
	 */
	List<Problem> refused(LintStatus found, Refusal refusal, LiveStatus live) {
		List<Finding> bad = without(found, refusal, live.lint());
		if (!bad.isEmpty() && live.version() > 0) {
			// it may not have been checked yet, and time brings findings of itself
			LintStatus now = check(live.rules(), Progress.calm("Linting the live rules"), () -> false);
			bad = (now.state() == LintStatus.State.FAILED) ? List.of() : without(found, refusal, now);
		}
		String severities = (refusal == Refusal.WARNING) ? "error or warning" : "error";
		Problems problems = new Problems();
		for (Finding finding : bad) {
			problems.add(new Problem("refused-finding", finding.rule().origin(), null,
					(live.version() > 0) ? "no " + severities + " that the live rules do not have" : "no " + severities,
					finding.code() + ": rule " + Problem.quoted(finding.rule().id()) + ": " + finding.message(),
					finding.suggestion()));
		}
		return problems.toList();
	}

	private static List<Finding> without(LintStatus found, Refusal refusal, LintStatus live) {
		Set<String> known = new HashSet<>();
		live.findings().forEach((finding) -> known.add(key(finding)));
		return found.findings()
			.stream()
			.filter((finding) -> refusal.refuses(finding.severity()) && !known.contains(key(finding)))
			.toList();
	}

	/** A loop is that of all its rules, of whichever it is told. */
	private static String key(Finding finding) {
		Stream<Rule> others = (finding.code() == FindingCode.LOOP) ? finding.others().stream() : Stream.empty();
		return finding.code() + " " + Stream.concat(Stream.of(finding.rule()), others).map(Rule::id).sorted().toList();
	}

}
