package dev.reroute.pattern;

import java.util.List;
import java.util.Set;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a condition matches, as a whole: {@code de} is that text, {@code de*}
 * a glob, {@code *} anything, {@code id-{id}} binds one or more characters,
 * {@code {id:\d+}} what the regular expression matches, and {@code {:\d+}} the same
 * without a name. In a host, {@code {tenant}} stays within a label and {@code *} takes at
 * least one character.
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
	 * Parse the text of a condition on anything but the host.
	 * @param text the text
	 * @return the pattern
	 * @throws InvalidTextException if a brace is not closed or a name is malformed
	 */
	public static TextPattern parse(String text) {
		return parse(text, false);
	}

	/**
	 * Parse the host of a source or a condition.
	 * @param text the host, possibly with wildcards; not a port
	 * @return the pattern
	 * @throws InvalidTextException if it is no host
	 */
	public static TextPattern parseHost(String text) {
		boolean wild = text.indexOf('*') >= 0 || text.indexOf('{') >= 0;
		String host = Authority.normalizeHost(wild ? withoutWildcards(text) : text);
		if (host == null) {
			throw new InvalidTextException("bad-host", 0, "a host such as 'www.example.com' or '*.example.com'",
					InvalidTextException.quoted(text));
		}
		return wild ? parse(text, true) : new TextPattern(host, null, List.of(), true);
	}

	/** A host is judged by what is written out in it. */
	private static String withoutWildcards(String text) {
		StringBuilder literal = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			literal.append((c == '*' || c == '{') ? 'x' : c);
			i = (c == '{') ? Braces.end(text, i) : i;
		}
		return literal.toString();
	}

	private static TextPattern parse(String text, boolean isHost) {
		TextPatternParser parser = new TextPatternParser(text, isHost);
		parser.parse();
		Pattern pattern = parser.compile(Pattern.DOTALL | (isHost ? Pattern.CASE_INSENSITIVE : 0));
		return new TextPattern(text, pattern, List.copyOf(parser.names()), isHost);
	}

	/**
	 * Match a query as it was sent.
	 * @param query the query, undecoded
	 * @param captures where names are bound, to decoded values
	 * @return whether it matches as a whole, and what is to be bound can be decoded and
	 * holds no NUL
	 */
	public boolean matchesEncoded(String query, Captures captures) {
		Captures encoded = new Captures();
		if (!matches(query, encoded)) {
			return false;
		}
		int before = captures.size();
		for (String name : this.names) {
			String value = encoded.get(name);
			String decoded = (value != null) ? PercentEncoding.decode(value.replace(PathText.ENCODED_SLASH, '/'), true)
					: null;
			if (decoded == null || decoded.indexOf(PathText.ENCODED_SLASH) >= 0) {
				captures.truncate(before);
				return false;
			}
			captures.bindOpaque(name, decoded);
		}
		return true;
	}

	/**
	 * Match a path.
	 * @param path {@linkplain PathText path text}
	 * @param captures where names are bound; a slash in a value is a separator
	 * @return whether it matches as a whole
	 */
	public boolean matchesPath(String path, Captures captures) {
		if (this.pattern == null) {
			return this.text.equals(path);
		}
		Matcher matcher = this.pattern.matcher(path);
		if (!matcher.matches()) {
			return false;
		}
		for (int i = 0; i < this.names.size(); i++) {
			captures.bind(this.names.get(i), matcher.group(i + 1));
		}
		return true;
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
	 * What a value must hold one behind the other.
	 * @return the pieces
	 */
	public List<TextPiece> pieces() {
		return new TextPatternParser(this.text, this.ignoreCase).parse();
	}

	/**
	 * Whether case makes no difference, as it does in a host.
	 * @return whether it is ignored
	 */
	public boolean ignoresCase() {
		return this.ignoreCase;
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
