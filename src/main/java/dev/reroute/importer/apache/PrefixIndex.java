package dev.reroute.importer.apache;

import dev.reroute.importer.regex.SearchedRegex;
import dev.reroute.pattern.CaseFolding;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Finds regular expressions by what they begin with, so that a long list of rules need
 * not be gone through for each of them.
 */
final class PrefixIndex {

	private final TreeMap<String, List<Integer>> numbers = new TreeMap<>();

	private static String fold(String text) {
		return CaseFolding.fold(text);
	}

	void add(SearchedRegex regex, boolean negated, int number) {
		List<String> prefixes = negated ? List.of("") : regex.prefixes();
		prefixes
			.forEach((prefix) -> this.numbers.computeIfAbsent(fold(prefix), (key) -> new ArrayList<>()).add(number));
	}

	/**
	 * The numbers of those that may be found in a text.
	 * @param text what is known of the text
	 * @return numbers in ascending order, perhaps too many
	 */
	int[] candidates(SearchedRegex.Known text) {
		String start = fold(text.start());
		List<Integer> found = new ArrayList<>();
		for (int length = 0; length <= start.length(); length++) {
			found.addAll(this.numbers.getOrDefault(start.substring(0, length), List.of()));
		}
		if (!text.whole()) {
			this.numbers.subMap(start, false, start + Character.MAX_VALUE, false).values().forEach(found::addAll);
		}
		return found.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
	}

}
