package dev.reroute.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.pattern.PathPatternParser;
import org.springframework.web.util.pattern.PatternParseException;

/**
 * Parses path patterns. Spring's own parser judges what is well-formed; the matching is
 * ours, since it must take linear time and an index needs to see the parts.
 *
 * <pre>
 * pattern = ( "/" segment )*            at most one of them ** or {*name}, first or last
 * segment = ( text | "?" | "*" | "{" name [ ":" regex ] "}" )*
 * </pre>
 */
final class SegmentPatternParser {

	private final String text;

	private final MatchOptions options;

	private final List<Segment> segments = new ArrayList<>();

	private final List<String> names = new ArrayList<>();

	private SegmentPattern.Rest rest = SegmentPattern.Rest.NONE;

	private @Nullable String restName;

	private SegmentPatternParser(String text, MatchOptions options) {
		this.text = text;
		this.options = options;
	}

	static SourcePattern parse(String text, MatchOptions options) {
		if (!text.startsWith("/")) {
			throw new InvalidTextException("bad-pattern", 0, "a path that starts with '/'",
					InvalidTextException.quoted(text));
		}
		if (text.length() > Limits.TEXT_LENGTH) {
			throw new InvalidTextException("too-long", Limits.TEXT_LENGTH,
					"a pattern of at most " + Limits.TEXT_LENGTH + " characters", text.length() + " characters");
		}
		return new SegmentPatternParser(text, options).parse();
	}

	private SourcePattern parse() {
		int query = this.text.indexOf('?');
		if (query >= 0 && this.text.indexOf('=', query) > 0 && this.text.indexOf('{') < 0) {
			throw new InvalidTextException("query-in-source", query,
					"a path; a query goes under 'when', for instance when: { query: { id: \"7\" } }",
					InvalidTextException.quoted(this.text.substring(query)));
		}
		if (this.text.chars().noneMatch((c) -> c == '{' || c == '}' || c == '*' || c == '?')) {
			return LiteralPath.of(this.text, withoutDotSegment(decode(this.text, 0), 0), this.options);
		}
		try {
			new PathPatternParser().parse(this.text);
		}
		catch (PatternParseException ex) {
			throw new InvalidTextException("bad-pattern", ex.getPosition(), "a path pattern",
					InvalidTextException.quoted(this.text) + " (" + ex.getMessage() + ")");
		}
		catch (IllegalStateException | PatternSyntaxException ex) {
			// PathPatternParser says so where {*name} follows text, or text a bad regex
			throw new InvalidTextException("bad-pattern", 0, "a path pattern", InvalidTextException.quoted(this.text));
		}
		int start = 1;
		for (int i = 1; i <= this.text.length(); i++) {
			if (i == this.text.length() || this.text.charAt(i) == '/') {
				addSegment(start, i);
				start = i + 1;
			}
			else if (this.text.charAt(i) == '{') {
				i = Braces.end(this.text, i);
			}
		}
		return new SegmentPattern(this.text, this.options, this.segments, this.rest, this.restName, this.names);
	}

	private void addSegment(int start, int end) {
		String segment = this.text.substring(start, end);
		boolean last = end == this.text.length();
		if (segment.equals("**") || segment.startsWith("{*")) {
			this.rest = last ? SegmentPattern.Rest.AT_END : SegmentPattern.Rest.AT_START;
			if (segment.startsWith("{*")) {
				this.restName = segment.substring(2, segment.length() - 1);
				addName(this.restName, start);
			}
			return;
		}
		if (segment.isEmpty() && !last) {
			throw unmatchable(start, "'//'");
		}
		this.segments.add(new SegmentReader(segment, start, last).read());
	}

	private void addName(String name, int position) {
		if (this.names.contains(name)) {
			throw new InvalidTextException("duplicate-name", position, "a name that nothing else binds",
					InvalidTextException.quoted(name));
		}
		this.names.add(name);
	}

	private InvalidTextException unmatchable(int position, String got) {
		return new InvalidTextException("unmatchable-source", position,
				"a path as it is matched: decoded, without '//', dot segments, ';', '#', '\\' and control characters",
				got);
	}

	/** What the author wrote may be percent-encoded; what can never match is said. */
	private String decode(String literal, int position) {
		if (literal.startsWith("/") && literal.indexOf('#') < 0 && PathText.isPlain(literal)) {
			return literal;
		}
		String decoded = PercentEncoding.decode(literal.replace("%2F", "\0").replace("%2f", "\0"), false);
		if (decoded == null) {
			throw new InvalidTextException("bad-encoding", position, "'%' followed by two hex digits, UTF-8",
					InvalidTextException.quoted(literal));
		}
		boolean forbidden = decoded.chars()
			.anyMatch((c) -> c == '\\' || (c != PathText.ENCODED_SLASH && Character.isISOControl(c)));
		if (forbidden || decoded.contains("//") || literal.indexOf(';') >= 0 || literal.indexOf('#') >= 0
				|| literal.contains("%00") || literal.indexOf('\0') >= 0) {
			throw unmatchable(position, InvalidTextException.quoted(literal));
		}
		return decoded;
	}

	/** For whole segments; in '{name}.{extension}' a dot is a dot. */
	private String withoutDotSegment(String decoded, int position) {
		if (PathText.hasDotSegment(decoded)) {
			throw unmatchable(position, InvalidTextException.quoted(decoded));
		}
		return decoded;
	}

	/** Reads one segment: texts, wildcards and captures. */
	private final class SegmentReader {

		private final String segment;

		private final int position;

		private final boolean last;

		/** Texts around the wildcards: always one more than there are wildcards. */
		private final List<String> texts = new ArrayList<>();

		/** A regex for each wildcard. */
		private final List<String> wildcards = new ArrayList<>();

		private final List<String> own = new ArrayList<>();

		private boolean plain = true;

		SegmentReader(String segment, int position, boolean last) {
			this.segment = segment;
			this.position = position;
			this.last = last;
		}

		Segment read() {
			int textStart = 0;
			for (int i = 0; i < this.segment.length(); i++) {
				char c = this.segment.charAt(i);
				if (c == '?' || c == '*' || c == '{') {
					this.texts.add(decode(this.segment.substring(textStart, i), this.position + textStart));
					i = readWildcard(c, i);
					textStart = i + 1;
				}
			}
			this.texts.add(decode(this.segment.substring(textStart), this.position + textStart));
			this.own.forEach((name) -> addName(name, this.position));
			return toSegment();
		}

		private int readWildcard(char c, int at) {
			if (c != '{') {
				this.wildcards.add((c == '?') ? "." : ".*");
				this.plain &= c != '?';
				return at;
			}
			int end = Braces.end(this.segment, at);
			String capture = this.segment.substring(at + 1, end);
			int colon = capture.indexOf(':');
			this.own.add((colon < 0) ? capture : capture.substring(0, colon));
			this.wildcards.add((colon < 0) ? "(.*)" : "(" + constraint(capture.substring(colon + 1)) + ")");
			this.plain &= colon < 0;
			return end;
		}

		private String constraint(String regex) {
			if (LinearRegex.compile(regex, false).groupCount() > 0) {
				throw new InvalidTextException("bad-pattern", this.position,
						"a regular expression without capturing groups; '(?:...)' groups without capturing",
						InvalidTextException.quoted(regex));
			}
			return regex;
		}

		private Segment toSegment() {
			boolean ignoreCase = SegmentPatternParser.this.options.ignoreCase();
			if (this.wildcards.isEmpty()) {
				return new Segment.Literal(withoutDotSegment(this.texts.get(0), this.position), ignoreCase);
			}
			if (this.wildcards.size() == 1 && this.plain) {
				String name = this.own.isEmpty() ? null : this.own.get(0);
				return new Segment.Wildcard(this.texts.get(0), this.texts.get(1), name, this.last && name == null,
						ignoreCase);
			}
			StringBuilder regex = new StringBuilder(Pattern.quote(this.texts.get(0)));
			for (int i = 0; i < this.wildcards.size(); i++) {
				regex.append(this.wildcards.get(i)).append(Pattern.quote(this.texts.get(i + 1)));
			}
			return new Segment.Regex(LinearRegex.compile(regex.toString(), ignoreCase), this.texts.get(0),
					List.copyOf(this.own));
		}

	}

}
