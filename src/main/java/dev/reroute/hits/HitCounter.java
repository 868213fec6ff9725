package dev.reroute.hits;

import java.util.Locale;

import dev.reroute.rule.Rule;

/**
 * Told of each request that a rule decided.
 */
public interface HitCounter {

	/** Counts nothing. */
	HitCounter NONE = (rule, outcome) -> {
	};

	/**
	 * A rule decided a request.
	 * @param rule the rule
	 * @param outcome what came of it; never one that is no hit
	 */
	void hit(Rule rule, Outcome outcome);

	/** What came of a request. */
	enum Outcome {

		/** The client was sent elsewhere. */
		REDIRECTED("redirect"),

		/** The request was rewritten. */
		REWRITTEN("rewrite"),

		/** The request was answered with a status. */
		RESPONDED("respond"),

		/** The request was left alone, as the rule says. */
		PASSED("pass"),

		/**
		 * The redirect would have led to the URL that was asked for, and was not sent.
		 */
		SELF_REDIRECT("redirect"),

		/** No rule matched: no hit. */
		NO_RULE("none"),

		/** The path was malformed, and no rule was asked: no hit. */
		MALFORMED("none");

		private final String action;

		Outcome(String action) {
			this.action = action;
		}

		/**
		 * The action of the rule.
		 * @return {@code redirect}, {@code rewrite}, {@code respond}, {@code pass}, or
		 * {@code none} where no rule decided
		 */
		public String action() {
			return this.action;
		}

		/** The outcome as it is shown: {@code self-redirect}. */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
