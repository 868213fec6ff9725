package dev.reroute.source;

import dev.reroute.lint.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Which findings keep a rule set from going live.
 */
public enum Refusal {

	/** Errors. */
	ERROR(Severity.ERROR),

	/** Errors and warnings. */
	WARNING(Severity.WARNING),

	/** None. */
	NONE(null);

	private final @Nullable Severity least;

	Refusal(@Nullable Severity least) {
		this.least = least;
	}

	boolean refuses(Severity severity) {
		return this.least != null && severity.isAtLeast(this.least);
	}

}
