package dev.reroute.lint;

import java.time.Instant;
import java.util.List;

import dev.reroute.rule.Condition;

/**
 * The time window of a rule is over.
 */
final class ExpiredCheck implements Check {

	@Override
	public void check(Subject subject, Report report) {
		for (Condition condition : subject.rule().conditions()) {
			if (condition instanceof Condition.Time time) {
				Instant before = time.before();
				if (before != null && time.isOver(subject.context().now())) {
					report.add(new Finding(FindingCode.EXPIRED, subject.rule(), List.of(), null, List.of(),
							"this rule has done nothing since " + before, "delete it, or give it another 'before'"));
				}
			}
		}
	}

}
