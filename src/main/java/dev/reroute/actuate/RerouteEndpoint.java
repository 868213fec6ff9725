package dev.reroute.actuate;

import dev.reroute.hits.CountingHits;
import dev.reroute.hits.DecisionTotals;
import dev.reroute.hits.HitCounter;
import dev.reroute.rule.Rule;
import dev.reroute.source.LiveRules;
import dev.reroute.source.LiveStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * The endpoint {@code reroute}: what is live, and single rules.
 * <ul>
 * <li>{@code /actuator/reroute} is the whole: a {@link RulesDescriptor}</li>
 * <li>{@code /actuator/reroute?id=ID} is one rule: a {@link RuleDescriptor}</li>
 * <li>{@code /actuator/reroute/ID} is one rule as well, for ids that may stand in a
 * path</li>
 * </ul>
 * A rule that is not there is 404.
 */
@Endpoint(id = "reroute")
public final class RerouteEndpoint {

	private final LiveRules rules;

	private final HitCounter hits;

	private final DecisionTotals totals;

	/**
	 * Create the endpoint.
	 * @param rules the live rules
	 * @param hits counts the hits of rules; shown if it is a {@link CountingHits}
	 * @param totals counts all decisions
	 */
	public RerouteEndpoint(LiveRules rules, HitCounter hits, DecisionTotals totals) {
		this.rules = rules;
		this.hits = hits;
		this.totals = totals;
	}

	/**
	 * Show the whole or one rule.
	 * @param id the name of a rule, as it is; {@code null} for the whole
	 * @return the whole or the rule; {@code null} if there is no such rule
	 */
	@ReadOperation
	public @Nullable OperationResponseBody rules(@Nullable String id) {
		LiveStatus status = this.rules.status();
		if (id == null) {
			return RulesDescriptor.of(status, this.totals);
		}
		return describe(find(id, status), status);
	}

	/**
	 * Show one rule.
	 * @param id the segments of its name
	 * @return the rule; {@code null} if there is none
	 */
	@ReadOperation
	public @Nullable OperationResponseBody rule(@Selector(match = Selector.Match.ALL_REMAINING) String[] id) {
		LiveStatus status = this.rules.status();
		for (String name : PathId.names(id)) {
			Rule rule = find(name, status);
			if (rule != null) {
				return describe(rule, status);
			}
		}
		return null;
	}

	private static @Nullable Rule find(String id, LiveStatus status) {
		return status.rules().rules().stream().filter((rule) -> rule.id().equals(id)).findFirst().orElse(null);
	}

	private @Nullable OperationResponseBody describe(@Nullable Rule rule, LiveStatus status) {
		return (rule != null) ? RuleDescriptor.of(rule, status, this.hits) : null;
	}

}
