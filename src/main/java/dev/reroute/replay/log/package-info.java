/**
 * Reads access logs, line by line: {@link dev.reroute.replay.log.AccessLog} is the way
 * in. Each format is one class, and a line becomes a
 * {@link dev.reroute.replay.log.LoggedRequest} or is counted as unreadable. Nothing here
 * knows of rules.
 */
@NullMarked
package dev.reroute.replay.log;

import org.jspecify.annotations.NullMarked;
