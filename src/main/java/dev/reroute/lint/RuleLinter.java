package dev.reroute.lint;

import java.time.Instant;
import java.util.List;

import dev.reroute.engine.RuleSet;
import dev.reroute.rule.Rule;

/**
 * Looks for faults in a rule set: loops, rules that never act, chains, and what else
 * {@link FindingCode} names. It reads the rules and asks the engine; nothing is sent over
 * a network.
 */
public final class RuleLinter {

	private RuleLinter() {
	}

	/**
	 * Look at all rules.
	 * @param rules the rules
	 * @param now the time for which rules with a time window are judged
	 * @return what was found
	 */
	public static LintReport lint(RuleSet rules, Instant now) {
		return lint(rules, now, () -> {
		});
	}

	/** In the order in which the findings of one rule are told. */
	private static List<Check> checks(Subject.Context context) {
		DuplicateCheck duplicates = new DuplicateCheck();
		return List.of(new LoopCheck(context), new SelfRedirectCheck(), duplicates, new ShadowedCheck(duplicates),
				new ExampleFailsCheck(), new ChainCheck(), new DeadEndCheck(), new ExpiredCheck(), new BodyLostCheck(),
				new DowngradeCheck(), new OpenHostCheck(), new LooseRegexCheck(), new OverlapCheck(),
				new CachedForEverCheck(), new UnusedCaptureCheck());
	}

	/**
	 * Look at all rules, which may take a while.
	 * @param rules the rules
	 * @param now the time for which rules with a time window are judged
	 * @param onRule run for each rule
	 * @return what was found
	 */
	public static LintReport lint(RuleSet rules, Instant now, Runnable onRule) {
		Report report = new Report();
		Subject.Context context = Subject.Context.of(rules, now);
		List<Check> checks = checks(context);
		for (Rule rule : rules.rules()) {
			Subject subject = new Subject(rule, context);
			checks.forEach((check) -> check.check(subject, report));
			onRule.run();
		}
		checks.forEach((check) -> check.finish(report));
		return new LintReport(List.copyOf(report.findings()), rules.rules().size(), report.leftOut());
	}

}
