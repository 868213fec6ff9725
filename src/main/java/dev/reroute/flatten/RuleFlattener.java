package dev.reroute.flatten;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import dev.reroute.engine.Walk;
import dev.reroute.pattern.TargetTemplate;
import dev.reroute.rule.Action;
import dev.reroute.rule.RedirectStatus;
import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleSettings;
import org.jspecify.annotations.Nullable;

/**
 * Flattens the chains of a list of rules, in rounds: within a round what becomes of a
 * rule does not depend on what becomes of the others. There is a further round as long as
 * rules change, since a target may be simpler then than on the way to it.
 */
final class RuleFlattener {

	/** The rules as they are now. */
	private final List<Rule> rules;

	private final RuleSettings settings;

	private final Hops hops;

	/** Why a change cannot be written; {@code null} if it can. */
	private final Function<FlattenedRule, @Nullable LeftReason> obstacle;

	private final Takers takers;

	/** What became of rules, by what they are now. */
	private final IdentityHashMap<Rule, FlattenedRule> flattened = new IdentityHashMap<>();

	/** What stays, by position. */
	private final Map<Integer, LeftRule> left = new TreeMap<>();

	private RuleFlattener(List<Rule> rules, RuleSettings settings, Hops hops,
			Function<FlattenedRule, @Nullable LeftReason> obstacle) {
		this.rules = new ArrayList<>(rules);
		this.settings = settings;
		this.hops = hops;
		this.obstacle = obstacle;
		this.takers = new Takers(this.rules, settings.reserved());
	}

	/**
	 * Flatten rules.
	 * @param rules the rules, in the order in which they are tested
	 * @param settings what holds for all of them
	 * @param hops which hops to merge
	 * @param obstacle why a change cannot be written; {@code null} if it can
	 * @return what changes
	 */
	static FlattenSummary flatten(List<Rule> rules, RuleSettings settings, Hops hops,
			Function<FlattenedRule, @Nullable LeftReason> obstacle) {
		return new RuleFlattener(rules, settings, hops, obstacle).flatten();
	}

	private FlattenSummary flatten() {
		List<Integer> pending = new ArrayList<>();
		for (int position = 0; position < this.rules.size(); position++) {
			pending.add(position);
		}
		for (int round = 0; round < Walk.MAX_HOPS && !pending.isEmpty(); round++) {
			Map<Integer, FlattenedRule> changes = follow(pending);
			changes.forEach(this::change);
			pending = changes.isEmpty() ? List.of() : List.copyOf(this.left.keySet());
		}
		List<FlattenedRule> all = this.rules.stream().map(this.flattened::get).filter((rule) -> rule != null).toList();
		return new FlattenSummary(this.rules.size(), all, List.copyOf(this.left.values()));
	}

	private Map<Integer, FlattenedRule> follow(List<Integer> positions) {
		Map<Integer, FlattenedRule> changes = new TreeMap<>();
		Set<Rule> endless = Collections.newSetFromMap(new IdentityHashMap<>());
		for (int position : positions) {
			this.left.remove(position);
			Rule rule = this.rules.get(position);
			if (!(rule.action() instanceof Action.Redirect redirect)) {
				continue;
			}
			Followed followed = Chain.follow(rule, redirect, this.takers, this.settings.allowed(), this.hops);
			LeftRule rest = followed.left();
			if (rest != null) {
				this.left.put(position, rest);
				if (rest.reason() == LeftReason.TOO_LONG) {
					// to shorten a part of such a chain would bring it to an end, run by
					// run
					endless.addAll(followed.walked());
				}
			}
			if (followed.merged().size() > 1) {
				changes.put(position, merge(rule, followed));
			}
		}
		changes.entrySet().removeIf((change) -> {
			boolean stays = endless.contains(this.rules.get(change.getKey()));
			LeftReason reason = stays ? LeftReason.TOO_LONG : this.obstacle.apply(change.getValue());
			if (reason != null) {
				Rule rule = this.rules.get(change.getKey());
				this.left.put(change.getKey(), new LeftRule(rule, reason, targetOf(rule), rule));
			}
			return reason != null;
		});
		return changes;
	}

	private static String targetOf(Rule rule) {
		return (rule.action() instanceof Action.Redirect redirect) ? redirect.target().text() : "";
	}

	private FlattenedRule merge(Rule rule, Followed followed) {
		List<Action.Redirect> merged = followed.merged().stream().map((one) -> (Action.Redirect) one.action()).toList();
		FlattenedRule before = this.flattened.get(rule);
		Rule original = (before != null) ? before.rule() : rule;
		RedirectStatus status = Merging.status(merged);
		String cache = Merging.cacheControl(merged);
		Action.Redirect was = (Action.Redirect) original.action();
		int count = followed.merged().stream().mapToInt(this::hopsOf).sum();
		return new FlattenedRule(original, followed.target(), (status != was.status()) ? status : null,
				(cache == null || cache.equals(was.cacheControl())) ? null : cache, count);
	}

	private int hopsOf(Rule rule) {
		FlattenedRule before = this.flattened.get(rule);
		return (before != null) ? before.hops() : 1;
	}

	private void change(int position, FlattenedRule change) {
		Rule rule = this.rules.get(position);
		Action.Redirect redirect = (Action.Redirect) change.rule().action();
		TargetTemplate target = TargetTemplate.parse(change.target(), new CaptureKinds(rule).names(),
				this.settings.allowed());
		RedirectStatus status = (change.status() != null) ? change.status() : redirect.status();
		String cache = (change.cacheControl() != null) ? change.cacheControl() : redirect.cacheControl();
		Rule now = new Rule(rule.id(), rule.source(), rule.conditions(),
				new Action.Redirect(target, status, cache, redirect.query()), rule.fallback(), rule.examples(),
				rule.origin());
		this.flattened.remove(rule);
		this.flattened.put(now, change);
		this.rules.set(position, now);
	}

}
