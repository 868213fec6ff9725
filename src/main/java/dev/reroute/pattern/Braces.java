package dev.reroute.pattern;

/**
 * Braces that may nest: {@code {year:\\d{4}}}.
 */
final class Braces {

	private Braces() {
	}

	/**
	 * Find the closing brace. Braces may nest in a regular expression, and be escaped.
	 * @param text the text
	 * @param open the index of the opening brace
	 * @return the index of the closing brace, or the last index if there is none
	 */
	static int end(String text, int open) {
		int closing = closing(text, open);
		return (closing < 0) ? text.length() - 1 : closing;
	}

	/**
	 * Find the closing brace, if there is one.
	 * @param text the text
	 * @param open the index of the opening brace
	 * @return the index of the closing brace, or -1
	 */
	static int closing(String text, int open) {
		int depth = 0;
		for (int i = open; i < text.length(); i++) {
			switch (text.charAt(i)) {
				case '\\' -> i++;
				case '{' -> depth++;
				case '}' -> depth--;
				default -> {
				}
			}
			if (depth <= 0) {
				return (depth == 0 && i < text.length()) ? i : -1;
			}
		}
		return -1;
	}

}
