package dev.reroute.lint;

import java.util.List;
import java.util.stream.Collectors;

import dev.reroute.rule.Rule;

/**
 * No request can reach a rule, since earlier ones take them all. A rule that merely
 * repeats an earlier one is told by {@link DuplicateCheck} instead.
 */
final class ShadowedCheck implements Check {

	private final DuplicateCheck duplicates;

	ShadowedCheck(DuplicateCheck duplicates) {
		this.duplicates = duplicates;
	}

	@Override
	public void check(Subject subject, Report report) {
		Reach reach = subject.reach();
		if (reach.isProvedNever() && !this.duplicates.isDuplicate(subject.rule())) {
			List<Rule> takers = List.copyOf(reach.takenBy());
			String named = takers.stream()
				.limit(3)
				.map((rule) -> "'" + rule.id() + "'")
				.collect(Collectors.joining(", ", "",
						(takers.size() > 3) ? " and " + (takers.size() - 3) + " more" : ""));
			report.add(new Finding(FindingCode.SHADOWED, subject.rule(), takers, reach.taken(), List.of(),
					"this rule never acts: every request that it matches is taken by " + named,
					"move it before these, or delete it"));
		}
		else if (!reach.isProvedNever() && reach.request() == null) {
			report.leaveOut();
		}
	}

}
