package dev.reroute.replay;

import java.util.Locale;

import dev.reroute.engine.Decision;

/**
 * What the rules do with a request of a log. The order is that in which people are told.
 */
public enum ReplayedAction {

	/** The client is sent elsewhere. */
	REDIRECT,

	/** The request is rewritten. */
	REWRITE,

	/** The request is answered with a status. */
	RESPOND,

	/** The request is left alone, as a rule says. */
	PASS,

	/** The redirect would lead to the URL that was asked for, and is not sent. */
	SELF_REDIRECT,

	/** No rule matches. */
	NO_RULE,

	/** The path is malformed, and no rule is asked. */
	MALFORMED,

	/**
	 * There is no path to ask the rules about: {@code OPTIONS *},
	 * {@code CONNECT host:443}, a host that is none, and what is no HTTP at all.
	 */
	NO_URL;

	static ReplayedAction of(Decision decision) {
		if (decision instanceof Decision.Redirect) {
			return REDIRECT;
		}
		if (decision instanceof Decision.Rewrite) {
			return REWRITE;
		}
		if (decision instanceof Decision.Respond) {
			return (decision.rule() != null) ? RESPOND : MALFORMED;
		}
		return switch (((Decision.Pass) decision).reason()) {
			case NO_RULE -> NO_RULE;
			case PASS_RULE -> PASS;
			case SELF_REDIRECT -> SELF_REDIRECT;
		};
	}

	/** The action as it is shown: {@code self-redirect}. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
