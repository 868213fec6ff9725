package dev.reroute.pattern;

import java.util.List;
import java.util.Set;

/**
 * What paths a rule is for: a literal path, a path pattern, or a regular expression. All
 * match a whole {@linkplain PathText path text}, never a part of it.
 * <p>
 * A path pattern has the syntax of Spring's
 * {@link org.springframework.web.util.pattern.PathPattern}:
 * <ul>
 * <li>{@code ?} one character, {@code *} any characters, both within a segment</li>
 * <li>{@code {name}} one segment or a part of one, bound to a name; {@code {name:regex}}
 * where it matches (RE2 syntax)</li>
 * <li>{@code **} and {@code {*name}} any number of segments, at the start or at the
 * end</li>
 * <li>percent-encoding is understood: {@code /a%20b} is {@code "/a b"}</li>
 * </ul>
 * {@code /old/{*rest}} matches {@code /old} (rest is empty), {@code /old/} (rest is
 * {@code /}) and {@code /old/a/b} (rest is {@code /a/b}); it does not match
 * {@code /older}.
 */
public sealed interface SourcePattern permits LiteralPath, SegmentPattern, RegexPath {

	/**
	 * The text that it was parsed from.
	 * @return the text
	 */
	String text();

	MatchOptions options();

	/**
	 * The names that a match binds.
	 * @return the names
	 */
	CaptureNames names();

	/**
	 * The text that every matching path starts with, in its {@linkplain CaseFolding
	 * folded} form if case is ignored. An index may rely on it.
	 * @return the prefix, possibly empty
	 */
	String literalPrefix();

	/**
	 * A text that every matching path holds somewhere, the longest that is known; folded
	 * if case is ignored. An index may rely on it.
	 * @return the text, possibly empty
	 */
	String requiredLiteral();

	/**
	 * The only paths that match, if they can be listed (folded if case is ignored).
	 * @return the paths, or an empty set if this is not a literal
	 */
	Set<String> literalPaths();

	/**
	 * What a matching path holds, piece by piece, without regard to
	 * {@link MatchOptions#ignoreTrailingSlash()}. Texts are folded if case is ignored.
	 * @return the pieces, in order
	 */
	List<SourcePiece> pieces();

	/**
	 * Match without regard to {@link MatchOptions#ignoreTrailingSlash()}.
	 * @param path the path text
	 * @param captures where names are bound
	 * @return whether it matches; if not, what was bound is undefined
	 */
	boolean matchesExactly(String path, Captures captures);

	/**
	 * Match a path.
	 * @param path the path text
	 * @param captures where names are bound; unchanged if it does not match
	 * @return whether it matches
	 */
	default boolean matches(String path, Captures captures) {
		int mark = captures.size();
		if (matchesExactly(path, captures)) {
			return true;
		}
		captures.truncate(mark);
		if (!options().ignoreTrailingSlash() || path.length() == 1) {
			return false;
		}
		if (matchesExactly(withOtherSlash(path), captures)) {
			return true;
		}
		captures.truncate(mark);
		return false;
	}

	static String withOtherSlash(String path) {
		return path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
	}

	/**
	 * Parse a literal path or a path pattern.
	 * @param text the text; starts with {@code /}
	 * @param options how strictly to match
	 * @return the pattern
	 * @throws InvalidTextException if it is malformed, or could never match
	 */
	static SourcePattern parse(String text, MatchOptions options) {
		return SegmentPatternParser.parse(text, options);
	}

	/**
	 * Parse a regular expression.
	 * @param regex RE2 syntax; matches the whole path
	 * @param options how strictly to match
	 * @return the pattern
	 * @throws InvalidTextException if it is malformed, or could never match
	 */
	static SourcePattern parseRegex(String regex, MatchOptions options) {
		return RegexPath.parse(regex, options);
	}

}
