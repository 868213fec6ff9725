package dev.reroute.importer.tuckey;

/**
 * Patterns of the match type {@code wildcard}, which match the whole and with case.
 *
 * <pre>
 * pattern = ( character | "\" character | "*" | "**" )*
 * </pre>
 *
 * {@code *} is text without a slash, {@code **} any text; each is a group.
 */
final class Wildcard {

	private Wildcard() {
	}

	static String toRegex(String pattern) {
		StringBuilder regex = new StringBuilder("^");
		int i = 0;
		while (i < pattern.length()) {
			char c = pattern.charAt(i);
			if (c == '*') {
				int end = i;
				while (end < pattern.length() && pattern.charAt(end) == '*') {
					end++;
				}
				regex.append((end - i == 1) ? "([^/]*)" : "(.*)");
				i = end;
				continue;
			}
			if (c == '\\' && i + 1 < pattern.length()) {
				c = pattern.charAt(++i);
			}
			if ("\\.+*?()|[]{}^$".indexOf(c) >= 0) {
				regex.append('\\');
			}
			regex.append(c);
			i++;
		}
		return regex.append('$').toString();
	}

}
