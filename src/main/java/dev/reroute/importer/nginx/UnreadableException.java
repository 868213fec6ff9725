package dev.reroute.importer.nginx;

/**
 * Something that is no configuration of nginx.
 */
final class UnreadableException extends Exception {

	private final int line;

	private final String expected;

	private final String got;

	UnreadableException(int line, String expected, String got) {
		super(expected);
		this.line = line;
		this.expected = expected;
		this.got = got;
	}

	int line() {
		return this.line;
	}

	String expected() {
		return this.expected;
	}

	String got() {
		return this.got;
	}

}
