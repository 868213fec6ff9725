package dev.reroute.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

import org.jspecify.annotations.Nullable;

/**
 * A radix tree over literal prefixes. A walk along a path meets exactly the prefixes that
 * the path starts with, at a cost that depends on the path alone.
 */
final class PrefixTree {

	private static final int[] NO_RULES = {};

	/** What stands on the edge to this node. */
	private final String label;

	/** The rules whose prefix ends here, ascending. */
	private final int[] rules;

	/** Sorted by the first character of their labels. */
	private final PrefixTree[] children;

	private PrefixTree(String label, int[] rules, PrefixTree[] children) {
		this.label = label;
		this.rules = rules;
		this.children = children;
	}

	static PrefixTree of(NavigableMap<String, int[]> rulesByPrefix) {
		return build("", 0, new ArrayList<>(rulesByPrefix.entrySet()));
	}

	/**
	 * Build a node.
	 * @param label its label
	 * @param depth the characters of the prefixes that lead here
	 * @param entries the entries below it, sorted
	 */
	private static PrefixTree build(String label, int depth, List<Map.Entry<String, int[]>> entries) {
		int[] rules = NO_RULES;
		int first = 0;
		if (!entries.isEmpty() && entries.get(0).getKey().length() == depth) {
			rules = entries.get(0).getValue();
			first = 1;
		}
		List<PrefixTree> children = new ArrayList<>();
		for (int start = first; start < entries.size();) {
			char c = entries.get(start).getKey().charAt(depth);
			int end = start + 1;
			while (end < entries.size() && entries.get(end).getKey().charAt(depth) == c) {
				end++;
			}
			List<Map.Entry<String, int[]>> below = entries.subList(start, end);
			int common = commonPrefix(below.get(0).getKey(), below.get(below.size() - 1).getKey());
			children.add(build(below.get(0).getKey().substring(depth, common), common, below));
			start = end;
		}
		return new PrefixTree(label, rules, children.toArray(PrefixTree[]::new));
	}

	private static int commonPrefix(String one, String other) {
		int i = 0;
		while (i < one.length() && i < other.length() && one.charAt(i) == other.charAt(i)) {
			i++;
		}
		return i;
	}

	/**
	 * Find the rules whose prefix a path starts with.
	 * @param path the path
	 * @param found where to add them; {@code null} if nothing was found yet
	 * @return {@code found}, created if it was needed
	 */
	@Nullable Candidates collect(String path, @Nullable Candidates found) {
		Candidates candidates = found;
		PrefixTree node = this;
		int at = 0;
		while (node != null) {
			if (node.rules.length > 0) {
				candidates = (candidates != null) ? candidates : new Candidates();
				candidates.add(node.rules);
			}
			node = (at < path.length()) ? node.child(path, at) : null;
			at += (node != null) ? node.label.length() : 0;
		}
		return candidates;
	}

	private @Nullable PrefixTree child(String path, int at) {
		char c = path.charAt(at);
		int low = 0;
		int high = this.children.length - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			PrefixTree child = this.children[middle];
			int order = Character.compare(child.label.charAt(0), c);
			if (order == 0) {
				return path.startsWith(child.label, at) ? child : null;
			}
			if (order < 0) {
				low = middle + 1;
			}
			else {
				high = middle - 1;
			}
		}
		return null;
	}

}
