package dev.reroute.importer.apache;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Conditions on the request line. Those that are written to know a URL before httpd
 * rewrote it ask for a path here, where no rewritten request is tested again. <pre>
 * ^[A-Z]{3,9}\ /(.*)index\.php\ HTTP/    the path, and no query
 * \s/+(.*)index\.php[\s?]                the path, whatever the query
 * </pre>
 */
final class RequestLine {

	private static final String SPACE = "(?:\\\\s|\\\\ | |\\\\x20)\\+?";

	private static final Pattern IDIOM = Pattern
		.compile("(?:\\^(?:\\[A-Z]|\\\\S|\\\\w)(?:\\{3,9?}|\\+)|\\^\\.\\+|\\^(GET))?" + SPACE
				+ "/(?:\\+|\\{1,})?(?<path>.*?)" + "(?:(?<plain>" + SPACE + "HTTP/?.*)"
				+ "|\\[(?:\\\\s\\\\?\\?|\\\\?\\?\\\\s|\\\\ \\\\?\\?|\\\\?\\?\\\\ )]\\+?(?:HTTP/?.*)?|\\(?:?(?:\\\\\\?|\\\\s|\\|)+\\)?)");

	private RequestLine() {
	}

	/**
	 * Say a condition with others.
	 * @param condition a condition
	 * @return others that must hold together, or just the one
	 */
	static List<RewriteCond> plain(RewriteCond condition) {
		Matcher idiom = IDIOM.matcher(condition.pattern());
		if (!"THE_REQUEST".equals(condition.variable()) || !idiom.matches() || condition.flags().has("OR")) {
			return List.of(condition);
		}
		RewriteCond path = with(condition, "%{REQUEST_URI}", condition.negated(), "^/" + idiom.group("path") + "$");
		boolean anyQuery = idiom.group("plain") == null;
		if (anyQuery && idiom.group(1) == null) {
			return List.of(path);
		}
		if (condition.negated()) {
			return List.of(condition);
		}
		RewriteCond method = with(condition, "%{REQUEST_METHOD}", false, "^GET$");
		RewriteCond noQuery = with(condition, "%{QUERY_STRING}", false, "^$");
		return anyQuery ? List.of(method, path)
				: (idiom.group(1) == null) ? List.of(noQuery, path) : List.of(method, noQuery, path);
	}

	private static RewriteCond with(RewriteCond condition, String test, boolean negated, String pattern) {
		return new RewriteCond(condition.directive(), test, negated, pattern, condition.flags());
	}

}
