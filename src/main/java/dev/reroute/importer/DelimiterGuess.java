package dev.reroute.importer;

import java.util.List;
import java.util.function.ToLongBiFunction;
import java.util.regex.Pattern;

/**
 * Guesses what stands between the cells of a table from some of its lines:
 * <ol>
 * <li>the delimiter behind which a URL begins in most lines, since a URL can hold a comma
 * or a semicolon as well;</li>
 * <li>if there is none, that which is there most often;</li>
 * <li>of several, the first that is usual.</li>
 * </ol>
 * What stands within quotes is text.
 */
final class DelimiterGuess {

	private static final Pattern URL_OR_NOTHING = Pattern.compile("\\s*\"?\\s*(/|https?:|\"?[\t,;|])",
			Pattern.CASE_INSENSITIVE);

	private DelimiterGuess() {
	}

	/**
	 * Guess.
	 * @param lines the lines
	 * @param delimiters those that may be, the usual one first
	 * @return the delimiter
	 */
	static char of(List<String> lines, String delimiters) {
		List<String> unquoted = lines.stream().map((line) -> withoutQuoted(line, delimiters)).toList();
		char frequent = most(unquoted, delimiters, delimiters.charAt(0), DelimiterGuess::count);
		return most(unquoted, delimiters, frequent, (line, delimiter) -> beginsUrl(line, delimiter) ? 1 : 0);
	}

	private static char most(List<String> lines, String delimiters, char otherwise,
			ToLongBiFunction<String, Character> score) {
		char best = otherwise;
		long most = 0;
		for (int i = 0; i < delimiters.length(); i++) {
			char delimiter = delimiters.charAt(i);
			long sum = lines.stream().mapToLong((line) -> score.applyAsLong(line, delimiter)).sum();
			if (sum > most) {
				most = sum;
				best = delimiter;
			}
		}
		return best;
	}

	private static long count(String line, char delimiter) {
		return line.chars().filter((c) -> c == delimiter).count();
	}

	private static boolean beginsUrl(String line, char delimiter) {
		int index = line.indexOf(delimiter);
		return index > 0 && URL_OR_NOTHING.matcher(line).region(index + 1, line.length()).lookingAt();
	}

	/** The line, with another character for each delimiter within quotes. */
	private static String withoutQuoted(String line, String delimiters) {
		StringBuilder text = new StringBuilder(line);
		boolean quoted = false;
		boolean cellBegins = true;
		for (int i = 0; i < line.length(); i++) {
			char c = line.charAt(i);
			boolean delimiter = delimiters.indexOf(c) >= 0;
			if (c == '"') {
				// a quote in a cell is written twice, and closes and opens it
				quoted = !quoted && (cellBegins || line.charAt(i - 1) == '"');
			}
			else if (quoted && delimiter) {
				text.setCharAt(i, '_');
			}
			cellBegins = !quoted && (delimiter || (cellBegins && c == ' '));
		}
		return text.toString();
	}

}
