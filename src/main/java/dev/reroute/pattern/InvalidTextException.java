package dev.reroute.pattern;

/**
 * Text of a rule that cannot be understood. Carries what a problem report needs; tests
 * assert code and position, never prose.
 */
public final class InvalidTextException extends RuntimeException {

	private final String code;

	private final int position;

	private final String expected;

	private final String got;

	/**
	 * Create the exception.
	 * @param code stable kebab-case code such as {@code bad-pattern}
	 * @param position index of the offending character in the text, or -1 if there is
	 * none
	 * @param expected what would have been right
	 * @param got what stood there
	 */
	public InvalidTextException(String code, int position, String expected, String got) {
		super("%s: expected %s, got %s".formatted(code, expected, got), null, false, false);
		this.code = code;
		this.position = position;
		this.expected = expected;
		this.got = got;
	}

	public String code() {
		return this.code;
	}

	public int position() {
		return this.position;
	}

	public String expected() {
		return this.expected;
	}

	public String got() {
		return this.got;
	}

	static String quoted(String text) {
		String shown = (text.length() <= Limits.QUOTED_LENGTH) ? text : text.substring(0, Limits.QUOTED_LENGTH) + "...";
		return "'" + shown + "'";
	}

}
