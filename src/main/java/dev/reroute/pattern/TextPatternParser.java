package dev.reroute.pattern;

import java.util.ArrayList;
import java.util.List;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a condition.
 *
 * <pre>
 * text    = *( "*" / capture / character )
 * capture = "{" name "}" / "{" [ name ] ":" regex "}"
 * </pre>
 */
final class TextPatternParser {

	private final String text;

	/** What {@code *} and {@code {name}} stand for. */
	private final String star;

	private final String capture;

	private final List<TextPiece> pieces = new ArrayList<>();

	private final List<String> names = new ArrayList<>();

	/** Steps of all regular expressions together. */
	private int steps;

	TextPatternParser(String text, boolean isHost) {
		this.text = text;
		this.star = isHost ? ".+" : ".*";
		this.capture = isHost ? "[^.]+" : ".+";
	}

	List<TextPiece> parse() {
		if (this.text.length() > Limits.TEXT_LENGTH) {
			throw new InvalidTextException("too-long", Limits.TEXT_LENGTH,
					"at most " + Limits.TEXT_LENGTH + " characters", this.text.length() + " characters");
		}
		int literal = 0;
		for (int i = 0; i < this.text.length(); i++) {
			char c = this.text.charAt(i);
			if (c == '*' || c == '{' || c == '}') {
				addLiteral(literal, i);
				i = (c == '*') ? addStar(i) : addCapture(i);
				literal = i + 1;
			}
		}
		addLiteral(literal, this.text.length());
		return this.pieces;
	}

	List<String> names() {
		return this.names;
	}

	private void addLiteral(int start, int end) {
		if (start < end) {
			this.pieces.add(new TextPiece(TextPiece.Kind.LITERAL, this.text.substring(start, end), null));
		}
	}

	private int addStar(int at) {
		this.pieces.add(new TextPiece(TextPiece.Kind.WILDCARD, this.star, null));
		return at;
	}

	/** Returns the index of the closing brace. */
	private int addCapture(int open) {
		int end = Braces.closing(this.text, open);
		int colon = (end < 0) ? -1 : this.text.substring(0, end).indexOf(':', open);
		if (colon < 0) {
			Placeholder placeholder = Placeholder.parseAt(this.text, open);
			String name = named(placeholder.requireBare(this.text, open).name(), open);
			this.pieces.add(new TextPiece(TextPiece.Kind.WILDCARD, this.capture, name));
			return placeholder.end() - 1;
		}
		String name = null;
		if (colon > open + 1) {
			String bare = "{" + this.text.substring(open + 1, colon) + "}";
			name = named(Placeholder.parseAt(bare, 0).requireBare(bare, 0).name(), open);
		}
		String regex = constraint(this.text.substring(colon + 1, end), open);
		this.pieces.add(new TextPiece(TextPiece.Kind.EXPRESSION, regex, name));
		return end;
	}

	private String named(String name, int position) {
		if (this.names.contains(name)) {
			throw new InvalidTextException("duplicate-name", position, "a name that nothing else binds",
					InvalidTextException.quoted(name));
		}
		this.names.add(name);
		return name;
	}

	private String constraint(String regex, int position) {
		if (LinearRegex.compile(regex, false).groupCount() > 0) {
			throw new InvalidTextException("bad-pattern", position,
					"a regular expression without capturing groups; '(?:...)' groups without capturing",
					InvalidTextException.quoted(regex));
		}
		this.steps += LinearRegex.unrolledSize(regex);
		if (this.steps > Limits.REGEX_PROGRAM) {
			throw LinearRegex.tooComplex(this.text);
		}
		return regex;
	}

	/**
	 * The regular expression that matches values as a whole.
	 * @return the expression, or {@code null} if all is literal
	 */
	@Nullable Pattern compile(int flags) {
		StringBuilder regex = new StringBuilder();
		boolean literal = true;
		for (TextPiece piece : this.pieces) {
			if (piece.kind() == TextPiece.Kind.LITERAL) {
				regex.append(Pattern.quote(piece.text()));
			}
			else {
				literal = false;
				regex.append((piece.name() != null) ? "(" : "(?:").append(piece.text()).append(')');
			}
		}
		try {
			return literal ? null : Pattern.compile(regex.toString(), flags);
		}
		catch (PatternSyntaxException ex) {
			// what is a regular expression by itself may end with an open quotation
			throw new InvalidTextException("bad-regex", -1, "RE2 syntax, each quotation with its '\\E'",
					InvalidTextException.quoted(this.text));
		}
	}

}
