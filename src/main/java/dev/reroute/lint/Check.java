package dev.reroute.lint;

/**
 * Looks for one kind of finding.
 */
interface Check {

	/**
	 * Look at one rule. Rules come in their order.
	 * @param subject the rule and what is known about it
	 * @param report where findings go
	 */
	void check(Subject subject, Report report);

	/**
	 * All rules were looked at.
	 * @param report where findings go
	 */
	default void finish(Report report) {
	}

}
