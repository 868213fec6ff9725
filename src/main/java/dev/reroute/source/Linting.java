package dev.reroute.source;

import org.jspecify.annotations.Nullable;

/**
 * How rule sets are checked on their way.
 *
 * @param check the check; {@code null} for none
 * @param atStart which findings stop the start
 * @param onChange which findings keep the last good set in place; only those count that
 * the live set does not have
 * @param reason why there is no check; {@code null} if there is one, or nobody wonders
 */
public record Linting(@Nullable RuleCheck check, Refusal atStart, Refusal onChange, @Nullable String reason) {

	/** No check. */
	public static final Linting OFF = new Linting(null, Refusal.NONE, Refusal.NONE, null);

	/**
	 * No check, which is told once.
	 * @param reason why, as the end of a sentence
	 * @return the linting
	 */
	public static Linting off(String reason) {
		return new Linting(null, Refusal.NONE, Refusal.NONE, reason);
	}

	/**
	 * Check rule sets.
	 * @param check the check
	 * @param refuse which findings refuse a rule set, at start and on a change;
	 * {@code null} for none at start, and errors on a change
	 * @return the linting
	 */
	public static Linting with(RuleCheck check, @Nullable Refusal refuse) {
		return (refuse != null) ? new Linting(check, refuse, refuse, null)
				: new Linting(check, Refusal.NONE, Refusal.ERROR, null);
	}

}
