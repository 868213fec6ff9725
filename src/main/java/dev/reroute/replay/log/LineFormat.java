package dev.reroute.replay.log;

/**
 * How a line of a log is written.
 */
interface LineFormat {

	/**
	 * Read a line.
	 * @param line the line
	 * @return the request
	 * @throws UnreadableLineException if the line is not in this format
	 */
	LoggedRequest parse(String line) throws UnreadableLineException;

}
