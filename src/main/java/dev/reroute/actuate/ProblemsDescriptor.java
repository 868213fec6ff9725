package dev.reroute.actuate;

import java.util.List;

import dev.reroute.pattern.Limits;
import dev.reroute.rule.Problem;

/**
 * Problems as they are shown.
 *
 * @param total how many there are
 * @param first the first of them, one line each
 */
public record ProblemsDescriptor(int total, List<String> first) {

	static ProblemsDescriptor of(List<Problem> problems) {
		return new ProblemsDescriptor(problems.size(),
				problems.stream().limit(Limits.PROBLEMS_SHOWN).map(Problem::toString).toList());
	}

}
