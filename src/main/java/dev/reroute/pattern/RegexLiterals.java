package dev.reroute.pattern;

/**
 * The literal text that everything a regular expression matches must hold. Careful rather
 * than clever: where flags, quotes or an alternation at the top level stand, there is
 * none.
 *
 * @param prefix what it must begin with
 * @param longest the longest text that it must hold somewhere
 */
record RegexLiterals(String prefix, String longest) {

	private static final RegexLiterals NONE = new RegexLiterals("", "");

	static RegexLiterals of(String regex) {
		return new Reader(regex).read();
	}

	/** Reads the atoms of the top level; groups are passed over. */
	private static final class Reader {

		private final String regex;

		private final StringBuilder run = new StringBuilder();

		private boolean atStart = true;

		private String prefix = "";

		private String longest = "";

		Reader(String regex) {
			this.regex = regex;
		}

		RegexLiterals read() {
			int i = this.regex.startsWith("^") ? 1 : 0;
			while (i < this.regex.length()) {
				char c = this.regex.charAt(i);
				if (c == '|' || hasFlags(i) || isLongEscape(i)) {
					return NONE;
				}
				if (c == '(') {
					endRun();
					i = endOfGroup(i) + 1;
				}
				else if (isLiteral(i)) {
					i = readLiteral(i);
				}
				else {
					endRun();
					int brace = (c == '{') ? this.regex.indexOf('}', i) : -1;
					i = ((brace >= 0) ? brace : LinearRegex.endOfAtom(this.regex, i)) + 1;
				}
			}
			endRun();
			return new RegexLiterals(this.prefix, this.longest);
		}

		private boolean hasFlags(int i) {
			return this.regex.startsWith("(?", i) && !this.regex.startsWith("(?:", i)
					&& !this.regex.startsWith("(?P<", i) && !this.regex.startsWith("(?<", i);
		}

		/**
		 * {@code \x62}, {@code \pN}, {@code \Q...\E}: what follows is not what it seems.
		 */
		private boolean isLongEscape(int i) {
			char escaped = (this.regex.charAt(i) == '\\' && i + 1 < this.regex.length()) ? this.regex.charAt(i + 1)
					: '.';
			return Character.isLetterOrDigit(escaped) && "dDwWsSbBAz".indexOf(escaped) < 0;
		}

		private boolean isLiteral(int i) {
			char c = this.regex.charAt(i);
			if (c == '\\') {
				return i + 1 < this.regex.length() && this.regex.charAt(i + 1) < 0x80
						&& !Character.isLetterOrDigit(this.regex.charAt(i + 1));
			}
			return ".[]{}*+?^$()".indexOf(c) < 0;
		}

		/** What may be left out, or comes more than once, ends a run. */
		private int readLiteral(int start) {
			int at = (this.regex.charAt(start) == '\\') ? start + 1 : start;
			int c = this.regex.codePointAt(at);
			int end = at + Character.charCount(c);
			char next = (end < this.regex.length()) ? this.regex.charAt(end) : ' ';
			boolean optional = next == '?' || next == '*' || next == '{';
			if (!optional) {
				this.run.appendCodePoint(c);
			}
			if (optional || next == '+') {
				endRun();
			}
			return end;
		}

		private int endOfGroup(int open) {
			int depth = 0;
			for (int i = open; i < this.regex.length(); i = LinearRegex.endOfAtom(this.regex, i) + 1) {
				char c = this.regex.charAt(i);
				depth += (c == '(') ? 1 : (c == ')') ? -1 : 0;
				if (depth == 0) {
					return i;
				}
			}
			return this.regex.length();
		}

		private void endRun() {
			if (this.atStart) {
				this.prefix = this.run.toString();
			}
			this.atStart = false;
			if (this.run.length() > this.longest.length()) {
				this.longest = this.run.toString();
			}
			this.run.setLength(0);
		}

	}

}
