package dev.reroute.replay.log;

/**
 * A file of which no line can be read as a request.
 */
public final class NoAccessLogException extends Exception {

	private final UnreadableLine line;

	NoAccessLogException(UnreadableLine line) {
		super("line " + line.number() + ": " + line.reason(), null, false, false);
		this.line = line;
	}

	/**
	 * The first line.
	 * @return the line, and what is wrong with it
	 */
	public UnreadableLine line() {
		return this.line;
	}

}
