package dev.reroute.lint;

import dev.reroute.engine.Decision;

/**
 * A decision as an example expects it: {@code 301 /new}, {@code 410},
 * {@code rewrite /new} or {@code pass}.
 */
final class DecisionText {

	private DecisionText() {
	}

	static String of(Decision decision) {
		if (decision instanceof Decision.Redirect redirect) {
			return redirect.status() + " " + redirect.target().location("");
		}
		if (decision instanceof Decision.Rewrite rewrite) {
			return "rewrite " + rewrite.target().location("");
		}
		return (decision instanceof Decision.Respond respond) ? Integer.toString(respond.status()) : "pass";
	}

}
