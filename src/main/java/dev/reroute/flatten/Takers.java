package dev.reroute.flatten;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.reroute.engine.KnownHosts;
import dev.reroute.pattern.Limits;
import dev.reroute.rule.Action;
import dev.reroute.rule.ReservedPaths;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Finds which rules could take a visitor at a place.
 */
final class Takers {

	private final List<Rule> rules;

	private final SourceIndex index;

	private final ReservedPaths reserved;

	private final KnownHosts hosts;

	Takers(List<Rule> rules, ReservedPaths reserved) {
		this.rules = rules;
		this.index = new SourceIndex(rules);
		this.reserved = reserved;
		this.hosts = new KnownHosts(rules);
	}

	/**
	 * Find who takes a visitor.
	 * @param place where the visitor is
	 * @param judge knows which conditions hold there
	 * @return who
	 */
	Taker at(Place place, ConditionJudge judge) {
		String host = place.host();
		if (host != null && !this.hosts.contains(host)) {
			return Taker.NOBODY;
		}
		PathForm path = place.path();
		if (path.isText() && (path.prefix().length() > Limits.PATH_LENGTH || this.reserved.cover(path.prefix()))) {
			return Taker.NOBODY;
		}
		int[] candidates = this.index.candidates(path);
		if (candidates == null) {
			return new Taker(null, Map.of(), LeftReason.CAPTURES);
		}
		boolean unsure = false;
		for (int position : candidates) {
			Rule rule = this.rules.get(position);
			Certainty conditions = judge.judge(rule);
			SourceMatch match = (conditions == Certainty.NEVER) ? null : SourceMatch.of(rule.source(), path);
			if (match == null || match.certainty() == Certainty.NEVER) {
				continue;
			}
			boolean sureMatch = match.certainty() == Certainty.SURE && place.isExact()
					&& (path.isText() || !this.reserved.couldCover(path.prefix()));
			if (rule.action() instanceof Action.Redirect) {
				LeftReason reason = !sureMatch ? LeftReason.CAPTURES
						: (unsure || conditions != Certainty.SURE) ? LeftReason.CONDITIONS : null;
				Map<String, List<Part>> bound = new HashMap<>(match.bound());
				bound.putAll(judge.bound());
				return new Taker(rule, bound, reason);
			}
			if (sureMatch && conditions == Certainty.SURE && !mayRefuse(rule)) {
				return Taker.NOBODY;
			}
			unsure = true;
		}
		return Taker.NOBODY;
	}

	/**
	 * Whether a rule could take a visitor, if no other does.
	 * @param rule the rule
	 * @param place where the visitor is
	 * @param judge knows which conditions hold there
	 * @return whether it could
	 */
	boolean couldTake(Rule rule, Place place, ConditionJudge judge) {
		return judge.judge(rule) != Certainty.NEVER
				&& SourceMatch.of(rule.source(), place.path()).certainty() != Certainty.NEVER;
	}

	/** A rewrite may be refused for some requests, and the next rule is tried. */
	private static boolean mayRefuse(Rule rule) {
		return rule.action() instanceof Action.Rewrite;
	}

	/**
	 * Who takes a visitor.
	 *
	 * @param rule the first rule that redirects; {@code null} if none could
	 * @param bound what it binds, if it is sure to take the visitor
	 * @param reason why it is not sure to; {@code null} if it is
	 */
	record Taker(@Nullable Rule rule, Map<String, List<Part>> bound, @Nullable LeftReason reason) {

		static final Taker NOBODY = new Taker(null, Map.of(), null);

	}

}
