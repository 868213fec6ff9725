package dev.reroute.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A hash table from literal paths to rules, as compact as a million of them want it: a
 * {@link HashMap} would take three objects more for each. The keys are the strings that
 * the sources hold anyway.
 */
final class LiteralTable {

	private static final int[] NO_RULES = {};

	private final String[] keys;

	/** The position of the only rule of a key; -1 where there are several. */
	private final int[] positions;

	private final Map<String, int[]> several;

	private LiteralTable(int size, Map<String, int[]> several) {
		int capacity = Integer.highestOneBit(Math.max(4, size * 2 - 1)) * 2;
		this.keys = new String[capacity];
		this.positions = new int[capacity];
		this.several = several;
	}

	int[] get(String path) {
		int slot = slot(path);
		if (this.keys[slot] == null) {
			return NO_RULES;
		}
		int position = this.positions[slot];
		return (position >= 0) ? new int[] { position } : this.several.getOrDefault(path, NO_RULES);
	}

	/** The slot of a key, or the empty one where it would go. */
	private int slot(String path) {
		int mask = this.keys.length - 1;
		int slot = mixed(path.hashCode()) & mask;
		while (this.keys[slot] != null && !this.keys[slot].equals(path)) {
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	/**
	 * Spreads hashes over the table, as MurmurHash3 does at its end. Those of paths that
	 * are numbered differ in few bits: of a million like {@code /item/1} one would stand
	 * 1,180 slots behind its own, so 41 ({@code LiteralTableTests}).
	 */
	private static int mixed(int hash) {
		int mixed = hash;
		mixed = (mixed ^ (mixed >>> 16)) * 0x85ebca6b;
		mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
		return mixed ^ (mixed >>> 16);
	}

	/**
	 * How far the keys stand from where they would stand alone.
	 * @return the greatest distance, in slots
	 */
	int longestProbe() {
		int longest = 0;
		for (int slot = 0; slot < this.keys.length; slot++) {
			if (this.keys[slot] != null) {
				int distance = (slot - mixed(this.keys[slot].hashCode())) & (this.keys.length - 1);
				longest = Math.max(longest, distance);
			}
		}
		return longest;
	}

	private void put(String path, int position) {
		int slot = slot(path);
		if (this.keys[slot] == null) {
			this.keys[slot] = path;
			this.positions[slot] = position;
			return;
		}
		int[] before = (this.positions[slot] >= 0) ? new int[] { this.positions[slot] }
				: this.several.getOrDefault(path, NO_RULES);
		int[] after = Arrays.copyOf(before, before.length + 1);
		after[before.length] = position;
		this.several.put(path, after);
		this.positions[slot] = -1;
	}

	/** Collects keys in ascending order of position. */
	static final class Builder {

		private String[] paths = new String[16];

		private int[] positions = new int[16];

		private int size;

		void add(String path, int position) {
			if (this.size == this.paths.length) {
				this.paths = Arrays.copyOf(this.paths, this.size * 2);
				this.positions = Arrays.copyOf(this.positions, this.size * 2);
			}
			this.paths[this.size] = path;
			this.positions[this.size++] = position;
		}

		boolean isEmpty() {
			return this.size == 0;
		}

		LiteralTable build() {
			LiteralTable table = new LiteralTable(this.size, new HashMap<>());
			for (int i = 0; i < this.size; i++) {
				table.put(this.paths[i], this.positions[i]);
			}
			return table;
		}

	}

}
