package dev.reroute.replay.log;

/**
 * A line that is no request. Logs of real servers have some, so it is cheap.
 */
final class UnreadableLineException extends Exception {

	/**
	 * Create the exception.
	 * @param reason what is wrong, such as {@code no status}
	 */
	UnreadableLineException(String reason) {
		super(reason, null, false, false);
	}

	String reason() {
		return String.valueOf(getMessage());
	}

}
