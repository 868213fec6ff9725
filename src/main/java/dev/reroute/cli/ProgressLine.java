package dev.reroute.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/**
 * Shows on a terminal how far long work is, on one line that is drawn anew a few times a
 * second and gone in the end. What is done at once shows nothing; elsewhere than on a
 * terminal nothing ever shows.
 */
final class ProgressLine implements AutoCloseable {

	private static final long FIRST = 500;

	private static final long INTERVAL = 200;

	private static final int BAR = 20;

	/** Back to the start of the line, and erase it (ECMA-48, EL). */
	private static final String ERASE = "\r\u001b[K";

	private final PrintWriter out;

	private final @Nullable Timer timer;

	private volatile Stage stage = new Stage("", 0, "", new LongAdder());

	private boolean drawn;

	private boolean closed;

	private ProgressLine(PrintWriter out, @Nullable Timer timer) {
		this.out = out;
		this.timer = timer;
	}

	/**
	 * A line for a terminal.
	 * @param out where to draw
	 * @param terminal whether it is a terminal
	 * @return the line
	 */
	static ProgressLine on(PrintWriter out, boolean terminal) {
		if (!terminal) {
			return new ProgressLine(out, null);
		}
		Timer timer = new Timer("progress", true);
		ProgressLine line = new ProgressLine(out, timer);
		timer.schedule(new TimerTask() {

			@Override
			public void run() {
				line.draw();
			}

		}, FIRST, INTERVAL);
		return line;
	}

	/**
	 * Begin a stage of the work.
	 * @param work what is done
	 * @param total how many steps it has; 0 if nobody knows
	 */
	void begin(String work, long total) {
		begin(work, total, "rules");
	}

	/**
	 * Begin a stage of the work.
	 * @param work what is done
	 * @param total how many steps it has; 0 if nobody knows
	 * @param unit what the steps are
	 */
	void begin(String work, long total, String unit) {
		this.stage = new Stage(work, total, unit, new LongAdder());
	}

	/** One more step is done; may be told by several threads. */
	void step() {
		this.stage.done().increment();
	}

	synchronized void draw() {
		if (this.closed) {
			return;
		}
		this.drawn = true;
		this.out.print(ERASE + Ink.PLAIN.text(this.stage.toString()));
		this.out.flush();
	}

	@Override
	public synchronized void close() {
		if (this.timer != null) {
			this.timer.cancel();
		}
		if (this.drawn) {
			this.out.print(ERASE);
			this.out.flush();
		}
		this.closed = true;
	}

	/**
	 * A stage of the work.
	 *
	 * @param work what is done
	 * @param total how many steps it has; 0 if nobody knows
	 * @param unit what the steps are
	 * @param done how many are done
	 */
	private record Stage(String work, long total, String unit, LongAdder done) {

		@Override
		public String toString() {
			if (this.total == 0) {
				return this.work + " ...";
			}
			long steps = Math.min(this.done.sum(), this.total);
			int filled = (int) (steps * BAR / this.total);
			return String.format(Locale.ROOT, "%s [%s%s] %,d of %,d %s", this.work, "=".repeat(filled),
					" ".repeat(BAR - filled), steps, this.total, this.unit);
		}

	}

}
