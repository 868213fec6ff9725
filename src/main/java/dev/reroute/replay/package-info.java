/**
 * Puts the requests of an access log to a rule set, and tells what the rules would do
 * with them: what each action takes, which rules are never hit, what ends in 404, what is
 * redirected twice, and where another rule set answers otherwise.
 * {@link dev.reroute.replay.Replay} is fed with requests and gives a
 * {@link dev.reroute.replay.ReplayResult}. Whatever is counted by URL is counted in
 * bounded memory.
 */
@NullMarked
package dev.reroute.replay;

import org.jspecify.annotations.NullMarked;
