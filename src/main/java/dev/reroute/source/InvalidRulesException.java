package dev.reroute.source;

import java.util.List;
import java.util.stream.Collectors;

import dev.reroute.rule.Problem;

/**
 * Rules that have problems at start.
 */
public final class InvalidRulesException extends RuntimeException {

	private final transient List<Problem> problems;

	InvalidRulesException(List<Problem> problems) {
		super("%d problem(s) in the rules:%n%s".formatted(problems.size(),
				problems.stream().map(Problem::toString).collect(Collectors.joining("%n".formatted()))));
		this.problems = List.copyOf(problems);
	}

	public List<Problem> problems() {
		return this.problems;
	}

}
