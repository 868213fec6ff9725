package dev.reroute.lint;

import java.util.List;

import dev.reroute.engine.Decision;
import dev.reroute.engine.Walk;

/**
 * A rule sends some URL to itself. The filter lets such a request pass, so that nobody is
 * sent in a circle, but the rule does not do what it says.
 */
final class SelfRedirectCheck implements Check {

	@Override
	public void check(Subject subject, Report report) {
		for (Walk walk : subject.walks(report)) {
			boolean self = walk.decision() instanceof Decision.Pass pass
					&& pass.reason() == Decision.Pass.Reason.SELF_REDIRECT && subject.rule().equals(pass.rule());
			if (self && walk.hops().isEmpty()) {
				report.add(new Finding(FindingCode.SELF_REDIRECT, subject.rule(), List.of(), walk.last(), List.of(),
						"'" + walk.last() + "' would be redirected to itself",
						"give the rule another target, or narrow its source"));
				return;
			}
		}
	}

}
