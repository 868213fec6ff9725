package dev.reroute.replay;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.datasketches.frequencies.ErrorType;
import org.apache.datasketches.frequencies.ItemsSketch;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often things come, in bounded memory: exactly as long as there are not too
 * many different ones, and then with a sketch, which forgets the rare ones and knows by
 * how much it may be wrong.
 *
 * @param <K> the type of the things, with {@code equals}, and with a text of bounded
 * length
 */
final class Frequencies<K> {

	/** Different things that are counted exactly. */
	static final int EXACT = 150_000;

	/**
	 * Characters of their texts, so that long ones take no more memory than short ones.
	 */
	static final int EXACT_TEXT = 12 * 1_048_576;

	/** Slots of the sketch; three quarters of them are used. */
	private static final int SKETCH = 1 << 15;

	private @Nullable Map<K, long[]> exact = new HashMap<>();

	private @Nullable ItemsSketch<K> sketch;

	private final int limit;

	private long text;

	private long total;

	private long different;

	Frequencies() {
		this(EXACT);
	}

	Frequencies(int limit) {
		this.limit = limit;
	}

	void add(K key) {
		this.total++;
		if (this.exact == null) {
			count(key, 1);
			return;
		}
		long[] count = this.exact.computeIfAbsent(key, (added) -> new long[1]);
		if (count[0]++ == 0) {
			this.different++;
			this.text += key.toString().length();
			if (this.different > this.limit || this.text > EXACT_TEXT) {
				Map<K, long[]> counts = this.exact;
				this.exact = null;
				counts.forEach((known, number) -> count(known, number[0]));
			}
		}
	}

	private void count(K key, long number) {
		if (this.sketch == null) {
			this.sketch = new ItemsSketch<>(SKETCH);
		}
		this.sketch.update(key, number);
	}

	/**
	 * The most frequent things.
	 * @param most how many
	 * @return their ranking
	 */
	Ranking<K> top(int most) {
		long error = (this.sketch != null) ? this.sketch.getMaximumError() : 0;
		return new Ranking<>(counted()
			.sorted(Comparator.comparingLong(Counted<K>::requests)
				.reversed()
				.thenComparing((counted) -> counted.what().toString()))
			.limit(most)
			.toList(), this.total, this.different, error);
	}

	/**
	 * What is known: everything, or the frequent things.
	 * @return the things, in no order
	 */
	Stream<Counted<K>> counted() {
		if (this.exact != null) {
			return this.exact.entrySet().stream().map((entry) -> new Counted<>(entry.getKey(), entry.getValue()[0]));
		}
		List<ItemsSketch.Row<K>> rows = (this.sketch != null)
				? Arrays.asList(this.sketch.getFrequentItems(ErrorType.NO_FALSE_NEGATIVES)) : List.of();
		return rows.stream().map((row) -> new Counted<>(row.getItem(), row.getEstimate()));
	}

}
