package dev.reroute.replay.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a request, as logs quote it.
 *
 * <pre>
 * request-line = method SP target [ SP version ]   ; without it: HTTP/0.9, or cut off
 *              / "-"                               ; nothing was sent
 *              / anything                          ; a TLS handshake, say
 * </pre>
 *
 * A target may hold spaces, which no well-behaved client sends.
 *
 * @param method the method; empty where there is none
 * @param target the target; empty where there is none
 */
record RequestLine(String method, String target) {

	private static final RequestLine NOTHING = new RequestLine("", "");

	private static final Pattern METHOD = Pattern.compile("[A-Za-z][A-Za-z_-]{0,31}");

	private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x(\\p{XDigit}{2})|(.))", Pattern.DOTALL);

	/** What stands behind the backslash, and what it stands for. */
	private static final String LETTERS = "nrtbfv0";

	private static final String MEANINGS = "\n\r\t\b\f\u000b\0";

	/**
	 * Take a line apart.
	 * @param line the line, without escapes
	 * @return its parts; empty ones where it is no request
	 */
	static RequestLine of(String line) {
		int space = line.indexOf(' ');
		if (space <= 0 || !METHOD.matcher(line).region(0, space).matches()) {
			return NOTHING;
		}
		int end = line.length();
		int last = line.lastIndexOf(' ');
		if (last > space && line.startsWith("HTTP/", last + 1)) {
			end = last;
		}
		return new RequestLine(line.substring(0, space), line.substring(space + 1, end));
	}

	/**
	 * Undo what Apache httpd and nginx do to characters that could break a log: {@code
	 * \x22}, {@code \"}, {@code \\} and {@code \n}. An octet beyond ASCII becomes the
	 * character of the same number: no path may hold one unencoded, whatever it is.
	 * @param logged text from a log
	 * @return the text
	 */
	static String unescape(String logged) {
		if (logged.indexOf('\\') < 0) {
			return logged;
		}
		return ESCAPE.matcher(logged)
			.replaceAll((escape) -> Matcher.quoteReplacement((escape.group(1) != null)
					? String.valueOf((char) Integer.parseInt(escape.group(1), 16)) : meaning(escape.group(2))));
	}

	private static String meaning(String letter) {
		int index = LETTERS.indexOf(letter);
		return (index >= 0) ? MEANINGS.substring(index, index + 1) : letter;
	}

}
