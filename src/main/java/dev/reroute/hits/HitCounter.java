package dev.reroute.hits;

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
	 * @param outcome what came of it
	 */
	void hit(Rule rule, Outcome outcome);

	/** What came of a hit. */
	enum Outcome {

		/** The client was sent elsewhere. */
		REDIRECTED,

		/** The request was rewritten. */
		REWRITTEN,

		/** The request was answered with a status. */
		RESPONDED,

		/** The request was left alone, as the rule says. */
		PASSED,

		/**
		 * The redirect would have led to the URL that was asked for, and was not sent.
		 */
		SELF_REDIRECT

	}

}
