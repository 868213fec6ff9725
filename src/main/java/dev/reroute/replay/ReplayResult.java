package dev.reroute.replay;

import java.util.List;
import java.util.Map;

import dev.reroute.engine.Walk;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What rules do with the requests of a log.
 *
 * @param requests how many requests there were
 * @param actions how many of them each action takes; all actions are there
 * @param missing what ended in 404, and no rule answers it
 * @param chains where a visitor would walk more than one redirect, from the first to the
 * end
 * @param rules how many rules there are
 * @param neverHit how many of them decided nothing, not even about a visitor who follows
 * a redirect
 * @param firstNeverHit the first of these, in the order of the rules
 * @param differences where the other rule set answers otherwise; {@code null} if there is
 * no other
 * @param gaps what rules look at but the log does not have, with the number of these
 * rules
 */
public record ReplayResult(long requests, Map<ReplayedAction, Long> actions, Ranking<MissingUrl> missing,
		Ranking<Walk> chains, int rules, int neverHit, List<Rule> firstNeverHit,
		@Nullable Ranking<Difference> differences, Map<String, Integer> gaps) {

	/**
	 * How many requests an action takes.
	 * @param action the action
	 * @return their number
	 */
	public long count(ReplayedAction action) {
		return this.actions.getOrDefault(action, 0L);
	}

}
