package dev.reroute.lint;

import dev.reroute.rule.Action;

/**
 * An action in words, which are equal where two actions are.
 */
final class ActionText {

	private ActionText() {
	}

	static String of(Action action) {
		if (action instanceof Action.Redirect redirect) {
			return "redirects to '" + redirect.target() + "' with " + redirect.status().code();
		}
		if (action instanceof Action.Rewrite rewrite) {
			return "rewrites to '" + rewrite.target() + "'";
		}
		return (action instanceof Action.Respond respond) ? "answers " + respond.status() : "lets requests pass";
	}

}
