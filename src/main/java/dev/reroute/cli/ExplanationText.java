package dev.reroute.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.reroute.engine.Attempt;
import dev.reroute.engine.Decision;
import dev.reroute.engine.Explanation;
import dev.reroute.engine.Hop;
import dev.reroute.engine.UrlRequest;
import dev.reroute.engine.Walk;
import dev.reroute.lint.Severity;
import dev.reroute.rule.Action;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Prints an explanation for people: the decision, where its visitor comes, and the rules
 * that came close.
 */
final class ExplanationText {

	private final Ink ink;

	private final PrintWriter out;

	ExplanationText(Ink ink, PrintWriter out) {
		this.ink = ink;
		this.out = out;
	}

	void print(Explanation explanation, boolean reserved) {
		Decision decision = explanation.decision();
		this.out.println(this.ink.strong(explanation.request() + " " + outcome(decision, reserved)));
		details(decision, explanation.captures());
		Decision fallback = explanation.whenMissing();
		if (decision.rule() == null && fallback.rule() != null) {
			this.out.println(this.ink.strong("where the application answers 404, it " + outcome(fallback, false)));
			details(fallback, explanation.captures());
		}
		walk(explanation.walk());
		attempts(explanation);
	}

	private static String outcome(Decision decision, boolean reserved) {
		if (decision instanceof Decision.Redirect redirect) {
			return "is redirected with " + redirect.status() + " to " + redirect.target();
		}
		if (decision instanceof Decision.Rewrite rewrite) {
			return "is rewritten to " + rewrite.target();
		}
		if (decision instanceof Decision.Respond respond) {
			return "is answered with " + respond.status() + ((respond.rule() == null) ? ": the path is malformed" : "");
		}
		return switch (((Decision.Pass) decision).reason()) {
			case NO_RULE -> reserved ? "passes: its path is reserved, and no rule is tried" : "passes: no rule matches";
			case PASS_RULE -> "passes: a rule says so";
			case SELF_REDIRECT -> "passes: a rule would redirect it to itself";
		};
	}

	private void details(Decision decision, Map<String, String> captures) {
		Rule rule = decision.rule();
		if (rule != null) {
			label("rule", rule.id());
			label("at", rule.origin().toString());
			String label = "captures";
			for (Map.Entry<String, String> capture : captures.entrySet()) {
				label(label, capture.getKey() + " = " + capture.getValue());
				label = "";
			}
			String template = template(rule.action());
			if (template != null) {
				label("target", template);
			}
		}
		if (decision instanceof Decision.Redirect redirect && redirect.cacheControl() != null) {
			label("answer", "Cache-Control: " + redirect.cacheControl());
		}
		if (decision instanceof Decision.Rewrite rewrite) {
			rewrite.setHeaders().forEach((name, value) -> label("header", name + ": " + value));
			rewrite.removeHeaders().forEach((name) -> label("header", name + " is removed"));
		}
		if (!decision.vary().isEmpty()) {
			label("answer", "Vary: " + String.join(", ", decision.vary()));
		}
	}

	/** The target as the rule has it. */
	static @Nullable String template(Action action) {
		if (action instanceof Action.Redirect redirect) {
			return redirect.target().text();
		}
		return (action instanceof Action.Rewrite rewrite) ? rewrite.target().text() : null;
	}

	private void walk(Walk walk) {
		List<Hop> hops = walk.hops();
		if (hops.isEmpty()) {
			return;
		}
		this.out.println();
		this.out.println(this.ink.strong("hops"));
		int width = hops.stream().mapToInt((hop) -> hop.to().length()).max().orElse(0);
		this.out.println("  " + this.ink.text(hops.get(0).from().toString()));
		for (Hop hop : hops) {
			this.out
				.println("  " + this.ink.text("%d -> ".formatted(hop.status()) + padded(hop.to(), Math.min(width, 60)))
						+ "  " + this.ink.faint(hop.rule().origin().toString()));
		}
		String end = end(walk);
		boolean bad = walk.end() == Walk.End.LOOP || walk.end() == Walk.End.TOO_LONG;
		this.out.println("  " + (bad ? this.ink.as(Severity.ERROR, end) : this.ink.text(end)));
	}

	private static String end(Walk walk) {
		UrlRequest last = walk.last();
		return switch (walk.end()) {
			case ANSWERED -> (walk.decision() instanceof Decision.Rewrite rewrite)
					? "where the application answers, as " + rewrite.target() : "where the application answers";
			case RESPONDED -> "where the answer is " + ((Decision.Respond) walk.decision()).status();
			case LEFT -> "on a host that no rule names";
			case LOOP -> "a loop: " + last + " was asked for before";
			case TOO_LONG -> "and so on: browsers give up after " + Walk.MAX_HOPS + " hops";
		};
	}

	private void attempts(Explanation explanation) {
		List<Attempt> close = explanation.attempts()
			.stream()
			.filter((attempt) -> attempt.outcome() != Attempt.Outcome.DECIDED)
			.toList();
		if (close.isEmpty()) {
			return;
		}
		this.out.println();
		this.out.println(this.ink.strong("came close"));
		for (Attempt attempt : close) {
			this.out.println("  " + this.ink.text(attempt.rule().id()) + "  "
					+ this.ink.faint(attempt.rule().origin().toString()));
			this.out.println("    " + this.ink.text(why(attempt, explanation.request())));
		}
	}

	private static String why(Attempt attempt, UrlRequest request) {
		return switch (attempt.outcome()) {
			case DECIDED -> "it decided";
			case CONDITION_FAILED -> "does not hold: " + attempt.failed() + "; the request has "
					+ ((attempt.failed() != null) ? attempt.failed().got(request) : "");
			case TARGET_REFUSED -> "its target may not lead where it would lead: " + attempt.captures()
				.entrySet()
				.stream()
				.map((capture) -> capture.getKey() + " = " + capture.getValue())
				.collect(Collectors.joining(", "));
			case STANDS_LATER -> "matches as well, but stands later";
		};
	}

	private static String padded(String text, int width) {
		return text + " ".repeat(Math.max(0, width - text.length()));
	}

	private void label(String name, String text) {
		this.out
			.println("  " + this.ink.faint("%-10s".formatted(name.isEmpty() ? "" : name + ":")) + this.ink.text(text));
	}

}
