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

	private final String text;

	private final MatchOptions options;

	private final Pattern pattern;

	private final CaptureNames names;

	private final String literalPrefix;

	private final String requiredLiteral;

	private RegexPath(String text, MatchOptions options, Pattern pattern) {
		this.text = text;
		this.options = options;
		this.pattern = pattern;
		List<String> groups = new ArrayList<>(pattern.namedGroups().keySet());
		for (int i = 1; i <= pattern.groupCount(); i++) {
			groups.add(Integer.toString(i));
		}
		this.names = CaptureNames.of(groups, Set.of());
		RegexLiterals literals = RegexLiterals.of(text);
		this.literalPrefix = asIndexed(literals.prefix(), options);
		this.requiredLiteral = asIndexed(literals.longest(), options);
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

	private static String asIndexed(String literal, MatchOptions options) {
		// with the slash ignored, a slash at its end may be missing
		String sure = (options.ignoreTrailingSlash() && literal.endsWith("/"))
				? literal.substring(0, literal.length() - 1) : literal;
		return options.ignoreCase() ? CaseFolding.fold(sure) : sure;
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
	public String requiredLiteral() {
		return this.requiredLiteral;
	}

	@Override
	public Set<String> literalPaths() {
		return Set.of();
	}

	@Override
	public List<SourcePiece> pieces() {
		return List.of(new SourcePiece.Expression(this.text, List.of(), false));
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
