package dev.reroute.source;

import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * How rule sets are checked on their way.
 *
 * @param check the check; {@code null} for none
 * @param atStart which findings stop the start
 * @param onChange which findings keep the last good set in place; only those count that
 * the live set does not have
 * @param reason why there is no check; {@code null} if there is one, or nobody wonders
 * @param beside what runs a check beside the requests
 */
public record Linting(@Nullable RuleCheck check, Refusal atStart, Refusal onChange, @Nullable String reason,
		Executor beside) {

	/** No check. */
	public static final Linting OFF = off(null);

	/**
	 * No check, which is told once.
	 * @param reason why, as the end of a sentence; {@code null} if nobody wonders
	 * @return the linting
	 */
	public static Linting off(@Nullable String reason) {
		return new Linting(null, Refusal.NONE, Refusal.NONE, reason, Linting::startThread);
	}

	/**
	 * Check rule sets.
	 * @param check the check
	 * @param refuse which findings refuse a rule set, at start and on a change;
	 * {@code null} for none at start, and errors on a change
	 * @return the linting
	 */
	public static Linting with(RuleCheck check, @Nullable Refusal refuse) {
		return (refuse != null) ? new Linting(check, refuse, refuse, null, Linting::startThread)
				: new Linting(check, Refusal.NONE, Refusal.ERROR, null, Linting::startThread);
	}

	/**
	 * The same, with something else to run a check beside the requests.
	 * @param executor what runs it, possibly later; it must not run it in the thread that
	 * asks
	 * @return the linting
	 */
	public Linting runBy(Executor executor) {
		return new Linting(this.check, this.atStart, this.onChange, this.reason, executor);
	}

	/**
	 * Run a check beside the requests, at once.
	 * @param check the check
	 */
	public static void startThread(Runnable check) {
		Thread thread = new Thread(check, "reroute-lint");
		thread.setDaemon(true);
		thread.start();
	}

}
