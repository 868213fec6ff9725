package dev.reroute.importer.regex;

import java.util.function.IntConsumer;

import dev.reroute.importer.NotTranslatableException;

/**
 * Parses a class in brackets and writes it in RE2 syntax, which wants a bracket within it
 * to be escaped.
 */
final class ClassParser {

	private final String text;

	private final boolean octets;

	private int position;

	ClassParser(String text, int position, boolean octets) {
		this.text = text;
		this.octets = octets;
		this.position = position;
	}

	Node parse(IntConsumer end) throws NotTranslatableException {
		StringBuilder regex = new StringBuilder("[");
		this.position++;
		if (this.text.startsWith("^", this.position)) {
			regex.append('^');
			this.position++;
		}
		int first = this.position;
		while (true) {
			if (this.position >= this.text.length()) {
				throw RegexParser.invalid("a '[' that is not closed");
			}
			char c = this.text.charAt(this.position);
			// a bracket that stands first is text
			if (c == ']' && this.position > first) {
				break;
			}
			regex.append(member(c));
		}
		end.accept(this.position + 1);
		return new Node.CharacterClass(regex.append(']').toString());
	}

	private String member(char c) throws NotTranslatableException {
		if (this.text.startsWith("&&", this.position)) {
			throw new NotTranslatableException("RE2 has no intersection of classes ('&&')");
		}
		// asked first, as a class may be long
		boolean named = this.text.startsWith("[:", this.position);
		int close = named ? this.text.indexOf(":]", this.position + 2) : -1;
		if (close > 0 && this.text.substring(this.position + 2, close).matches("\\^?[a-z]+")) {
			String posix = this.text.substring(this.position, close + 2);
			this.position = close + 2;
			return posix;
		}
		if (c == '[') {
			throw new NotTranslatableException(
					"a '[' within a class is text to some and a further class to others; write '\\['");
		}
		if (c == '\\') {
			// within a class \b is a backspace
			if (this.text.startsWith("\\b", this.position)) {
				this.position += 2;
				return "\\x08";
			}
			Escape escape = Escape.parseAt(this.text, this.position, false);
			if (this.octets && this.text.startsWith("\\x", this.position) && escape.codePoint() > Escape.LAST_ASCII) {
				throw new NotTranslatableException("a class of octets is none of characters");
			}
			this.position = escape.end();
			if (escape.anchor() != null) {
				throw RegexParser.invalid("an anchor in a class");
			}
			if (escape.characterClass() != null) {
				return escape.characterClass().equals("[ \\t]") ? " \\t" : escape.characterClass();
			}
			return quoted(escape.codePoint(), true);
		}
		int codePoint = this.text.codePointAt(this.position);
		this.position += Character.charCount(codePoint);
		return quoted(codePoint, false);
	}

	/** A bare hyphen makes a range, an escaped one is text. */
	private static String quoted(int codePoint, boolean escaped) {
		if (codePoint < 0x20) {
			return "\\x%02x".formatted(codePoint);
		}
		return ("[]{}\\^".indexOf(codePoint) >= 0 || (escaped && codePoint == '-'))
				? "\\" + Character.toString(codePoint) : Character.toString(codePoint);
	}

}
