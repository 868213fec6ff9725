package dev.reroute.flatten;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import dev.reroute.pattern.CaseFolding;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rules whose source could match a path, without regard to their conditions and
 * to case. What it finds may not match; what it does not find cannot.
 */
final class SourceIndex {

	/** A path that so many rules could match is not looked into. */
	static final int MANY = 2_000;

	private static final int[] NONE = {};

	private final Map<String, int[]> literals = new HashMap<>();

	private final NavigableMap<String, int[]> patterns = new TreeMap<>();

	private final BitSet prefixLengths = new BitSet();

	/** The literals once more, in order; only a chain with captures needs it. */
	private @Nullable NavigableMap<String, int[]> sortedLiterals;

	SourceIndex(List<Rule> rules) {
		for (int position = 0; position < rules.size(); position++) {
			Rule rule = rules.get(position);
			if (rule.fallback()) {
				continue;
			}
			for (String path : rule.source().literalPaths()) {
				add(this.literals, CaseFolding.fold(path), position);
			}
			if (rule.source().literalPaths().isEmpty()) {
				String prefix = CaseFolding.fold(rule.source().literalPrefix());
				this.prefixLengths.set(prefix.length());
				add(this.patterns, prefix, position);
			}
		}
	}

	private static void add(Map<String, int[]> map, String key, int position) {
		int[] positions = map.getOrDefault(key, NONE);
		int[] more = Arrays.copyOf(positions, positions.length + 1);
		more[positions.length] = position;
		map.put(key, more);
	}

	/**
	 * The rules that could match a path.
	 * @param path the path, or what is known of it
	 * @return their positions in ascending order; {@code null} if there are too many
	 */
	int @Nullable [] candidates(PathForm path) {
		String prefix = CaseFolding.fold(path.prefix());
		if (path.isText() && this.patterns.isEmpty()) {
			return this.literals.getOrDefault(prefix, NONE);
		}
		IntStream.Builder found = IntStream.builder();
		int shorter = path.isText() ? prefix.length() : prefix.length() - 1;
		for (int length = this.prefixLengths.nextSetBit(0); length >= 0
				&& length <= shorter; length = this.prefixLengths.nextSetBit(length + 1)) {
			addAll(this.patterns.get(prefix.substring(0, length)), found);
		}
		if (path.isText()) {
			addAll(this.literals.get(prefix), found);
			return found.build().sorted().toArray();
		}
		if (!addBelow(prefix, this.patterns, found) || !addBelow(prefix, sortedLiterals(), found)) {
			return null;
		}
		return found.build().sorted().distinct().toArray();
	}

	private NavigableMap<String, int[]> sortedLiterals() {
		NavigableMap<String, int[]> sorted = this.sortedLiterals;
		if (sorted == null) {
			sorted = new TreeMap<>(this.literals);
			this.sortedLiterals = sorted;
		}
		return sorted;
	}

	private static boolean addBelow(String prefix, NavigableMap<String, int[]> map, IntStream.Builder found) {
		int count = 0;
		for (Map.Entry<String, int[]> entry : map.tailMap(prefix, true).entrySet()) {
			if (!entry.getKey().startsWith(prefix)) {
				return true;
			}
			count += entry.getValue().length;
			if (count > MANY) {
				return false;
			}
			addAll(entry.getValue(), found);
		}
		return true;
	}

	private static void addAll(int @Nullable [] positions, IntStream.Builder found) {
		if (positions != null) {
			for (int position : positions) {
				found.add(position);
			}
		}
	}

}
