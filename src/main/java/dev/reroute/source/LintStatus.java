package dev.reroute.source;

import java.util.Locale;
import java.util.stream.Collectors;

import dev.reroute.lint.LintReport;
import org.jspecify.annotations.Nullable;

/**
 * What came of the check of a rule set.
 *
 * @param state how far it is
 * @param report what was found; {@code null} unless it is done
 * @param words the same for the log, as the end of a sentence; possibly empty
 */
public record LintStatus(State state, @Nullable LintReport report, String words) {

	static final LintStatus RUNNING = new LintStatus(State.RUNNING, null, "being linted");

	/** How far a check is. */
	public enum State {

		/** There is none. */
		OFF,

		/** It runs beside the requests. */
		RUNNING,

		/** It is done. */
		DONE,

		/** It came to no end: a fault of ours, or it was not needed any more. */
		FAILED

	}

	static LintStatus off(@Nullable String reason) {
		return new LintStatus(State.OFF, null, (reason != null) ? "not linted: " + reason : "");
	}

	static LintStatus failed(String reason) {
		return new LintStatus(State.FAILED, null, "not linted: " + reason);
	}

	static LintStatus done(LintReport report, long millis) {
		String counts = report.countsBySeverity()
			.entrySet()
			.stream()
			.map((count) -> count.getValue() + " " + count.getKey().name().toLowerCase(Locale.ROOT))
			.collect(Collectors.joining(", "));
		return new LintStatus(State.DONE, report, "linted in %d ms: %s".formatted(millis, counts));
	}

}
