package dev.reroute.rule;

import java.util.List;

/**
 * What was read from one place.
 *
 * @param rules the rules, in order
 * @param problems what could not be read
 */
public record Definitions(List<RuleDefinition> rules, List<Problem> problems) {

	/**
	 * Rules without problems.
	 * @param rules the rules
	 * @return the definitions
	 */
	public static Definitions of(List<RuleDefinition> rules) {
		return new Definitions(rules, List.of());
	}

	/**
	 * Nothing but one problem.
	 * @param problem the problem
	 * @return the definitions
	 */
	public static Definitions failed(Problem problem) {
		return new Definitions(List.of(), List.of(problem));
	}

}
