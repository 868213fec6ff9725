package dev.reroute.hits;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import dev.reroute.rule.Rule;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Counts hits by rule and outcome. Bounded by the number of rules, since nothing of a
 * request is a key.
 */
public final class CountingHits implements HitCounter {

	private static final Log logger = LogFactory.getLog(CountingHits.class);

	private final Map<String, Map<Outcome, LongAdder>> countsByRule = new ConcurrentHashMap<>();

	@Override
	public void hit(Rule rule, Outcome outcome) {
		Map<Outcome, LongAdder> counts = this.countsByRule.get(rule.id());
		if (counts == null) {
			counts = this.countsByRule.computeIfAbsent(rule.id(), (id) -> zeros());
		}
		LongAdder count = counts.get(outcome);
		if (count != null) {
			count.increment();
			if (outcome == Outcome.SELF_REDIRECT && count.sum() == 1) {
				logger.warn("Rule " + rule + " redirects to the URL that was asked for; such requests pass");
			}
		}
	}

	private static Map<Outcome, LongAdder> zeros() {
		Map<Outcome, LongAdder> zeros = new EnumMap<>(Outcome.class);
		for (Outcome outcome : Outcome.values()) {
			zeros.put(outcome, new LongAdder());
		}
		return zeros;
	}

	/**
	 * How often a rule came to an outcome.
	 * @param ruleId the name of the rule
	 * @param outcome the outcome
	 * @return the number of requests
	 */
	public long count(String ruleId, Outcome outcome) {
		Map<Outcome, LongAdder> counts = this.countsByRule.get(ruleId);
		LongAdder count = (counts != null) ? counts.get(outcome) : null;
		return (count != null) ? count.sum() : 0;
	}

}
