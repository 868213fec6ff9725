package dev.reroute.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.reroute.rule.Rule;

/**
 * Rules by the literal text that their sources begin with, folded: those that could have
 * a path in common with a given beginning are few.
 */
final class SourceIndex {

	private final TreeMap<String, List<Rule>> byPrefix = new TreeMap<>();

	void add(Rule rule) {
		this.byPrefix.computeIfAbsent(fold(rule.source().literalPrefix()), (key) -> new ArrayList<>(1)).add(rule);
	}

	/**
	 * The rules whose prefix begins with a text, or that the text begins with.
	 * @param beginning the text
	 * @param most how many at most
	 * @return the rules
	 */
	List<Rule> near(String beginning, int most) {
		String folded = fold(beginning);
		List<Rule> near = new ArrayList<>();
		for (int length = 0; length < folded.length(); length++) {
			near.addAll(this.byPrefix.getOrDefault(folded.substring(0, length), List.of()));
		}
		for (Map.Entry<String, List<Rule>> below : this.byPrefix.tailMap(folded, true).entrySet()) {
			if (!below.getKey().startsWith(folded) || near.size() >= most) {
				break;
			}
			near.addAll(below.getValue());
		}
		return near;
	}

	private static String fold(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

}
