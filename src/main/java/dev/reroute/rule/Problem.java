package dev.reroute.rule;

import dev.reroute.pattern.InvalidTextException;
import dev.reroute.pattern.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong in rule text.
 *
 * @param code stable kebab-case code such as {@code unknown-key}
 * @param origin where it stands
 * @param key the key it is about, such as {@code when.host}; {@code null} if none
 * @param expected what would have been right
 * @param got what stood there; untrusted text in it is shortened and has no control
 * characters
 * @param hint what was probably meant, or why it is so; {@code null} for neither
 */
public record Problem(String code, Origin origin, @Nullable String key, String expected, String got,
		@Nullable String hint) {

	public Problem {
		key = (key != null) ? printable(key) : null;
		expected = printable(expected);
		got = printable(got);
		hint = (hint != null) ? printable(hint) : null;
	}

	public static Problem of(String code, Origin origin, @Nullable String key, String expected, String got) {
		return new Problem(code, origin, key, expected, got, null);
	}

	static Problem from(InvalidTextException ex, Origin origin, String key) {
		String got = (ex.position() > 0) ? ex.got() + ", at character " + (ex.position() + 1) : ex.got();
		return of(ex.code(), origin, key, ex.expected(), got);
	}

	/**
	 * Quote a value for {@link #got()}.
	 * @param value the value
	 * @return the value in single quotes, shortened
	 */
	public static String quoted(String value) {
		return "'"
				+ ((value.length() <= Limits.QUOTED_LENGTH) ? value : value.substring(0, Limits.QUOTED_LENGTH) + "...")
				+ "'";
	}

	/** A problem is one line in a log, and no long one, whatever stood in the file. */
	private static String printable(String text) {
		StringBuilder printable = new StringBuilder();
		text.codePoints().limit(Limits.PROBLEM_LENGTH).forEach((c) -> {
			boolean lineSeparator = c == 0x2028 || c == 0x2029 || c == 0xfeff;
			if (Character.isISOControl(c) || lineSeparator) {
				printable.append("\\u%04x".formatted(c));
			}
			else {
				printable.appendCodePoint(c);
			}
		});
		return printable.append((text.length() > Limits.PROBLEM_LENGTH) ? "..." : "").toString();
	}

	/**
	 * The problem on one line: {@code rules.yaml:3:5: unknown-key: expected one of ...,
	 * got 'redirct'; did you mean 'redirect'?}
	 */
	@Override
	public String toString() {
		StringBuilder line = new StringBuilder();
		line.append(printable(this.origin.toString())).append(": ").append(this.code).append(": ");
		if (this.key != null) {
			line.append(this.key).append(": ");
		}
		line.append("expected ").append(this.expected).append(", got ").append(this.got);
		if (this.hint != null) {
			line.append("; ").append(this.hint);
		}
		return line.toString();
	}

}
