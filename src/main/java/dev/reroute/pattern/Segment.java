package dev.reroute.pattern;

import java.util.List;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one segment of a path pattern matches. Names bind path text; an empty segment
 * stands only behind the last slash of a path.
 */
sealed interface Segment {

	/**
	 * Match one segment of a path.
	 * @param path the whole path text
	 * @param start where the segment starts
	 * @param end where it ends
	 * @param captures where names are bound
	 * @return whether it matches
	 */
	boolean matches(String path, int start, int end, Captures captures);

	/**
	 * What a matching segment holds.
	 * @return the pieces, in order
	 */
	List<SourcePiece> pieces();

	/**
	 * The text that every matching segment starts with.
	 * @return the prefix, possibly empty
	 */
	String literalPrefix();

	/**
	 * The text that every matching segment ends with, as far as it is known.
	 * @return the suffix, possibly empty
	 */
	default String literalSuffix() {
		return "";
	}

	/** {@code news}. */
	record Literal(String text, boolean ignoreCase) implements Segment {

		@Override
		public boolean matches(String path, int start, int end, Captures captures) {
			return end - start == this.text.length()
					&& path.regionMatches(this.ignoreCase, start, this.text, 0, this.text.length());
		}

		@Override
		public List<SourcePiece> pieces() {
			return List.of(new SourcePiece.Text(this.text));
		}

		@Override
		public String literalPrefix() {
			return this.text;
		}

	}

	/**
	 * One wildcard with text around it: {@code *}, {@code {id}}, {@code item-{id}.html}.
	 *
	 * @param prefix the text before
	 * @param suffix the text behind
	 * @param name the name to bind, if any
	 * @param mayBeEmpty whether the whole segment may be empty
	 * @param ignoreCase whether case counts
	 */
	record Wildcard(String prefix, String suffix, @Nullable String name, boolean mayBeEmpty,
			boolean ignoreCase) implements Segment {

		@Override
		public boolean matches(String path, int start, int end, Captures captures) {
			int from = start + this.prefix.length();
			int to = end - this.suffix.length();
			if (from > to || (start == end && !this.mayBeEmpty)
					|| !path.regionMatches(this.ignoreCase, start, this.prefix, 0, this.prefix.length())
					|| !path.regionMatches(this.ignoreCase, to, this.suffix, 0, this.suffix.length())) {
				return false;
			}
			if (this.name != null) {
				captures.bind(this.name, path.substring(from, to));
			}
			return true;
		}

		@Override
		public List<SourcePiece> pieces() {
			boolean whole = this.prefix.isEmpty() && this.suffix.isEmpty() && !this.mayBeEmpty;
			return List.of(new SourcePiece.Text(this.prefix),
					new SourcePiece.Wildcard(this.name, whole ? SourcePiece.Span.SEGMENT : SourcePiece.Span.PART),
					new SourcePiece.Text(this.suffix));
		}

		@Override
		public String literalPrefix() {
			return this.prefix;
		}

		@Override
		public String literalSuffix() {
			return this.suffix;
		}

	}

	/**
	 * Anything else: {@code {year:\d{4}}}, {@code {a}-{b}}, {@code ?at}.
	 *
	 * @param pattern matches the whole segment
	 * @param literalPrefix the text before the first wildcard
	 * @param names the names of its groups, in order
	 */
	record Regex(Pattern pattern, String literalPrefix, List<String> names) implements Segment {

		@Override
		public List<SourcePiece> pieces() {
			return List.of(new SourcePiece.Expression(this.pattern.pattern(), this.names, true));
		}

		@Override
		public boolean matches(String path, int start, int end, Captures captures) {
			String segment = path.substring(start, end);
			Matcher matcher = this.pattern.matcher(segment);
			if (!matcher.matches() || (segment.isEmpty() && !this.names.isEmpty())) {
				return false;
			}
			for (int i = 0; i < this.names.size(); i++) {
				String group = matcher.group(i + 1);
				captures.bind(this.names.get(i), (group != null) ? group : "");
			}
			return true;
		}

	}

}
