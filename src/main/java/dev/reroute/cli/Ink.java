package dev.reroute.cli;

import dev.reroute.lint.Severity;

/**
 * Colours text for a terminal, or leaves it as it is. What it is given may come from a
 * rule file of a stranger: control characters in it, with which a text could rewrite what
 * a terminal shows, are spelled out.
 */
enum Ink {

	/** For files and pipes. */
	PLAIN,

	/** For terminals (ECMA-48, SGR). */
	COLOURED;

	private static final String BOLD = "1";

	private static final String FAINT = "2";

	static Ink of(boolean coloured) {
		return coloured ? COLOURED : PLAIN;
	}

	/** Text as it is, but printable. */
	String text(String text) {
		StringBuilder printable = new StringBuilder();
		text.codePoints().forEach((c) -> {
			if (isHarmless(c)) {
				printable.appendCodePoint(c);
			}
			else {
				printable.append("\\u%04x".formatted(c));
			}
		});
		return printable.toString();
	}

	private static boolean isHarmless(int c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL -> c == '\t';
			case Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> true;
		};
	}

	String strong(String text) {
		return in(BOLD, text);
	}

	String faint(String text) {
		return in(FAINT, text);
	}

	/** In the colour of a severity. */
	String as(Severity severity, String text) {
		return in(switch (severity) {
			case ERROR -> "1;31";
			case WARNING -> "1;33";
			case INFO -> "1;36";
		}, text);
	}

	private String in(String style, String text) {
		return (this == PLAIN) ? text(text) : "\u001b[" + style + "m" + text(text) + "\u001b[0m";
	}

}
