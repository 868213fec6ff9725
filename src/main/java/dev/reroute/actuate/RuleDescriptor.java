package dev.reroute.actuate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.reroute.hits.CountingHits;
import dev.reroute.hits.HitCounter;
import dev.reroute.lint.Finding;
import dev.reroute.rule.Condition;
import dev.reroute.rule.Rule;
import dev.reroute.source.LiveStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * One rule as the endpoint shows it.
 *
 * @param id its name
 * @param origin where its text stands
 * @param source what paths it is for
 * @param action what it does, in words
 * @param conditions what else must hold, in words
 * @param fallback whether it is only for requests that the application answers with 404
 * @param hits how often it came to each outcome; {@code null} if nobody counts
 * @param findings what was found about it
 */
public record RuleDescriptor(String id, String origin, String source, String action, List<String> conditions,
		boolean fallback, @Nullable Map<String, Long> hits,
		List<FindingDescriptor> findings) implements OperationResponseBody {

	static RuleDescriptor of(Rule rule, LiveStatus status, HitCounter hits) {
		return new RuleDescriptor(rule.id(), rule.origin().toString(), rule.source().text(), rule.action().toString(),
				rule.conditions().stream().map(Condition::toString).toList(), rule.fallback(),
				(hits instanceof CountingHits counting) ? hits(rule, counting) : null, findings(rule, status));
	}

	private static Map<String, Long> hits(Rule rule, CountingHits counting) {
		Map<String, Long> hits = new TreeMap<>();
		for (HitCounter.Outcome outcome : HitCounter.Outcome.values()) {
			long count = counting.count(rule.id(), outcome);
			if (count > 0) {
				hits.put(outcome.toString(), count);
			}
		}
		return hits;
	}

	private static List<FindingDescriptor> findings(Rule rule, LiveStatus status) {
		return status.lint()
			.findings()
			.stream()
			.filter((finding) -> finding.rule().id().equals(rule.id()))
			.map(FindingDescriptor::of)
			.toList();
	}

	/**
	 * Something that was proved about a rule.
	 *
	 * @param code what it is
	 * @param severity how bad it is
	 * @param message what was found
	 * @param suggestion how to mend it
	 * @param witness a made-up request that shows it; {@code null} where there is none
	 */
	public record FindingDescriptor(String code, String severity, String message, String suggestion,
			@Nullable String witness) {

		static FindingDescriptor of(Finding finding) {
			return new FindingDescriptor(finding.code().toString(), Words.of(finding.severity()), finding.message(),
					finding.suggestion(), (finding.witness() != null) ? finding.witness().toString() : null);
		}

	}

}
