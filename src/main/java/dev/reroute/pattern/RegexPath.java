package dev.reroute.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression over the whole path. Groups are bound as {@code {1}}, {@code {2}}
 * and, where named, {@code {name}}; a group that took no part is empty.
 */
final class RegexPath implements SourcePattern {

	private static final String META = "\\^$.|?*+()[]{}";

	private final String text;

	private final MatchOptions options;

	private final Pattern pattern;

	private final CaptureNames names;

	private final String literalPrefix;

	private RegexPath(String text, MatchOptions options, Pattern pattern) {
		this.text = text;
		this.options = options;
		this.pattern = pattern;
		List<String> groups = new ArrayList<>(pattern.namedGroups().keySet());
		for (int i = 1; i <= pattern.groupCount(); i++) {
			groups.add(Integer.toString(i));
		}
		this.names = CaptureNames.of(groups, Set.of());
		this.literalPrefix = indexedPrefix(text, options);
	}

	static RegexPath parse(String text, MatchOptions options) {
		RegexPath path = new RegexPath(text, options, LinearRegex.compile(text, options.ignoreCase()));
		if (!path.literalPrefix.isEmpty() && path.literalPrefix.charAt(0) != '/') {
			throw new InvalidTextException("unmatchable-source", 0,
					"a regular expression that matches the whole path, from its first '/'",
					InvalidTextException.quoted(text));
		}
		return path;
	}

	/**
	 * The characters in front of the first operator. Careful rather than clever: flags or
	 * an alternation at the top level leave none.
	 */
	private static String literalPrefix(String regex) {
		StringBuilder prefix = new StringBuilder();
		int i = regex.startsWith("^") ? 1 : 0;
		while (i < regex.length()) {
			char c = regex.charAt(i);
			if (c == '\\' && i + 1 < regex.length() && !Character.isLetterOrDigit(regex.charAt(i + 1))) {
				i++;
				c = regex.charAt(i);
			}
			else if (META.indexOf(c) >= 0) {
				break;
			}
			prefix.append(c);
			i++;
		}
		boolean optional = i < regex.length() && "?*{".indexOf(regex.charAt(i)) >= 0;
		if (optional && !prefix.isEmpty()) {
			prefix.setLength(prefix.offsetByCodePoints(prefix.length(), -1));
		}
		return hasAlternation(regex, i) ? "" : prefix.toString();
	}

	private static boolean hasAlternation(String regex, int start) {
		int depth = 0;
		for (int i = start; i < regex.length(); i = LinearRegex.endOfAtom(regex, i) + 1) {
			switch (regex.charAt(i)) {
				case '(' -> depth++;
				case ')' -> depth--;
				case '|' -> {
					if (depth == 0) {
						return true;
					}
				}
				case '\\' -> {
					// \Q...\E could hide anything
					if (regex.startsWith("\\Q", i)) {
						return true;
					}
				}
				default -> {
				}
			}
		}
		return false;
	}

	private static String indexedPrefix(String regex, MatchOptions options) {
		String prefix = literalPrefix(regex);
		if (options.ignoreTrailingSlash() && prefix.endsWith("/")) {
			prefix = prefix.substring(0, prefix.length() - 1);
		}
		return options.ignoreCase() ? CaseFolding.fold(prefix) : prefix;
	}

	@Override
	public String text() {
		return this.text;
	}

	@Override
	public MatchOptions options() {
		return this.options;
	}

	@Override
	public CaptureNames names() {
		return this.names;
	}

	@Override
	public String literalPrefix() {
		return this.literalPrefix;
	}

	@Override
	public Set<String> literalPaths() {
		return Set.of();
	}

	@Override
	public boolean matchesExactly(String path, Captures captures) {
		Matcher matcher = this.pattern.matcher(path);
		if (!matcher.matches()) {
			return false;
		}
		for (int i = 1; i <= matcher.groupCount(); i++) {
			captures.bind(Integer.toString(i), orEmpty(matcher.group(i)));
		}
		for (Map.Entry<String, Integer> named : this.pattern.namedGroups().entrySet()) {
			captures.bind(named.getKey(), orEmpty(matcher.group(named.getValue())));
		}
		return true;
	}

	private static String orEmpty(@Nullable String group) {
		return (group != null) ? group : "";
	}

	@Override
	public String toString() {
		return this.text;
	}

}
