package dev.reroute.engine;

import java.util.Arrays;

/**
 * The positions of the rules that could match one request, merged from the few ascending
 * lists that the index found. Per-request state.
 */
final class Candidates {

	/** What {@link #next} returns behind the last one. */
	static final int NONE = Integer.MAX_VALUE;

	private int[][] lists = new int[2][];

	private int[] cursors = new int[2];

	private int size;

	/** The same list may be found twice; another one with the same rules cannot be. */
	@SuppressWarnings("ReferenceEquality")
	void add(int[] positions) {
		for (int i = 0; i < this.size; i++) {
			if (this.lists[i] == positions) {
				return;
			}
		}
		if (this.size == this.lists.length) {
			this.lists = Arrays.copyOf(this.lists, this.size * 2);
			this.cursors = Arrays.copyOf(this.cursors, this.size * 2);
		}
		this.lists[this.size++] = positions;
	}

	/**
	 * The next position in ascending order. There are few lists, so that comparing their
	 * heads beats a heap.
	 * @return the position, or {@link #NONE}
	 */
	int next() {
		int best = NONE;
		int from = -1;
		for (int i = 0; i < this.size; i++) {
			int cursor = this.cursors[i];
			if (cursor < this.lists[i].length && this.lists[i][cursor] < best) {
				best = this.lists[i][cursor];
				from = i;
			}
		}
		if (from >= 0) {
			this.cursors[from]++;
		}
		return best;
	}

}
