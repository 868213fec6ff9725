package dev.reroute.lint;

import java.util.List;

import dev.reroute.engine.Decision;
import dev.reroute.engine.Hop;
import dev.reroute.engine.UrlRequest;
import dev.reroute.rule.Action;
import dev.reroute.rule.Condition;

/**
 * A redirect from https to http: what follows can be read and changed on the way.
 */
final class DowngradeCheck implements Check {

	@Override
	public void check(Subject subject, Report report) {
		if (!(subject.rule().action() instanceof Action.Redirect redirect)
				|| !redirect.target().text().regionMatches(true, 0, "http://", 0, 7) || isForHttp(subject)) {
			return;
		}
		UrlRequest reached = subject.reach().request();
		if (reached == null) {
			return;
		}
		UrlRequest secure = reached.scheme().equals("https") ? reached : Situation.withScheme(reached, "https");
		if (subject.context().explainer().decideMissing(secure) instanceof Decision.Redirect decision
				&& decision.rule().equals(subject.rule()) && "http".equals(decision.target().scheme())) {
			String to = decision.target().location("");
			report.add(new Finding(FindingCode.DOWNGRADE, subject.rule(), List.of(), secure,
					List.of(new Hop(secure, subject.rule(), decision.status(), to)),
					"'" + secure + "' leads to '" + to + "', without encryption", "use 'https' in the target"));
		}
	}

	private static boolean isForHttp(Subject subject) {
		return subject.rule()
			.conditions()
			.stream()
			.anyMatch(
					(condition) -> condition instanceof Condition.Scheme scheme && !scheme.schemes().contains("https"));
	}

}
