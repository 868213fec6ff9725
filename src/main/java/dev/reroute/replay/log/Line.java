package dev.reroute.replay.log;

/**
 * A line of a log.
 *
 * @param number its number, from 1
 * @param text its text; only the beginning if it is too long
 * @param isTooLong whether it is longer than a line may be
 */
record Line(long number, String text, boolean isTooLong) {

	private static final int SHOWN = 120;

	static String shortened(String text) {
		return (text.length() <= SHOWN) ? text : text.substring(0, SHOWN) + "...";
	}

	UnreadableLine unreadable(String reason) {
		return new UnreadableLine(this.number, shortened(this.text), reason);
	}

}
