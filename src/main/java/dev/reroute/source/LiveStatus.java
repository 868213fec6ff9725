package dev.reroute.source;

import java.time.Instant;
import java.util.List;

import dev.reroute.engine.RuleSet;
import dev.reroute.rule.Problem;

/**
 * What is live, and what came of the last reading, as of one instant.
 *
 * @param version the number of the live set: 1 at start, one more with each swap
 * @param since when it went live
 * @param rules the live set
 * @param sources the sources as they were last read, whether or not that was taken
 * @param problems what keeps an older set in place; empty if the last reading was taken
 * @param lint what came of the check of the live set
 */
public record LiveStatus(long version, Instant since, RuleSet rules, List<SourceStatus> sources, List<Problem> problems,
		LintStatus lint) {

	/** Before the first reading. */
	static final LiveStatus NONE = new LiveStatus(0, Instant.EPOCH, RuleSet.EMPTY, List.of(), List.of(),
			LintStatus.off(null));

	LiveStatus next(RuleSet rules, List<SourceStatus> sources, LintStatus lint) {
		return new LiveStatus(this.version + 1, Instant.now(), rules, sources, List.of(), lint.kept());
	}

	/** A newer set was read, and not taken. */
	LiveStatus keptFor(List<SourceStatus> sources, List<Problem> problems) {
		return new LiveStatus(this.version, this.since, this.rules, sources, List.copyOf(problems), this.lint);
	}

	LiveStatus linted(LintStatus lint) {
		return new LiveStatus(this.version, this.since, this.rules, this.sources, this.problems, lint.kept());
	}

}
