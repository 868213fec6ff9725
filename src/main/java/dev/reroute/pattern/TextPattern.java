package dev.reroute.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a condition matches, as a whole: {@code de} is that text, {@code de*}
 * a glob, {@code *} anything, {@code id-{id}} binds one or more characters. In a host,
 * {@code {tenant}} stays within a label and {@code *} takes at least one character.
 */
public final class TextPattern {

	private final String text;

	private final @Nullable Pattern pattern;

	private final List<String> names;

	private final boolean ignoreCase;

	private TextPattern(String text, @Nullable Pattern pattern, List<String> names, boolean ignoreCase) {
		this.text = text;
		this.pattern = pattern;
		this.names = names;
		this.ignoreCase = ignoreCase;
	}

	/**
	 * Parse the text of a header, cookie or query condition.
	 * @param text the text
	 * @return the pattern
	 * @throws InvalidTextException if a brace is not closed or a name is malformed
	 */
	public static TextPattern parse(String text) {
		return parse(text, false, ".*", "(.+)");
	}

	/**
	 * Parse the host of a source or a condition.
	 * @param text the host, possibly with wildcards; not a port
	 * @return the pattern
	 * @throws InvalidTextException if it is no host
	 */
	public static TextPattern parseHost(String text) {
		boolean wild = text.indexOf('*') >= 0 || text.indexOf('{') >= 0;
		String host = Authority.normalizeHost(wild ? text.replaceAll("\\{[^{}]*}|\\*", "x") : text);
		if (host == null) {
			throw new InvalidTextException("bad-host", 0, "a host such as 'www.example.com' or '*.example.com'",
					InvalidTextException.quoted(text));
		}
		return wild ? parse(text, true, ".+", "([^.]+)") : new TextPattern(host, null, List.of(), true);
	}

	private static TextPattern parse(String text, boolean ignoreCase, String star, String capture) {
		if (text.length() > Limits.TEXT_LENGTH) {
			throw new InvalidTextException("too-long", Limits.TEXT_LENGTH,
					"at most " + Limits.TEXT_LENGTH + " characters", text.length() + " characters");
		}
		StringBuilder regex = new StringBuilder();
		List<String> names = new ArrayList<>();
		int literal = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '*' || c == '{' || c == '}') {
				regex.append(Pattern.quote(text.substring(literal, i)));
				if (c == '*') {
					regex.append(star);
				}
				else {
					Placeholder placeholder = Placeholder.parseAt(text, i);
					if (names.contains(placeholder.name())) {
						throw new InvalidTextException("duplicate-name", i, "a name that nothing else binds",
								InvalidTextException.quoted(placeholder.name()));
					}
					names.add(placeholder.requireBare(text, i).name());
					regex.append(capture);
					i = placeholder.end() - 1;
				}
				literal = i + 1;
			}
		}
		if (literal == 0) {
			return new TextPattern(text, null, List.of(), ignoreCase);
		}
		regex.append(Pattern.quote(text.substring(literal)));
		int flags = Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
		return new TextPattern(text, Pattern.compile(regex.toString(), flags), names, ignoreCase);
	}

	/**
	 * Match a value.
	 * @param value the decoded value; one that holds a NUL matches nothing
	 * @param captures where names are bound
	 * @return whether it matches as a whole
	 */
	public boolean matches(String value, Captures captures) {
		if (this.pattern == null) {
			return this.ignoreCase ? this.text.equalsIgnoreCase(value) : this.text.equals(value);
		}
		Matcher matcher = this.pattern.matcher(value);
		if (value.indexOf(PathText.ENCODED_SLASH) >= 0 || !matcher.matches()) {
			return false;
		}
		for (int i = 0; i < this.names.size(); i++) {
			captures.bindOpaque(this.names.get(i), matcher.group(i + 1));
		}
		return true;
	}

	public CaptureNames names() {
		return CaptureNames.of(this.names, Set.of());
	}

	/**
	 * Whether only one value matches.
	 * @return whether there is neither a wildcard nor a name in it
	 */
	public boolean isLiteral() {
		return this.pattern == null;
	}

	/**
	 * The text, a literal host in its normal form.
	 * @return the text
	 */
	public String text() {
		return this.text;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof TextPattern that && this.text.equals(that.text) && this.ignoreCase == that.ignoreCase;
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	@Override
	public String toString() {
		return this.text;
	}

}
