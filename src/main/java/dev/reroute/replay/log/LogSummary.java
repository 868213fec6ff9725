package dev.reroute.replay.log;

import java.util.List;

/**
 * What became of the lines of a log.
 *
 * @param requests how many lines were requests
 * @param unreadable how many could not be read; blank ones do not count
 * @param first the first of those
 */
public record LogSummary(long requests, long unreadable, List<UnreadableLine> first) {

}
