package dev.reroute.importer.apache;

import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of a directive, as httpd splits them. <pre>
 * arguments = argument ( space+ argument )*
 * argument  = '"' ... '"' | "'" ... "'" | non-space+
 * </pre>
 */
final class Arguments {

	private Arguments() {
	}

	/**
	 * The core's way: within quotes a backslash takes the meaning from a quote.
	 * @param text the text behind the name
	 * @return the arguments
	 */
	static List<String> of(String text) {
		List<String> words = new ArrayList<>();
		int i = 0;
		while (i < text.length()) {
			if (Character.isWhitespace(text.charAt(i))) {
				i++;
				continue;
			}
			StringBuilder word = new StringBuilder();
			char quote = isQuote(text.charAt(i)) ? text.charAt(i++) : 0;
			while (i < text.length() && !ends(text.charAt(i), quote)) {
				if (text.charAt(i) == '\\' && i + 1 < text.length()
						&& (text.charAt(i + 1) == '\\' || (quote != 0 && text.charAt(i + 1) == quote))) {
					i++;
				}
				word.append(text.charAt(i++));
			}
			words.add(word.toString());
			i += (quote != 0) ? 1 : 0;
		}
		return words;
	}

	/**
	 * The way of mod_rewrite: a backslash keeps a space in its argument, and stays. What
	 * stands behind the third argument is not looked at.
	 * @param text the text behind the name
	 * @return at most three arguments
	 */
	static List<String> ofRewrite(String text) {
		List<String> words = new ArrayList<>();
		int i = 0;
		while (i < text.length() && words.size() < 3) {
			if (Character.isWhitespace(text.charAt(i))) {
				i++;
				continue;
			}
			char quote = isQuote(text.charAt(i)) ? text.charAt(i++) : 0;
			int start = i;
			while (i < text.length() && !ends(text.charAt(i), quote)) {
				boolean escapes = text.charAt(i) == '\\' && i + 1 < text.length()
						&& Character.isWhitespace(text.charAt(i + 1));
				i += escapes ? 2 : 1;
			}
			int end = Math.min(i, text.length());
			words.add(text.substring(start, end));
			i += (quote != 0) ? 1 : 0;
		}
		return words;
	}

	private static boolean isQuote(char c) {
		return c == '"' || c == '\'';
	}

	private static boolean ends(char c, char quote) {
		return (quote != 0) ? c == quote : Character.isWhitespace(c);
	}

}
