package dev.reroute.importer.apache;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.google.re2j.Matcher;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a regular expression without a request: in which texts it is found,
 * in which it is not. In doubt it may be.
 */
final class SearchedRegex {

	/** Whether it is found. */
	enum Found {

		YES, NO, MAYBE

	}

	/**
	 * A text of which perhaps only both ends are known.
	 *
	 * @param start how it begins
	 * @param whole whether that is all of it
	 * @param end how it ends
	 */
	record Known(String start, boolean whole, String end) {

		static Known of(String text) {
			return new Known(text, true, text);
		}

		static Known startingWith(String start) {
			return new Known(start, false, "");
		}

	}

	private static final Set<String> EVERYTHING = Set.of("", "^", "$", ".*", "^.*", "^.*$", ".*$", "(.*)", "^(.*)",
			"^(.*)$", "(.*)$", ".?", "^.*?$");

	private static final Set<String> CAPTURES_ALL = Set.of("(.*)", "^(.*)", "^(.*)$", "(.*)$");

	private static final Pattern ESCAPED = Pattern.compile("\\\\([^\\p{Alnum}])");

	private static final Pattern LITERAL_END = Pattern.compile("((?:\\\\[^\\p{Alnum}]|[A-Za-z0-9_/ =-])+)\\$$");

	private final String regex;

	private final boolean ignoreCase;

	private com.google.re2j.@Nullable Pattern compiled;

	private boolean unreadable;

	private @Nullable List<String> prefixes;

	SearchedRegex(String regex, boolean ignoreCase) {
		this.regex = regex;
		this.ignoreCase = ignoreCase;
	}

	/** Compiled when it is needed, which it seldom is. */
	private com.google.re2j.@Nullable Pattern compiled() {
		if (this.compiled == null && !this.unreadable) {
			try {
				this.compiled = com.google.re2j.Pattern.compile(this.regex, com.google.re2j.Pattern.DOTALL
						| (this.ignoreCase ? com.google.re2j.Pattern.CASE_INSENSITIVE : 0));
			}
			catch (PatternSyntaxException ex) {
				this.unreadable = true;
			}
		}
		return this.compiled;
	}

	/** Whether it is found in every text. */
	boolean isEverything() {
		return EVERYTHING.contains(this.regex);
	}

	/** Whether its first group is the text as a whole, whatever that is. */
	boolean capturesAll() {
		return CAPTURES_ALL.contains(this.regex);
	}

	/** Whether it is found in all texts but the empty one, and in that not. */
	boolean isSomething() {
		return Set.of(".", ".+", "^.", "^.+", "^.+$", "(.+)", "^(.+)$", "^(.+)", ".$").contains(this.regex);
	}

	/** Whether it is found in the empty text alone. */
	boolean isNothing() {
		return this.regex.equals("^$");
	}

	/**
	 * Search a text.
	 * @param text the text
	 * @return the match; {@code null} if there is none, or it cannot be said
	 */
	@Nullable Matcher find(String text) {
		com.google.re2j.Pattern pattern = compiled();
		Matcher matcher = (pattern != null) ? pattern.matcher(text) : null;
		return (matcher != null && matcher.find()) ? matcher : null;
	}

	/**
	 * Whether it is found in a text.
	 * @param text what is known of the text
	 * @return whether it is
	 */
	Found finds(Known text) {
		if (isEverything()) {
			return Found.YES;
		}
		if (text.whole() && prefixes().stream().noneMatch((prefix) -> fold(text.start()).startsWith(fold(prefix)))) {
			return Found.NO;
		}
		if (text.whole() && compiled() != null) {
			return (find(text.start()) != null) ? Found.YES : Found.NO;
		}
		boolean possible = false;
		for (String prefix : prefixes()) {
			boolean longer = fold(prefix).startsWith(fold(text.start()));
			boolean shorter = fold(text.start()).startsWith(fold(prefix));
			boolean ended = isLiteralAfter(prefix, "$");
			if (shorter && isLiteralAfter(prefix, "")) {
				return Found.YES;
			}
			possible |= longer || (shorter && !ended);
		}
		return (possible && mayEnd(text.end())) ? Found.MAYBE : Found.NO;
	}

	private boolean mayEnd(String end) {
		java.util.regex.Matcher matcher = LITERAL_END.matcher(this.regex);
		if (hasAlternatives() || !matcher.find()) {
			return true;
		}
		int start = matcher.start(1);
		String run = matcher.group(1);
		// '\d' is no 'd'
		boolean escaped = start > 0 && this.regex.charAt(start - 1) == '\\';
		String wanted = fold(unescaped(escaped ? run.substring(1) : run));
		return wanted.endsWith(fold(end)) || fold(end).endsWith(wanted);
	}

	private boolean isLiteralAfter(String prefix, String rest) {
		String start = "^" + (this.regex.startsWith("^/?") && !prefix.startsWith("/") ? "/?" : "");
		return unescaped(this.regex).equals(start + prefix + rest) || (this.regex.startsWith("^/?")
				&& unescaped(this.regex).equals("^/?" + prefix.substring(Math.min(1, prefix.length())) + rest));
	}

	/** The only text in which it is found; {@code null} if there may be others. */
	@Nullable String literal() {
		for (String prefix : prefixes()) {
			if (isLiteralAfter(prefix, "$")) {
				return prefix;
			}
		}
		return null;
	}

	/** Each text in which it is found begins with one of these. */
	List<String> prefixes() {
		if (this.prefixes == null) {
			this.prefixes = findPrefixes();
		}
		return this.prefixes;
	}

	private List<String> findPrefixes() {
		if (!this.regex.startsWith("^") || hasAlternatives()) {
			return List.of("");
		}
		List<String> prefixes = new ArrayList<>();
		if (this.regex.startsWith("^/?")) {
			String rest = prefix(3);
			prefixes.add(rest);
			prefixes.add("/" + rest);
		}
		else {
			prefixes.add(prefix(1));
		}
		return prefixes;
	}

	private String prefix(int from) {
		StringBuilder prefix = new StringBuilder();
		for (int i = from; i < this.regex.length(); i++) {
			char c = this.regex.charAt(i);
			if (c == '\\' && i + 1 < this.regex.length() && !Character.isLetterOrDigit(this.regex.charAt(i + 1))) {
				c = this.regex.charAt(++i);
			}
			else if ("\\.[({*+?|)^$".indexOf(c) >= 0) {
				break;
			}
			boolean optional = i + 1 < this.regex.length() && "*?{".indexOf(this.regex.charAt(i + 1)) >= 0;
			if (optional) {
				break;
			}
			prefix.append(c);
		}
		return prefix.toString();
	}

	/** Whether a '|' stands outside of all groups and classes. */
	private boolean hasAlternatives() {
		int depth = 0;
		for (int i = 0; i < this.regex.length(); i++) {
			char c = this.regex.charAt(i);
			if (c == '\\') {
				i++;
			}
			else if (c == '(' || c == '[') {
				depth++;
			}
			else if (c == ')' || c == ']') {
				depth--;
			}
			else if (c == '|' && depth <= 0) {
				return true;
			}
		}
		return false;
	}

	private static String unescaped(String text) {
		return (text.indexOf('\\') < 0) ? text : ESCAPED.matcher(text).replaceAll("$1");
	}

	private String fold(String text) {
		return this.ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
	}

}
