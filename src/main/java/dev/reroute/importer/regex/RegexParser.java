package dev.reroute.importer.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.importer.NotTranslatableException;
import dev.reroute.pattern.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Parses what PCRE, Java and ECMAScript have in common.
 *
 * <pre>
 * alternation = sequence ( "|" sequence )*
 * sequence    = ( atom quantifier? )*
 * quantifier  = ( "*" | "+" | "?" | "{" n ( "," m? )? "}" ) "?"?
 * atom        = character | "." | class | escape | "^" | "$" | group
 * group       = "(" ( "?" ( ":" | flags ":" | "&lt;" name "&gt;" | "=" | "!" | "&lt;=" | "&lt;!" ) )? alternation ")"
 * </pre>
 */
final class RegexParser {

	/** More would only be met in an attack on the stack. */
	private static final int MAX_DEPTH = 100;

	private static final Pattern COUNT = Pattern.compile("\\{\\d+(?:,\\d*)?}");

	private final String text;

	private final boolean octets;

	private int position;

	private int depth;

	private int groups;

	/**
	 * Create.
	 * @param text the regular expression
	 * @param octets whether it is about octets, and not about characters
	 */
	RegexParser(String text, boolean octets) {
		this.text = text;
		this.octets = octets;
	}

	int groups() {
		return this.groups;
	}

	Node parse() throws NotTranslatableException {
		if (this.text.length() > Limits.LINE_LENGTH) {
			throw new NotTranslatableException("it has a regular expression of " + this.text.length() + " characters");
		}
		Node node = alternation();
		if (this.position < this.text.length()) {
			throw invalid("a ')' that closes nothing");
		}
		return node;
	}

	private Node alternation() throws NotTranslatableException {
		deeper();
		List<Node> branches = new ArrayList<>();
		branches.add(sequence());
		while (take("|")) {
			branches.add(sequence());
		}
		this.depth--;
		return (branches.size() == 1) ? branches.get(0) : new Node.Alternation(List.copyOf(branches));
	}

	private void deeper() throws NotTranslatableException {
		if (++this.depth > MAX_DEPTH) {
			throw invalid("groups that are nested too deep");
		}
	}

	private Node sequence() throws NotTranslatableException {
		List<Node> parts = new ArrayList<>();
		while (this.position < this.text.length() && "|)".indexOf(peek()) < 0) {
			if (take("(?#")) {
				this.position = indexOf(")") + 1;
				continue;
			}
			parts.add(quantified(atom()));
		}
		return new Node.Sequence(List.copyOf(parts));
	}

	private Node quantified(Node atom) throws NotTranslatableException {
		String quantifier = quantifier();
		if (quantifier.isEmpty()) {
			return atom;
		}
		if (atom instanceof Node.Anchor || atom instanceof Node.Look) {
			throw invalid("a repetition of nothing");
		}
		if (take("+")) {
			throw new NotTranslatableException("RE2 has no possessive repetition ('" + quantifier + "+')");
		}
		String whole = take("?") ? quantifier + "?" : quantifier;
		if (!quantifier().isEmpty()) {
			throw invalid("a repetition of a repetition");
		}
		return new Node.Repeat(atom, whole);
	}

	private String quantifier() {
		if (this.position >= this.text.length()) {
			return "";
		}
		if ("*+?".indexOf(peek()) >= 0) {
			return String.valueOf(this.text.charAt(this.position++));
		}
		Matcher count = COUNT.matcher(this.text).region(this.position, this.text.length());
		if (count.lookingAt()) {
			this.position = count.end();
			return count.group();
		}
		return "";
	}

	private Node atom() throws NotTranslatableException {
		char c = peek();
		switch (c) {
			case '(' -> {
				return group();
			}
			case '[' -> {
				return new ClassParser(this.text, this.position, this.octets).parse((end) -> this.position = end);
			}
			case '\\' -> {
				return escape();
			}
			case '*', '+', '?' -> throw invalid("a '" + c + "' that repeats nothing");
			default -> {
			}
		}
		this.position++;
		return switch (c) {
			case '.' -> new Node.CharacterClass(".");
			case '^' -> Node.Anchor.START;
			case '$' -> Node.Anchor.END;
			default -> {
				int codePoint = this.text.codePointAt(this.position - 1);
				this.position += Character.charCount(codePoint) - 1;
				yield new Node.Literal(codePoint);
			}
		};
	}

	private Node escape() throws NotTranslatableException {
		Escape escape = Escape.parseAt(this.text, this.position, this.octets);
		this.position = escape.end();
		if (escape.anchor() != null) {
			return escape.anchor();
		}
		return (escape.characterClass() != null) ? new Node.CharacterClass(escape.characterClass())
				: new Node.Literal(escape.codePoint());
	}

	private Node group() throws NotTranslatableException {
		this.position++;
		if (!take("?")) {
			return closed(++this.groups, null, "");
		}
		if (take(":")) {
			return closed(0, null, "");
		}
		for (String look : List.of("=", "!", "<=", "<!")) {
			if (take(look)) {
				Node body = alternation();
				close();
				return new Node.Look(look.startsWith("<"), look.endsWith("!"), body);
			}
		}
		String close = take("P<") || take("<") ? ">" : take("'") ? "'" : null;
		if (close != null) {
			String name = this.text.substring(this.position, indexOf(close));
			if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
				throw invalid("a group with a malformed name");
			}
			this.position += name.length() + 1;
			return closed(++this.groups, name, "");
		}
		return flagged();
	}

	/** {@code (?i:...)}, or {@code (?i)}, which holds until the end of its group. */
	private Node flagged() throws NotTranslatableException {
		int start = this.position;
		while (this.position < this.text.length() && "imsU-".indexOf(peek()) >= 0) {
			this.position++;
		}
		String flags = this.text.substring(start, this.position);
		// in these 'm' changes nothing, since no path has a line break; 's' holds anyway
		String kept = flags.replaceAll("[ms]", "");
		if (flags.isEmpty() || flags.contains("U") || !(kept.isEmpty() || kept.equals("i") || kept.equals("-i"))) {
			throw new NotTranslatableException(
					"RE2 has no '(?" + this.text.substring(start, Math.min(start + 3, this.text.length())) + "'");
		}
		if (take(":")) {
			return closed(0, null, kept);
		}
		close();
		deeper();
		boolean first = start == "(?".length();
		Node rest = first ? alternation() : sequence();
		if (!first && this.position < this.text.length() && peek() == '|') {
			throw new NotTranslatableException("the flags '(?" + flags + ")' hold for the alternatives behind, too");
		}
		this.depth--;
		return new Node.Group(0, null, kept, rest);
	}

	private Node closed(int index, @Nullable String name, String flags) throws NotTranslatableException {
		Node body = alternation();
		close();
		return new Node.Group(index, name, flags, body);
	}

	private void close() throws NotTranslatableException {
		if (!take(")")) {
			throw invalid("a '(' that is not closed");
		}
	}

	private char peek() {
		return this.text.charAt(this.position);
	}

	private boolean take(String expected) {
		if (this.text.startsWith(expected, this.position)) {
			this.position += expected.length();
			return true;
		}
		return false;
	}

	private int indexOf(String end) throws NotTranslatableException {
		int index = this.text.indexOf(end, this.position);
		if (index < 0) {
			throw invalid("a '(' that is not closed");
		}
		return index;
	}

	static NotTranslatableException invalid(String what) {
		return new NotTranslatableException("it is no regular expression: it has " + what);
	}

}
