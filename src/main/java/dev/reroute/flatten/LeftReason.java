package dev.reroute.flatten;

import java.util.Locale;

/**
 * Why a chain, or the rest of one, stays as it is.
 */
public enum LeftReason {

	/** The visitor comes back to a URL already seen. */
	LOOP("it leads into a loop"),

	/** There are more hops than a browser follows, or there is no end. */
	TOO_LONG("there are more than 20 hops, so no browser comes to an end"),

	/** A hop is temporary, and only permanent ones are to be merged. */
	TEMPORARY("the redirect is temporary"),

	/** Whether a rule takes the request depends on its conditions. */
	CONDITIONS("not every request meets the conditions of the next rule"),

	/** Whether a rule takes the request depends on what is captured. */
	CAPTURES("not every captured text leads to the same rule"),

	/** What is captured has no placeholder in the words of the first rule. */
	PLACEHOLDERS("the next target cannot be written with the captures of the first rule"),

	/** The two query policies do not make one. */
	QUERY("the query is treated in two ways that do not make one"),

	/** The request takes part in choosing a host. */
	HOST("the request takes part in choosing the host"),

	/** For some request the next rule could lead to where it is. */
	SELF_REDIRECT("for some request the next rule could lead to where it is already"),

	/** The rule has examples, which would no longer be true. */
	EXAMPLES("the examples of the rule expect it as it is"),

	/** The text of the file cannot be changed in this place. */
	TEXT("the text cannot be changed in place");

	private final String sentence;

	LeftReason(String sentence) {
		this.sentence = sentence;
	}

	/**
	 * The reason in words.
	 * @return a sentence without a full stop
	 */
	public String sentence() {
		return this.sentence;
	}

	/** Whether there is no end that a rule could lead to. */
	boolean isEndless() {
		return this == LOOP || this == TOO_LONG;
	}

	/** The reason as a code: {@code too-long}. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
