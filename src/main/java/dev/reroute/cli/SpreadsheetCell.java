package dev.reroute.cli;

/**
 * Text for a spreadsheet. What a stranger asked for must not be run as a formula by
 * whoever opens the table: a cell that a spreadsheet could take for one gets an
 * apostrophe in front, with which it is text.
 */
final class SpreadsheetCell {

	/** Also in the fullwidth forms that an input method, and some programs, take. */
	private static final String BEGINNINGS = "=+-@\uff1d\uff0b\uff0d\uff20";

	private SpreadsheetCell() {
	}

	static String of(String text) {
		int start = 0;
		while (start < text.length() && isIgnored(text.charAt(start))) {
			start++;
		}
		boolean formula = start < text.length() && BEGINNINGS.indexOf(text.charAt(start)) >= 0;
		return (formula || text.startsWith("\t") || text.startsWith("\r")) ? "'" + text : text;
	}

	/** What programs skip before they look. */
	private static boolean isIgnored(char c) {
		return c <= ' ' || c == '\ufeff' || c == '\u00a0' || Character.isWhitespace(c);
	}

}
