package dev.reroute.source.file;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Watches rule files by looking at them at a fixed interval. The notifications of the
 * operating system would be quicker, but miss a link that is switched (as Kubernetes does
 * with a ConfigMap) and do not work on every volume. A change is reported when the files
 * have looked the same twice, so that a file is not read while it is being written.
 */
public final class RuleFileWatcher implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(RuleFileWatcher.class);

	private final List<RuleFiles> files;

	private final Runnable onChange;

	private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "reroute-watch");
		thread.setDaemon(true);
		return thread;
	});

	private List<List<String>> previous;

	/**
	 * Begin to watch.
	 * @param files the files
	 * @param interval how often to look; a change is reported within two intervals; zero
	 * for never
	 * @param onChange what to do then
	 */
	@SuppressWarnings("FutureReturnValueIgnored") // check() lets nothing out
	public RuleFileWatcher(List<RuleFiles> files, Duration interval, Runnable onChange) {
		this.files = List.copyOf(files);
		this.onChange = onChange;
		this.previous = look();
		if (!interval.isZero() && !interval.isNegative() && !files.isEmpty()) {
			this.executor.scheduleWithFixedDelay(this::check, interval.toMillis(), interval.toMillis(),
					TimeUnit.MILLISECONDS);
		}
	}

	private List<List<String>> look() {
		return this.files.stream().map(RuleFiles::fingerprint).toList();
	}

	private List<List<String>> loaded() {
		return this.files.stream().map(RuleFiles::fingerprintAtLoad).toList();
	}

	private void check() {
		try {
			List<List<String>> now = look();
			if (now.equals(this.previous) && !now.equals(loaded())) {
				this.onChange.run();
			}
			this.previous = now;
		}
		catch (RuntimeException | Error ex) {
			// Not even a lack of memory may end the schedule, and with it the watching.
			logger.error("Could not read the changed rule files; the last good rules stay until they change again", ex);
		}
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
