package dev.reroute.hits;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import dev.reroute.rule.Rule;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Counts hits by outcome and rule. Bounded by the number of rules, since nothing of a
 * request is a key; a rule that was never hit takes no memory.
 */
public final class CountingHits implements HitCounter {

	private static final Log logger = LogFactory.getLog(CountingHits.class);

	private final Map<Outcome, Map<String, LongAdder>> countsByRule = new EnumMap<>(Outcome.class);

	public CountingHits() {
		for (Outcome outcome : Outcome.values()) {
			this.countsByRule.put(outcome, new ConcurrentHashMap<>());
		}
	}

	@Override
	public void hit(Rule rule, Outcome outcome) {
		Map<String, LongAdder> counts = countsOf(outcome);
		LongAdder count = counts.get(rule.id());
		if (count == null) {
			LongAdder first = new LongAdder();
			LongAdder other = counts.putIfAbsent(rule.id(), first);
			count = (other != null) ? other : first;
			if (other == null && outcome == Outcome.SELF_REDIRECT) {
				logger.warn("Rule " + rule + " redirects to the URL that was asked for; such requests pass");
			}
		}
		count.increment();
	}

	/**
	 * How often a rule came to an outcome.
	 * @param ruleId the name of the rule
	 * @param outcome the outcome
	 * @return the number of requests
	 */
	public long count(String ruleId, Outcome outcome) {
		LongAdder count = countsOf(outcome).get(ruleId);
		return (count != null) ? count.sum() : 0;
	}

	private Map<String, LongAdder> countsOf(Outcome outcome) {
		return this.countsByRule.getOrDefault(outcome, Map.of());
	}

}
