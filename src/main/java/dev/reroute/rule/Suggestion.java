package dev.reroute.rule;

import java.util.Collection;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * Guesses what was meant by a word that is not known.
 */
public final class Suggestion {

	private Suggestion() {
	}

	/**
	 * Find the known word that is nearest.
	 * @param word the unknown word
	 * @param known the known ones
	 * @return {@code did you mean '...'?}, or {@code null} if none is near
	 */
	public static @Nullable String of(String word, Collection<String> known) {
		if (word.length() > 40) {
			return null;
		}
		String nearest = known.stream().min(Comparator.comparingInt((one) -> distance(word, one))).orElse(null);
		boolean near = nearest != null && distance(word, nearest) <= Math.max(1, nearest.length() / 3);
		return near ? "did you mean '" + nearest + "'?" : null;
	}

	/**
	 * Levenshtein's distance, with two letters swapped as one fault. It takes time in
	 * proportion to the product of the lengths.
	 * @param one a word
	 * @param other another
	 * @return how many letters are to be inserted, removed, replaced or swapped to make
	 * one of the other
	 */
	public static int distance(String one, String other) {
		int[] beforePrevious = new int[0];
		int[] previous = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			previous[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int[] current = new int[other.length() + 1];
			current[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int substitution = (one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1;
				current[j] = Math.min(previous[j - 1] + substitution, 1 + Math.min(previous[j], current[j - 1]));
				if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
						&& one.charAt(i - 2) == other.charAt(j - 1)) {
					current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
				}
			}
			beforePrevious = previous;
			previous = current;
		}
		return previous[other.length()];
	}

}
