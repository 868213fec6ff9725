package dev.reroute.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.reroute.replay.Ranking;
import dev.reroute.replay.ReplayResult;
import dev.reroute.replay.log.LogSummary;

/**
 * What {@code replay} found.
 *
 * @param logs the logs that were read
 * @param result what the rules do with their requests
 * @param time how long it took
 */
record Replayed(List<Log> logs, ReplayResult result, Duration time) {

	long unreadable() {
		return this.logs.stream().mapToLong((log) -> log.summary().unreadable()).sum();
	}

	boolean hasDifferences() {
		Ranking<?> differences = this.result.differences();
		return differences != null && differences.requests() > 0;
	}

	/**
	 * The whole on one line:
	 * {@code 1,000 requests in access.log and 10 rules; 2 lines could not be read (0.4 s)}.
	 * @return the line
	 */
	String summary() {
		String read = this.logs.stream().map(Log::file).collect(Collectors.joining(", "));
		long unreadable = this.unreadable();
		return count(this.result.requests(), "request") + " in "
				+ ((this.logs.size() > 3) ? count(this.logs.size(), "log") : read) + ", "
				+ count(this.result.rules(), "rule")
				+ ((unreadable > 0) ? "; " + count(unreadable, "line") + " could not be read" : "")
				+ String.format(Locale.ROOT, " (%.1f s)", this.time.toMillis() / 1000.0);
	}

	static String count(long number, String what) {
		return String.format(Locale.ROOT, "%,d %s%s", number, what, (number == 1) ? "" : "s");
	}

	/**
	 * A log that was read.
	 *
	 * @param file the file
	 * @param summary what became of its lines
	 */
	record Log(String file, LogSummary summary) {

	}

}
