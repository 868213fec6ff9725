package dev.reroute.actuate;

import dev.reroute.hits.DecisionTotals;
import dev.reroute.hits.HitCounter;
import dev.reroute.source.LiveRules;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of the rules. They read what is counted anyway, so that no request waits for a
 * registry. Tags are few and fixed: never a path, a host or a rule.
 */
public final class RerouteMeters implements MeterBinder {

	/** Counts decisions, by action and outcome. */
	public static final String DECISIONS = "reroute.decisions";

	/** How many rules are live. */
	public static final String RULES = "reroute.rules";

	/** How many problems keep an older rule set in place. */
	public static final String PROBLEMS = "reroute.problems";

	private final LiveRules rules;

	private final DecisionTotals totals;

	/**
	 * Create the meters.
	 * @param rules the live rules
	 * @param totals counts all decisions
	 */
	public RerouteMeters(LiveRules rules, DecisionTotals totals) {
		this.rules = rules;
		this.totals = totals;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (HitCounter.Outcome outcome : HitCounter.Outcome.values()) {
			FunctionCounter.builder(DECISIONS, this.totals, (totals) -> totals.count(outcome))
				.tag("action", outcome.action())
				.tag("outcome", outcome.toString())
				.description("Decisions on requests")
				.register(registry);
		}
		Gauge.builder(RULES, this.rules, (rules) -> rules.current().rules().size())
			.description("Rules that are live")
			.register(registry);
		Gauge.builder(PROBLEMS, this.rules, (rules) -> rules.problems().size())
			.description("Problems that keep an older rule set in place")
			.register(registry);
	}

}
