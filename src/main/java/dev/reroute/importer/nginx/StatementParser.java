package dev.reroute.importer.nginx;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Parses a configuration of nginx.
 *
 * <pre>
 * configuration = statement*
 * statement     = word+ ( ";" | "{" statement* "}" )
 * word          = quoted | bare
 * quoted        = "'" text "'" | '"' text '"'          a backslash takes the quote's meaning away
 * bare          = text up to white space, ";" or "{"   "${" is part of it
 * comment       = "#" text up to the end of the line   where a word could begin
 * </pre>
 *
 * Of the escapes only those of quotes, the backslash and {@code \t}, {@code \r},
 * {@code \n} are undone; another backslash stays, as it belongs to a regular expression.
 */
final class StatementParser {

	/** More would only be met in an attack on the stack. */
	private static final int MAX_DEPTH = 50;

	private final Cursor cursor;

	StatementParser(String text) {
		this.cursor = new Cursor(text);
	}

	/**
	 * Parse the whole text.
	 * @return its statements
	 * @throws UnreadableException if it is no configuration
	 */
	List<Statement> parse() throws UnreadableException {
		return statements(0);
	}

	private List<Statement> statements(int depth) throws UnreadableException {
		if (depth > MAX_DEPTH) {
			throw this.cursor.unexpected("at most " + MAX_DEPTH + " blocks within each other", "one more");
		}
		List<Statement> statements = new ArrayList<>();
		while (true) {
			this.cursor.skipBlank();
			if (this.cursor.atEnd()) {
				if (depth > 0) {
					throw this.cursor.unexpected("'}'", "the end of the text");
				}
				return statements;
			}
			if (this.cursor.peek() == '}' && depth > 0) {
				this.cursor.next();
				return statements;
			}
			statements.add(statement(depth));
		}
	}

	private Statement statement(int depth) throws UnreadableException {
		int line = this.cursor.line();
		int start = this.cursor.position();
		String comment = this.cursor.commentAbove();
		List<String> words = new ArrayList<>();
		while (true) {
			this.cursor.skipBlank();
			if (this.cursor.atEnd()) {
				throw new UnreadableException(line, "';' or '{' behind the words of a directive",
						"the end of the text");
			}
			char c = this.cursor.peek();
			if (words.isEmpty() ? ";{}".indexOf(c) >= 0 : c == '}') {
				throw this.cursor.unexpected(words.isEmpty() ? "the name of a directive" : "';' or '{'",
						"'" + c + "'" + ((c == '{') ? " (is this a template?)" : ""));
			}
			if (c == ';' || c == '{') {
				String text = this.cursor.textFrom(start);
				this.cursor.next();
				List<Statement> block = (c == '{') ? block(words.get(0), depth) : null;
				String behind = (c == ';') ? this.cursor.commentBehind() : null;
				return new Statement(words.get(0), List.copyOf(words.subList(1, words.size())), line, text,
						(comment != null) ? comment : behind, block);
			}
			words.add(word());
		}
	}

	/** A block of Lua is not of this language. */
	private @Nullable List<Statement> block(String name, int depth) throws UnreadableException {
		if (!name.endsWith("_by_lua_block")) {
			return statements(depth + 1);
		}
		int open = 1;
		while (open > 0) {
			if (this.cursor.atEnd()) {
				throw this.cursor.unexpected("'}'", "the end of the text");
			}
			char c = this.cursor.next();
			open += (c == '{') ? 1 : (c == '}') ? -1 : 0;
		}
		return null;
	}

	private String word() throws UnreadableException {
		char quote = this.cursor.peek();
		if (quote != '"' && quote != '\'') {
			return bare();
		}
		int line = this.cursor.line();
		this.cursor.next();
		StringBuilder word = new StringBuilder();
		while (true) {
			if (this.cursor.atEnd()) {
				throw new UnreadableException(line, "a quotation mark that closes the text", "the end of the text");
			}
			char c = this.cursor.next();
			if (c == quote) {
				break;
			}
			append(c, word);
		}
		if (!this.cursor.atEnd() && !this.cursor.atBlank() && ";{)".indexOf(this.cursor.peek()) < 0) {
			throw this.cursor.unexpected("white space behind a text in quotes", "'" + this.cursor.peek() + "'");
		}
		return word.toString();
	}

	private String bare() {
		StringBuilder word = new StringBuilder();
		char previous = 0;
		while (!this.cursor.atEnd() && !this.cursor.atBlank() && this.cursor.peek() != ';'
				&& (this.cursor.peek() != '{' || previous == '$')) {
			previous = this.cursor.next();
			append(previous, word);
		}
		return word.toString();
	}

	private void append(char c, StringBuilder word) {
		if (c != '\\' || this.cursor.atEnd()) {
			word.append(c);
			return;
		}
		char escaped = this.cursor.next();
		switch (escaped) {
			case '"', '\'', '\\' -> word.append(escaped);
			case 't' -> word.append('\t');
			case 'r' -> word.append('\r');
			case 'n' -> word.append('\n');
			default -> word.append(c).append(escaped);
		}
	}

}
