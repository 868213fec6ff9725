package dev.reroute.actuate;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.reroute.hits.DecisionTotals;
import dev.reroute.hits.HitCounter;
import dev.reroute.lint.Finding;
import dev.reroute.pattern.Limits;
import dev.reroute.rule.Rule;
import dev.reroute.source.LiveStatus;
import dev.reroute.source.LintStatus;
import dev.reroute.source.SourceStatus;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The live rules as the endpoint shows them.
 *
 * @param version the number of the live set: 1 at start, one more with each swap
 * @param since when it went live
 * @param rules how many rules there are, by action
 * @param sources what came of the last reading of each source
 * @param problems what keeps an older set in place
 * @param lint what was found about the live set
 * @param decisions how many decisions there were since the start, by outcome
 */
public record RulesDescriptor(long version, Instant since, Map<String, Integer> rules, List<SourceDescriptor> sources,
		ProblemsDescriptor problems, LintDescriptor lint,
		Map<String, Long> decisions) implements OperationResponseBody {

	static RulesDescriptor of(LiveStatus status, DecisionTotals totals) {
		Map<String, Long> decisions = new LinkedHashMap<>();
		for (HitCounter.Outcome outcome : HitCounter.Outcome.values()) {
			decisions.put(outcome.toString(), totals.count(outcome));
		}
		return new RulesDescriptor(status.version(), status.since(), rules(status.rules().rules()),
				status.sources().stream().map(SourceDescriptor::of).toList(), ProblemsDescriptor.of(status.problems()),
				LintDescriptor.of(status.lint()), decisions);
	}

	private static Map<String, Integer> rules(List<Rule> rules) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		counts.put("total", rules.size());
		for (Rule rule : rules) {
			counts.merge(rule.action().verb(), 1, Integer::sum);
		}
		return counts;
	}

	/**
	 * A source.
	 *
	 * @param name its name
	 * @param lastRead when it was last read
	 * @param rules how many rules it gave then
	 * @param problems what was wrong with them
	 */
	public record SourceDescriptor(String name, Instant lastRead, int rules, ProblemsDescriptor problems) {

		static SourceDescriptor of(SourceStatus source) {
			return new SourceDescriptor(source.name(), source.lastRead(), source.rules(),
					ProblemsDescriptor.of(source.problems()));
		}

	}

	/**
	 * What the linter found.
	 *
	 * @param state {@code off}, {@code running}, {@code done} or {@code failed}
	 * @param severities how many findings there are of each severity
	 * @param codes how many findings there are of each code
	 * @param leftOut how many questions were beyond the method
	 * @param first the first findings, the worst ones first, one line each
	 */
	public record LintDescriptor(String state, Map<String, Integer> severities, Map<String, Integer> codes, int leftOut,
			List<String> first) {

		static LintDescriptor of(LintStatus lint) {
			Map<String, Integer> severities = new LinkedHashMap<>();
			lint.severities().forEach((severity, count) -> severities.put(Words.of(severity), count));
			Map<String, Integer> codes = new LinkedHashMap<>();
			lint.codes().forEach((code, count) -> codes.put(code.toString(), count));
			return new LintDescriptor(Words.of(lint.state()), severities, codes, lint.leftOut(),
					lint.findings().stream().limit(Limits.PROBLEMS_SHOWN).map(Finding::toString).toList());
		}

	}

}
