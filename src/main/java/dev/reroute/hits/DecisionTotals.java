package dev.reroute.hits;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many decisions there were of each outcome. It is on the way of every request: an
 * increment each, and nothing is allocated.
 */
public final class DecisionTotals {

	private final Map<HitCounter.Outcome, LongAdder> counts = new EnumMap<>(HitCounter.Outcome.class);

	public DecisionTotals() {
		for (HitCounter.Outcome outcome : HitCounter.Outcome.values()) {
			this.counts.put(outcome, new LongAdder());
		}
	}

	/**
	 * Count a decision.
	 * @param outcome what came of it
	 */
	public void add(HitCounter.Outcome outcome) {
		of(outcome).increment();
	}

	/**
	 * How many decisions there were so far.
	 * @param outcome the outcome
	 * @return their number
	 */
	public long count(HitCounter.Outcome outcome) {
		return of(outcome).sum();
	}

	private LongAdder of(HitCounter.Outcome outcome) {
		return Objects.requireNonNull(this.counts.get(outcome));
	}

}
