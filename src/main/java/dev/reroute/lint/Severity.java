package dev.reroute.lint;

import java.util.Locale;

/**
 * How bad a finding is; the worst one stands first.
 */
public enum Severity {

	/** Visitors are harmed, or a rule can do nothing. */
	ERROR,

	/** Most likely not what was meant. */
	WARNING,

	/** Worth knowing. */
	INFO;

	/**
	 * Whether this is at least as bad.
	 * @param other another severity
	 * @return whether it is
	 */
	public boolean isAtLeast(Severity other) {
		return compareTo(other) <= 0;
	}

	/** The severity as it is shown: {@code error}. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
