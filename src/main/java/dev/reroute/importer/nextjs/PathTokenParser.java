package dev.reroute.importer.nextjs;

import java.util.ArrayList;
import java.util.List;

import dev.reroute.importer.InvalidDirectiveException;
import dev.reroute.importer.regex.ForeignRegex;
import org.jspecify.annotations.Nullable;

/**
 * Parses the syntax of path-to-regexp 6, with {@code /} as delimiter.
 *
 * <pre>
 * path     = ( text | key | group )*
 * key      = [ "/" | "." ] ( name [ pattern ] | pattern ) [ modifier ]
 * group    = "{" [ text ] [ name ] [ pattern ] [ text ] "}" [ modifier ]
 * name     = ":" ( letter | digit | "_" )+
 * pattern  = "(" regular expression without capturing groups ")"
 * modifier = "?" | "*" | "+"
 * text     = ( character | "\" character )+
 * </pre>
 */
final class PathTokenParser {

	private static final String SPECIAL = "*+?{}:(";

	private final String path;

	private int position;

	private final List<PathToken> tokens = new ArrayList<>();

	private final StringBuilder text = new StringBuilder();

	private PathTokenParser(String path) {
		this.path = path;
	}

	static List<PathToken> parse(String path) throws InvalidDirectiveException {
		return new PathTokenParser(path).parse();
	}

	private List<PathToken> parse() throws InvalidDirectiveException {
		while (this.position < this.path.length()) {
			char c = this.path.charAt(this.position);
			if (c == '{') {
				endText();
				this.tokens.add(group());
			}
			else if (c == ':' || c == '(') {
				this.tokens.add(key());
			}
			else if (SPECIAL.indexOf(c) >= 0) {
				throw new InvalidDirectiveException("'\\" + c + "' where '" + c + "' is text");
			}
			else {
				this.text.append(character());
			}
		}
		endText();
		return List.copyOf(this.tokens);
	}

	private PathToken.Key key() throws InvalidDirectiveException {
		String prefix = prefix();
		endText();
		String name = name();
		String pattern = pattern();
		return new PathToken.Key(name, prefix, "", pattern.isEmpty() ? plain(prefix) : pattern, pattern.isEmpty(),
				modifier());
	}

	/** A slash or dot right in front; one that is escaped is text. */
	private String prefix() {
		int last = this.text.length() - 1;
		boolean prefixed = last >= 0 && "./".indexOf(this.text.charAt(last)) >= 0
				&& (this.position < 2 || this.path.charAt(this.position - 2) != '\\');
		if (!prefixed) {
			return "";
		}
		String prefix = this.text.substring(last);
		this.text.setLength(last);
		return prefix;
	}

	private PathToken.Key group() throws InvalidDirectiveException {
		this.position++;
		String prefix = groupText();
		String name = name();
		String pattern = pattern();
		String suffix = groupText();
		if (!take('}')) {
			throw new InvalidDirectiveException("'}' where the group ends");
		}
		boolean plain = !name.isEmpty() && pattern.isEmpty();
		return new PathToken.Key(name, prefix, suffix, plain ? plain(prefix) : pattern, plain, modifier());
	}

	private String groupText() {
		StringBuilder found = new StringBuilder();
		while (this.position < this.path.length() && SPECIAL.indexOf(this.path.charAt(this.position)) < 0) {
			found.append(character());
		}
		return found.toString();
	}

	/**
	 * What a name matches: a segment, or a part of one. Behind text within the same
	 * segment it is without that text (path-to-regexp 6.3).
	 */
	private String plain(String prefix) throws InvalidDirectiveException {
		PathToken previous = this.tokens.isEmpty() ? null : this.tokens.get(this.tokens.size() - 1);
		String before = !prefix.isEmpty() ? prefix : textOf(previous);
		if (previous != null && before.isEmpty()) {
			throw new InvalidDirectiveException("text between two parameters");
		}
		if (before.isEmpty() || before.indexOf('/') >= 0) {
			return "[^/]+?";
		}
		String quoted = ForeignRegex.quoted(before);
		return (before.length() == 1) ? "[^/" + ("]^\\-".contains(before) ? "\\" : "") + before + "]+?"
				: "(?:(?!" + quoted + ")[^/])+?";
	}

	private static String textOf(@Nullable PathToken token) {
		return (token instanceof PathToken.Text text) ? text.text() : "";
	}

	private String name() throws InvalidDirectiveException {
		if (!take(':')) {
			return "";
		}
		int start = this.position;
		while (this.position < this.path.length() && isNamed(this.path.charAt(this.position))) {
			this.position++;
		}
		if (start == this.position) {
			throw new InvalidDirectiveException("a name behind ':'; '\\:' where it is text");
		}
		return this.path.substring(start, this.position);
	}

	static boolean isNamed(char c) {
		return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
	}

	private String pattern() throws InvalidDirectiveException {
		if (!take('(')) {
			return "";
		}
		int start = this.position;
		int depth = 1;
		while (this.position < this.path.length()) {
			char c = this.path.charAt(this.position);
			if (c == ')' && --depth == 0) {
				break;
			}
			if (c == '(') {
				depth++;
				requireNoCapture();
			}
			this.position += (c == '\\') ? 2 : 1;
		}
		if (depth > 0 || this.position >= this.path.length()) {
			throw new InvalidDirectiveException("a ')' for each '('");
		}
		String pattern = this.path.substring(start, this.position++);
		if (pattern.isEmpty() || pattern.startsWith("?")) {
			throw new InvalidDirectiveException("a regular expression within '(' and ')'");
		}
		return pattern;
	}

	private void requireNoCapture() throws InvalidDirectiveException {
		boolean captures = !this.path.startsWith("(?", this.position) || (this.path.startsWith("(?<", this.position)
				&& !this.path.startsWith("(?<=", this.position) && !this.path.startsWith("(?<!", this.position));
		if (captures) {
			throw new InvalidDirectiveException("'(?:...)' for a group within '(' and ')'");
		}
	}

	private String modifier() {
		if (this.position < this.path.length() && "?*+".indexOf(this.path.charAt(this.position)) >= 0) {
			return this.path.substring(this.position, ++this.position);
		}
		return "";
	}

	private String character() {
		if (this.path.charAt(this.position) == '\\' && this.position + 1 < this.path.length()) {
			this.position++;
		}
		int codePoint = this.path.codePointAt(this.position);
		this.position += Character.charCount(codePoint);
		return Character.toString(codePoint);
	}

	private boolean take(char expected) {
		boolean there = this.position < this.path.length() && this.path.charAt(this.position) == expected;
		this.position += there ? 1 : 0;
		return there;
	}

	private void endText() {
		if (!this.text.isEmpty()) {
			this.tokens.add(new PathToken.Text(this.text.toString()));
			this.text.setLength(0);
		}
	}

}
