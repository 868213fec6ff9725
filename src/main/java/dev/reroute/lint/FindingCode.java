package dev.reroute.lint;

import java.util.Locale;

/**
 * What can be found. Each has a section in {@code docs/lint.md}.
 */
public enum FindingCode {

	/** A visitor comes back to a URL already seen, or is redirected without end. */
	LOOP(Severity.ERROR, "a visitor is sent in a circle"),

	/** A rule sends some URL to itself. */
	SELF_REDIRECT(Severity.ERROR, "a rule sends a URL to itself"),

	/** No request can reach a rule, since earlier ones take them all. */
	SHADOWED(Severity.ERROR, "earlier rules take every request of a rule"),

	/** A redirect leads to a URL that another rule redirects again. */
	CHAIN(Severity.WARNING, "a redirect leads to another redirect"),

	/** A redirect leads to a URL that a rule answers with 4xx. */
	DEAD_END(Severity.WARNING, "a redirect leads to an error"),

	/** The same source and conditions as an earlier rule. */
	DUPLICATE(Severity.WARNING, "an earlier rule has the same source and conditions"),

	/** Two rules of different targets match some request, and their order decides. */
	OVERLAP(Severity.INFO, "the order of two rules decides"),

	/** The time window of a rule is over. */
	EXPIRED(Severity.WARNING, "the time of a rule is over"),

	/** 301, 302 or 303 on a rule for methods other than GET and HEAD. */
	BODY_LOST(Severity.WARNING, "the status turns POST into GET"),

	/** 301 or 308 without {@code cache}. */
	CACHED_FOR_EVER(Severity.INFO, "browsers keep a permanent redirect for ever"),

	/** From https to http. */
	DOWNGRADE(Severity.WARNING, "a redirect leads from https to http"),

	/** A host that a request chooses, with a wide allow-list. */
	OPEN_HOST(Severity.WARNING, "a request chooses the host of a redirect"),

	/** An unescaped dot in a place that looks literal. */
	LOOSE_REGEX(Severity.WARNING, "a dot matches any character"),

	/** A named capture that nothing uses. */
	UNUSED_CAPTURE(Severity.INFO, "nothing uses a capture"),

	/** An example that the engine answers otherwise. */
	EXAMPLE_FAILS(Severity.ERROR, "an example fails");

	private final Severity severity;

	private final String summary;

	FindingCode(Severity severity, String summary) {
		this.severity = severity;
		this.summary = summary;
	}

	public Severity severity() {
		return this.severity;
	}

	/**
	 * What it is, in a few words.
	 * @return the words, without a full stop
	 */
	public String summary() {
		return this.summary;
	}

	/** The code as it is shown: {@code self-redirect}. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
