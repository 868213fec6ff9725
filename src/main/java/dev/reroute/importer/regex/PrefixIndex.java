package dev.reroute.importer.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import dev.reroute.pattern.CaseFolding;

/**
 * Finds regular expressions, or other texts of which the beginning is known, by what they
 * begin with, so that a long list of them need not be gone through for each.
 */
public final class PrefixIndex {

	private final TreeMap<String, List<Integer>> numbers = new TreeMap<>();

	private static String fold(String text) {
		return CaseFolding.fold(text);
	}

	/**
	 * Add a regular expression.
	 * @param regex the regular expression
	 * @param negated whether it must not be found
	 * @param number its number
	 */
	public void add(SearchedRegex regex, boolean negated, int number) {
		List<String> prefixes = negated ? List.of("") : regex.prefixes();
		prefixes.forEach((prefix) -> add(prefix, number));
	}

	/**
	 * Add a text.
	 * @param prefix what it begins with
	 * @param number its number
	 */
	public void add(String prefix, int number) {
		this.numbers.computeIfAbsent(fold(prefix), (key) -> new ArrayList<>()).add(number);
	}

	/**
	 * The numbers of those that may be found in a text.
	 * @param text what is known of the text
	 * @return numbers in ascending order, perhaps too many
	 */
	public int[] candidates(SearchedRegex.Known text) {
		return candidates(text.start(), text.whole());
	}

	/**
	 * The numbers of those that begin a text, or that it begins.
	 * @param text the text
	 * @param whole whether that is all of it
	 * @return numbers in ascending order
	 */
	public int[] candidates(String text, boolean whole) {
		String start = fold(text);
		List<Integer> found = new ArrayList<>();
		for (int length = 0; length <= start.length(); length++) {
			found.addAll(this.numbers.getOrDefault(start.substring(0, length), List.of()));
		}
		if (!whole) {
			this.numbers.subMap(start, false, start + Character.MAX_VALUE, false).values().forEach(found::addAll);
		}
		return found.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
	}

}
