package dev.reroute.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.reroute.lint.Finding;
import dev.reroute.lint.FindingCode;
import dev.reroute.lint.LintReport;
import dev.reroute.lint.Severity;
import dev.reroute.pattern.Limits;
import org.jspecify.annotations.Nullable;

/**
 * What came of the check of a rule set.
 *
 * @param state how far it is
 * @param severities how many findings there are of each severity; empty unless it is done
 * @param codes how many findings there are of each code that was found
 * @param leftOut how many questions were beyond the method
 * @param findings the findings; of a set that is live the worst, at most
 * {@link Limits#FINDINGS}
 * @param words the same for the log, as the end of a sentence; possibly empty
 */
public record LintStatus(State state, Map<Severity, Integer> severities, Map<FindingCode, Integer> codes, int leftOut,
		List<Finding> findings, String words) {

	static final LintStatus RUNNING = without(State.RUNNING, "being linted");

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

	private static LintStatus without(State state, String words) {
		return new LintStatus(state, Map.of(), Map.of(), 0, List.of(), words);
	}

	static LintStatus off(@Nullable String reason) {
		return without(State.OFF, (reason != null) ? "not linted: " + reason : "");
	}

	static LintStatus failed(String reason) {
		return without(State.FAILED, "not linted: " + reason);
	}

	static LintStatus done(LintReport report, long millis) {
		Map<Severity, Integer> severities = report.countsBySeverity();
		String counts = severities.entrySet()
			.stream()
			.map((count) -> count.getValue() + " " + count.getKey().name().toLowerCase(Locale.ROOT))
			.collect(Collectors.joining(", "));
		return new LintStatus(State.DONE, severities, report.countsByCode(), report.leftOut(), report.findings(),
				"linted in %d ms: %s".formatted(millis, counts));
	}

	/**
	 * For a set that is live, perhaps for long: a million rules may have a finding each.
	 */
	LintStatus kept() {
		List<Finding> worst = Stream.of(Severity.values())
			.flatMap((severity) -> this.findings.stream().filter((finding) -> finding.severity() == severity))
			.limit(Limits.FINDINGS)
			.toList();
		return new LintStatus(this.state, this.severities, this.codes, this.leftOut, worst, this.words);
	}

}
