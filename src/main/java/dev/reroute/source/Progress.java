package dev.reroute.source;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Accompanies long work on rules. It tells in the log, about once a second, how far the
 * work is; what is done within a second says nothing. While requests are served, it also
 * makes the work rest at short intervals: a million rules take seconds of a processor
 * that requests would wait for ({@code docs/performance.md}, swaps under load).
 */
public final class Progress {

	private static final Log logger = LogFactory.getLog(Progress.class);

	private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

	/** Shorter than the slice of time for which a scheduler lets others wait. */
	private static final long WORK = TimeUnit.MICROSECONDS.toNanos(500);

	private static final long REST = TimeUnit.MILLISECONDS.toNanos(1);

	/** Looking at the clock each time would cost more than some steps. */
	private static final int STEPS_PER_LOOK = 32;

	private final String work;

	private final boolean calm;

	private int steps;

	private long told;

	private long rested = System.nanoTime();

	private Progress(String work, boolean calm) {
		this.work = work;
		this.calm = calm;
	}

	/**
	 * Begin work that somebody waits for.
	 * @param work what is done, as a sentence begins
	 * @return the progress
	 */
	public static Progress of(String work) {
		return new Progress(work, false);
	}

	/**
	 * Begin work beside which requests are served.
	 * @param work what is done, as a sentence begins
	 * @return the progress
	 */
	public static Progress calm(String work) {
		return new Progress(work, true);
	}

	/** One more is done. */
	public void step() {
		if (this.steps++ == 0) {
			this.told = System.nanoTime();
		}
		if (this.steps % STEPS_PER_LOOK != 0) {
			return;
		}
		long now = System.nanoTime();
		if (now - this.told > INTERVAL) {
			this.told = now;
			logger.info("%s: %,d rules so far".formatted(this.work, this.steps));
		}
		if (this.calm && now - this.rested > WORK) {
			LockSupport.parkNanos(REST);
			this.rested = System.nanoTime();
		}
	}

}
