package dev.reroute.source;

import java.time.Instant;

import dev.reroute.engine.RuleSet;
import dev.reroute.lint.LintReport;
import dev.reroute.lint.RuleLinter;

/**
 * Looks at a rule set and tells what it found.
 */
@FunctionalInterface
public interface RuleCheck {

	/** The linter, as of the time when it is asked. */
	RuleCheck LINTER = (rules, onRule) -> RuleLinter.lint(rules, Instant.now(), onRule);

	/**
	 * Look at all rules, which may take a while.
	 * @param rules the rules
	 * @param onRule to be run for each rule; what it throws ends the check
	 * @return what was found
	 */
	LintReport check(RuleSet rules, Runnable onRule);

}
