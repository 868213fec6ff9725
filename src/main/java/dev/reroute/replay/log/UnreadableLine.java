package dev.reroute.replay.log;

/**
 * A line that could not be read.
 *
 * @param number its number, from 1
 * @param text its text, cut short
 * @param reason what is wrong with it
 */
public record UnreadableLine(long number, String text, String reason) {

}
