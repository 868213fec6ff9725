package dev.reroute.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

import org.jspecify.annotations.Nullable;

/**
 * Finds which of many literals occur anywhere in a path, in one pass over it (Aho and
 * Corasick, 1975). It is for the sources without a literal prefix: a regular expression
 * such as {@code .*-item-7\.html} is tried only on paths in which {@code -item-7.html}
 * occurs. {@code DecideBenchmark} with {@code BARE_REGEX} shows why.
 */
final class LiteralScanner {

	private static final int ROOT = 0;

	/** Next states by state and character, open addressing; see {@link #next}. */
	private final long[] keys;

	private final int[] targets;

	/** The state of the longest proper suffix. */
	private final int[] failures;

	/** The rules whose literal ends in a state, ascending; {@code null} for none. */
	private final int[][] rules;

	/** The next shorter suffix with rules; the root for none. */
	private final int[] suffixesWithRules;

	private LiteralScanner(List<Map<Character, Integer>> children, List<int @Nullable []> rules) {
		int states = children.size();
		int capacity = Integer.highestOneBit(Math.max(4, states * 2)) * 2;
		this.keys = new long[capacity];
		this.targets = new int[capacity];
		Arrays.fill(this.keys, -1);
		for (int state = 0; state < states; state++) {
			for (Map.Entry<Character, Integer> child : children.get(state).entrySet()) {
				int slot = slot(state, child.getKey());
				this.keys[slot] = key(state, child.getKey());
				this.targets[slot] = child.getValue();
			}
		}
		this.failures = new int[states];
		this.suffixesWithRules = new int[states];
		this.rules = rules.toArray(int[][]::new);
		linkSuffixes(children);
	}

	static LiteralScanner of(NavigableMap<String, int[]> rulesByLiteral) {
		List<Map<Character, Integer>> children = new ArrayList<>();
		List<int @Nullable []> rules = new ArrayList<>();
		children.add(new HashMap<>());
		rules.add(null);
		rulesByLiteral.forEach((literal, positions) -> {
			int state = ROOT;
			for (int i = 0; i < literal.length(); i++) {
				char c = literal.charAt(i);
				Integer child = children.get(state).get(c);
				if (child == null) {
					child = children.size();
					children.get(state).put(c, child);
					children.add(new HashMap<>(2));
					rules.add(null);
				}
				state = child;
			}
			rules.set(state, positions);
		});
		return new LiteralScanner(children, rules);
	}

	/** Breadth first, so that the shorter suffixes are linked before the longer ones. */
	private void linkSuffixes(List<Map<Character, Integer>> children) {
		Deque<Integer> queue = new ArrayDeque<>(children.get(ROOT).values());
		while (!queue.isEmpty()) {
			int state = queue.remove();
			int suffix = this.failures[state];
			this.suffixesWithRules[state] = (this.rules[suffix] != null) ? suffix : this.suffixesWithRules[suffix];
			children.get(state).forEach((c, child) -> {
				this.failures[child] = step(suffix, c);
				queue.add(child);
			});
		}
	}

	/** The state after one more character. */
	private int step(int from, char c) {
		int state = from;
		while (true) {
			int next = next(state, c);
			if (next >= 0) {
				return next;
			}
			if (state == ROOT) {
				return ROOT;
			}
			state = this.failures[state];
		}
	}

	@Nullable Candidates collect(String path, @Nullable Candidates found) {
		Candidates candidates = found;
		int state = ROOT;
		for (int i = 0; i < path.length(); i++) {
			state = step(state, path.charAt(i));
			for (int end = state; end != ROOT; end = this.suffixesWithRules[end]) {
				int[] positions = this.rules[end];
				if (positions != null) {
					candidates = (candidates != null) ? candidates : new Candidates();
					candidates.add(positions);
				}
			}
		}
		return candidates;
	}

	private int next(int state, char c) {
		int slot = slot(state, c);
		return (this.keys[slot] >= 0) ? this.targets[slot] : -1;
	}

	private int slot(int state, char c) {
		long key = key(state, c);
		int mask = this.keys.length - 1;
		int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
		while (this.keys[slot] >= 0 && this.keys[slot] != key) {
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	private static long key(int state, char c) {
		return (long) state << 16 | c;
	}

}
