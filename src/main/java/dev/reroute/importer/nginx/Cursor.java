package dev.reroute.importer.nginx;

import org.jspecify.annotations.Nullable;

/**
 * A place in a text that moves on, and remembers the comments that it passes.
 */
final class Cursor {

	/** What of a comment becomes a note. */
	private static final int COMMENT_LENGTH = 200;

	private final String text;

	private int position;

	private int line = 1;

	private @Nullable String comment;

	private int commentLine;

	Cursor(String text) {
		this.text = text;
	}

	int position() {
		return this.position;
	}

	int line() {
		return this.line;
	}

	boolean atEnd() {
		return this.position >= this.text.length();
	}

	boolean atBlank() {
		return " \t\r\n".indexOf(peek()) >= 0;
	}

	char peek() {
		return this.text.charAt(this.position);
	}

	char next() {
		char c = this.text.charAt(this.position++);
		this.line += (c == '\n') ? 1 : 0;
		return c;
	}

	/** What was passed since a position, on one line. */
	String textFrom(int start) {
		String passed = this.text.substring(start, this.position).strip();
		return (passed.indexOf('\n') < 0) ? passed : passed.replaceAll("\\s+", " ");
	}

	UnreadableException unexpected(String expected, String got) {
		return new UnreadableException(this.line, expected, got);
	}

	/** Skip white space and comments. */
	void skipBlank() {
		while (!atEnd() && (atBlank() || peek() == '#')) {
			if (peek() == '#') {
				readComment();
			}
			else {
				next();
			}
		}
	}

	private void readComment() {
		int end = this.text.indexOf('\n', this.position);
		end = (end < 0) ? this.text.length() : end;
		String read = words(end);
		String before = (this.commentLine == this.line - 1) ? this.comment : null;
		if (before == null) {
			this.comment = read;
		}
		else if (before.length() < COMMENT_LENGTH) {
			this.comment = (before + " " + read).strip();
		}
		this.commentLine = this.line;
		this.position = end;
	}

	private String words(int end) {
		int start = this.position;
		while (start < end && this.text.charAt(start) == '#') {
			start++;
		}
		return this.text.substring(start, Math.min(end, start + COMMENT_LENGTH)).strip();
	}

	/** The comment that ends on the line above this one. */
	@Nullable String commentAbove() {
		String above = (this.commentLine == this.line - 1) ? this.comment : null;
		this.comment = null;
		return (above != null) ? above.substring(0, Math.min(above.length(), COMMENT_LENGTH)) : null;
	}

	/** The comment that stands on the rest of this line. */
	@Nullable String commentBehind() {
		int at = this.position;
		while (at < this.text.length() && (this.text.charAt(at) == ' ' || this.text.charAt(at) == '\t')) {
			at++;
		}
		if (at >= this.text.length() || this.text.charAt(at) != '#') {
			return null;
		}
		this.position = at;
		this.comment = null;
		readComment();
		String behind = this.comment;
		this.comment = null;
		return behind;
	}

}
