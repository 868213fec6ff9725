package dev.reroute.importer.apache;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Conditions on the request line. Those that are written to know a URL before httpd
 * rewrote it ask for a path here, where no rewritten request is tested again. <pre>
 * ^[A-Z]{3,9}\ /(.*)index\.php\ HTTP/    the path, and no query
 * \s/+(.*)index\.php[\s?]                the path, whatever the query
 * \s/+(.*)index\.php(\?|\s)              the same
 * ^GET\ /page\.php\?id=(\d+)\ HTTP/       the path and the query
 * </pre>
 */
final class RequestLine {

	private static final String SPACE = "(?:\\\\s|\\\\ | |\\\\x20)\\+?";

	/** A question mark or a blank: in a class, or as alternatives. */
	private static final String EITHER = "\\[(?:\\\\s\\\\?\\?|\\\\?\\?\\\\s|\\\\ \\\\?\\?|\\\\?\\?\\\\ )]\\+?"
			+ "|\\((?:\\?:)?(?:\\\\\\?\\|\\\\[s ]|\\\\[s ]\\|\\\\\\?)\\)";

	private static final Pattern IDIOM = Pattern
		.compile("(?:\\^(?:\\[A-Z]|\\\\S|\\\\w)(?:\\{3,9?}|\\+)|\\^\\.\\+|\\^(GET))?" + SPACE
				+ "/(?:\\+|\\{1,})?(?<path>.*?)(?:(?<plain>" + SPACE + "(?:HTTP/?.*)?)|(?:" + EITHER
				+ ")(?:HTTP/?.*)?)");

	private static final Pattern QUERY_MARK = Pattern.compile("\\\\\\?");

	/** With one of these it is not sure where the query begins. */
	private static final Pattern UNSURE = Pattern
		.compile("\\[[^]]*\\?|\\(.*\\\\\\?.*\\(|\\\\\\?.*[|]|\\\\\\?.*\\\\\\?");

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
		String[] url = QUERY_MARK.split(idiom.group("path"), 2);
		boolean anyQuery = idiom.group("plain") == null;
		boolean any = anyQuery && url.length == 1;
		boolean unsure = UNSURE.matcher(idiom.group("path")).find() || (anyQuery && url.length > 1);
		if (unsure || (condition.negated() && !(any && idiom.group(1) == null))) {
			return List.of(condition);
		}
		List<RewriteCond> plain = new ArrayList<>();
		if (idiom.group(1) != null) {
			plain.add(with(condition, "%{REQUEST_METHOD}", false, "^GET$"));
		}
		if (!any) {
			plain.add(with(condition, "%{QUERY_STRING}", false, "^" + ((url.length > 1) ? url[1] : "") + "$"));
		}
		// the groups that a rule uses are those of the last condition
		boolean groupsInQuery = url.length > 1 && url[1].indexOf('(') >= 0;
		plain.add(groupsInQuery ? plain.size() - 1 : plain.size(),
				with(condition, "%{REQUEST_URI}", condition.negated(), "^/" + url[0] + "$"));
		return plain;
	}

	private static RewriteCond with(RewriteCond condition, String test, boolean negated, String pattern) {
		return new RewriteCond(condition.directive(), test, negated, pattern, condition.flags());
	}

}
