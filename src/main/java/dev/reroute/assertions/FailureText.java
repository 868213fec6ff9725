package dev.reroute.assertions;

import java.util.List;

import dev.reroute.engine.Attempt;
import dev.reroute.engine.Decision;
import dev.reroute.engine.Hop;
import dev.reroute.engine.UrlRequest;
import dev.reroute.engine.Walk;
import dev.reroute.rule.Rule;

/**
 * Tells why an assertion failed: what was decided, by which rule, and what came close.
 */
final class FailureText {

	static final String NEW_LINE = "\n  ";

	/** A catch-all rule list may match with all its rules. */
	private static final int ATTEMPTS = 10;

	private FailureText() {
	}

	static String of(UrlRequest request, String expected, Decision decision, List<Attempt> attempts) {
		StringBuilder text = new StringBuilder();
		text.append("\nOn ").append(request);
		request.headers().forEach((name, values) -> values.forEach((value) -> line(text, name + ": " + value)));
		text.append("\nexpected:");
		line(text, expected);
		text.append("\nbut was:");
		line(text, words(decision));
		List<Attempt> others = attempts.stream()
			.filter((attempt) -> attempt.outcome() != Attempt.Outcome.DECIDED
					|| !attempt.rule().equals(decision.rule()))
			.toList();
		if (!others.isEmpty()) {
			text.append("\nwhat came close:");
			others.stream().limit(ATTEMPTS).forEach((attempt) -> line(text, words(attempt)));
			if (others.size() > ATTEMPTS) {
				line(text, (others.size() - ATTEMPTS) + " more");
			}
		}
		return text.toString();
	}

	static String walk(UrlRequest request, Walk walk) {
		StringBuilder text = new StringBuilder();
		line(text, request.toString());
		for (Hop hop : walk.hops()) {
			line(text, hop.status() + " " + hop.to() + " by " + rule(hop.rule()));
		}
		line(text, switch (walk.end()) {
			case ANSWERED -> "where the application answers";
			case RESPONDED -> "where it is answered: " + words(walk.decision());
			case LEFT -> "on a host that no rule names";
			case LOOP -> "which was asked for before: a loop";
			case TOO_LONG -> "and more: browsers follow no longer";
		});
		return text.toString();
	}

	private static void line(StringBuilder text, String line) {
		text.append(NEW_LINE).append(line);
	}

	private static String words(Decision decision) {
		Rule rule = decision.rule();
		String by = (rule != null) ? " by " + rule(rule) : "";
		if (decision instanceof Decision.Redirect redirect) {
			return "redirect to " + redirect.target().location("") + " with " + redirect.status() + by;
		}
		if (decision instanceof Decision.Rewrite rewrite) {
			return "rewrite to " + rewrite.target().location("") + by;
		}
		if (decision instanceof Decision.Respond respond) {
			return "respond with " + respond.status() + ((rule != null) ? by : ": the path is malformed");
		}
		return switch (((Decision.Pass) decision).reason()) {
			case NO_RULE -> "pass: no rule matches";
			case PASS_RULE -> "pass" + by;
			case SELF_REDIRECT -> "pass: a redirect to the very same URL" + by;
		};
	}

	private static String words(Attempt attempt) {
		return rule(attempt.rule()) + ": " + attempt.rule().action() + switch (attempt.outcome()) {
			case DECIDED -> "; acts where the application has no answer";
			case CONDITION_FAILED -> "; does not hold: " + attempt.failed();
			case TARGET_REFUSED -> "; what was captured may not go there";
			case STANDS_LATER -> "; stands later";
		};
	}

	private static String rule(Rule rule) {
		return "'" + rule.id() + "' (" + rule.origin() + ")";
	}

}
