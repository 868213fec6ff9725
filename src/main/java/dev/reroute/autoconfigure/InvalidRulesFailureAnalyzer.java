package dev.reroute.autoconfigure;

import java.util.stream.Collectors;

import dev.reroute.rule.Problem;
import dev.reroute.source.InvalidRulesException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells all problems of the rules when they stop the start.
 */
final class InvalidRulesFailureAnalyzer extends AbstractFailureAnalyzer<InvalidRulesException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidRulesException cause) {
		String problems = cause.problems()
			.stream()
			.map(Problem::toString)
			.collect(Collectors.joining("\n    ", "    ", ""));
		String description = "The rules have %d problem(s):\n\n%s".formatted(cause.problems().size(), problems);
		String action = "Mend the rules at the places named above. To start without any rule, set "
				+ "'reroute.enabled=false'.";
		if (hasProblem(cause, "refused-finding")) {
			action += " To start in spite of what was found, set 'reroute.lint.refuse=none'.";
		}
		if (hasProblem(cause, "not-translatable")) {
			action += " To start without what could not be translated, set 'reroute.lenient-import=true'.";
		}
		return new FailureAnalysis(description, action, cause);
	}

	private static boolean hasProblem(InvalidRulesException cause, String code) {
		return cause.problems().stream().anyMatch((problem) -> problem.code().equals(code));
	}

}
