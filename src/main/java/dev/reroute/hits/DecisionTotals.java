package dev.reroute.hits;

import java.util.concurrent.atomic.LongAdder;

/**
 * How many decisions there were of each outcome. It is on the way of every request: an
 * increment each, and nothing is allocated.
 */
public final class DecisionTotals {

	private final LongAdder[] counts = new LongAdder[HitCounter.Outcome.values().length];

	public DecisionTotals() {
		for (int i = 0; i < this.counts.length; i++) {
			this.counts[i] = new LongAdder();
		}
	}

	/**
	 * Count a decision.
	 * @param outcome what came of it
	 */
	public void add(HitCounter.Outcome outcome) {
		this.counts[outcome.ordinal()].increment();
	}

	/**
	 * How many decisions there were so far.
	 * @param outcome the outcome
	 * @return their number
	 */
	public long count(HitCounter.Outcome outcome) {
		return this.counts[outcome.ordinal()].sum();
	}

}
