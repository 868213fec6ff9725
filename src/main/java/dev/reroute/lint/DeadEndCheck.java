package dev.reroute.lint;

import java.util.List;

import dev.reroute.engine.Decision;
import dev.reroute.engine.Walk;
import dev.reroute.rule.Rule;

/**
 * A redirect leads to a URL that a rule answers with 4xx.
 */
final class DeadEndCheck implements Check {

	@Override
	public void check(Subject subject, Report report) {
		for (Walk walk : subject.walks(report)) {
			if (!walk.hops().isEmpty() && walk.decision() instanceof Decision.Respond respond
					&& walk.end() == Walk.End.RESPONDED && respond.status() < 500) {
				Rule rule = respond.rule();
				report.add(new Finding(FindingCode.DEAD_END, subject.rule(), (rule != null) ? List.of(rule) : List.of(),
						walk.hops().get(0).from(), walk.hops(),
						"'" + walk.hops().get(0).from() + "' leads to '" + walk.last() + "', which is answered "
								+ respond.status(),
						subject.isLiteral()
								? "answer " + respond.status() + " at once, or redirect to a page that is there"
								: "put a rule for '" + walk.hops().get(0).from().url().path()
										+ "' before it that leads to a page that is there"));
				return;
			}
		}
	}

}
