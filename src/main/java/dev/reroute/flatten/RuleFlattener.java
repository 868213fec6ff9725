package dev.reroute.flatten;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import dev.reroute.rule.Action;
import dev.reroute.rule.RedirectStatus;
import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleSettings;

/**
 * Flattens the chains of a list of rules. Nothing is followed twice: what becomes of a
 * rule does not depend on what becomes of the others.
 */
final class RuleFlattener {

	private final List<Rule> rules;

	private final RuleSettings settings;

	private final Hops hops;

	private final List<FlattenedRule> flattened = new ArrayList<>();

	private final List<LeftRule> left = new ArrayList<>();

	private RuleFlattener(List<Rule> rules, RuleSettings settings, Hops hops) {
		this.rules = rules;
		this.settings = settings;
		this.hops = hops;
	}

	/**
	 * Flatten rules.
	 * @param rules the rules, in the order in which they are tested
	 * @param settings what holds for all of them
	 * @param hops which hops to merge
	 * @return what changes
	 */
	static FlattenSummary flatten(List<Rule> rules, RuleSettings settings, Hops hops) {
		return new RuleFlattener(rules, settings, hops).flatten();
	}

	private FlattenSummary flatten() {
		Takers takers = new Takers(this.rules, this.settings.reserved());
		Set<Rule> endless = Collections.newSetFromMap(new IdentityHashMap<>());
		for (Rule rule : this.rules) {
			if (rule.action() instanceof Action.Redirect redirect) {
				add(rule, Chain.follow(rule, redirect, takers, this.settings.allowed(), this.hops), endless);
			}
		}
		List<FlattenedRule> changed = new ArrayList<>();
		for (FlattenedRule rule : this.flattened) {
			if (endless.contains(rule.rule())) {
				this.left.add(new LeftRule(rule.rule(), LeftReason.TOO_LONG, rule.target(), rule.rule()));
			}
			else {
				changed.add(rule);
			}
		}
		return new FlattenSummary(this.rules.size(), changed, this.left);
	}

	private void add(Rule rule, Followed followed, Set<Rule> endless) {
		LeftRule rest = followed.left();
		if (rest != null) {
			this.left.add(rest);
			if (rest.reason() == LeftReason.TOO_LONG) {
				// a part of such a chain is not made shorter: it would come and go with
				// each run
				endless.addAll(followed.walked());
			}
		}
		List<Action.Redirect> merged = followed.merged().stream().map((one) -> (Action.Redirect) one.action()).toList();
		if (merged.size() > 1) {
			RedirectStatus status = Merging.status(merged);
			boolean changed = status != merged.get(0).status();
			this.flattened.add(new FlattenedRule(rule, followed.target(), changed ? status : null,
					Merging.cache(merged), merged.size()));
		}
	}

}
