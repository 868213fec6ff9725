package dev.reroute.lint;

import java.util.List;
import java.util.TreeSet;

import dev.reroute.engine.UrlRequest;
import dev.reroute.rule.Action;
import dev.reroute.rule.Condition;

/**
 * 301, 302 or 303 on a rule that is limited to methods other than GET and HEAD: clients
 * ask again with GET, and what was sent is gone (RFC 9110 section 15.4).
 */
final class BodyLostCheck implements Check {

	@Override
	public void check(Subject subject, Report report) {
		if (!(subject.rule().action() instanceof Action.Redirect redirect) || redirect.status().keepsMethod()) {
			return;
		}
		for (Condition condition : subject.rule().conditions()) {
			if (condition instanceof Condition.Method method && !method.methods().contains("GET")
					&& !method.methods().contains("HEAD")) {
				// 301 and 302 turn POST alone into GET
				String lost = method.methods().contains("POST") ? "POST" : new TreeSet<>(method.methods()).first();
				UrlRequest reached = redirect.status().methodAfter(lost).equals(lost) ? null
						: subject.reach().request();
				UrlRequest request = (reached != null) ? reached.withMethod(lost) : null;
				if (request != null) {
					report.add(new Finding(FindingCode.BODY_LOST, subject.rule(), List.of(), request, List.of(),
							"after " + redirect.status().code() + ", " + lost + " becomes GET, and the body is lost",
							"use 307, or 308 if it is for good"));
				}
			}
		}
	}

}
