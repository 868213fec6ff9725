package dev.reroute.source;

import java.time.Instant;
import java.util.List;

import dev.reroute.rule.Problem;

/**
 * What came of the last reading of a source.
 *
 * @param name the source
 * @param lastRead when it was read
 * @param rules how many rules it gave
 * @param problems what was wrong with them
 */
public record SourceStatus(String name, Instant lastRead, int rules, List<Problem> problems) {

}
