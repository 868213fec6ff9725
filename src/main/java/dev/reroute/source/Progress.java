package dev.reroute.source;

import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Tells in the log, about once a second, how far long work is. Work that is done within a
 * second says nothing.
 */
public final class Progress {

	private static final Log logger = LogFactory.getLog(Progress.class);

	private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

	/** Looking at the clock each time would cost more than some steps. */
	private static final int STEPS_PER_LOOK = 1_024;

	private final String work;

	private int steps;

	private long told = System.nanoTime();

	private Progress(String work) {
		this.work = work;
	}

	/**
	 * Begin.
	 * @param work what is done, as a sentence begins
	 * @return the progress
	 */
	public static Progress of(String work) {
		return new Progress(work);
	}

	/** One more is done. */
	public void step() {
		this.steps++;
		if (this.steps % STEPS_PER_LOOK == 0 && System.nanoTime() - this.told > INTERVAL) {
			this.told = System.nanoTime();
			logger.info("%s: %,d rules so far".formatted(this.work, this.steps));
		}
	}

}
