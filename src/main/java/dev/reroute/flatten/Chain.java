package dev.reroute.flatten;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.engine.Walk;
import dev.reroute.pattern.InvalidTextException;
import dev.reroute.pattern.RedirectTargets;
import dev.reroute.pattern.TargetTemplate;
import dev.reroute.rule.Action;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Follows the redirects of one rule, for all requests that it serves at once. Behind a
 * hop that is to stay it goes on, since the chain could still turn out to be a loop.
 */
final class Chain {

	private final Rule first;

	private final Action.Redirect redirect;

	private final Takers takers;

	private final RedirectTargets allowed;

	private final Hops hops;

	private final CaptureKinds kinds;

	/** The rules on the way, the first one included. */
	private final List<Rule> walked = new ArrayList<>();

	private final Set<TargetText> seen = new HashSet<>();

	/** The methods that are possible; {@code null} for any. */
	private @Nullable Set<String> methods;

	private String target;

	private List<Rule> merged;

	private @Nullable LeftRule left;

	private Chain(Rule first, Action.Redirect redirect, Takers takers, RedirectTargets allowed, Hops hops) {
		this.first = first;
		this.redirect = redirect;
		this.takers = takers;
		this.allowed = allowed;
		this.hops = hops;
		this.kinds = new CaptureKinds(first);
		this.methods = Methods.after(redirect.status(), Methods.of(first));
		this.target = redirect.target().text();
		this.merged = List.of(first);
		this.walked.add(first);
	}

	/**
	 * Follow a rule.
	 * @param first the rule
	 * @param redirect its redirect
	 * @param takers finds the next rule
	 * @param allowed where a placeholder in a host may lead
	 * @param hops which hops to merge
	 * @return where it leads
	 */
	static Followed follow(Rule first, Action.Redirect redirect, Takers takers, RedirectTargets allowed, Hops hops) {
		Chain chain = new Chain(first, redirect, takers, allowed, hops);
		if (!redirect.target().isRelative() && redirect.target().fixedHost() == null) {
			chain.left = new LeftRule(first, LeftReason.HOST, chain.target, first);
		}
		else {
			chain.walk();
		}
		return new Followed(chain.target, chain.merged, List.copyOf(chain.walked), chain.left);
	}

	private void walk() {
		Place place = Place.of(this.redirect.target(), this.kinds);
		while (place != null) {
			this.seen.add(place.text().withoutFragment());
			ConditionJudge judge = new ConditionJudge(this.first, this.redirect.query(), place, this.methods);
			if (this.first.fallback() && this.takers.couldTake(this.first, place, judge)) {
				// there it is 404 again
				keep();
				this.left = new LeftRule(this.first, LeftReason.LOOP, place.text().toString(), this.first);
				return;
			}
			Takers.Taker taker = this.takers.at(place, judge);
			Rule next = taker.rule();
			LeftReason unsure = taker.reason();
			if (unsure != null) {
				leave(unsure, place, (next != null) ? next : this.first);
			}
			Place then = null;
			if (unsure == null && next != null && next.action() instanceof Action.Redirect hop) {
				then = step(place, next, hop, taker.bound());
			}
			if (then == null && this.left != null && this.takers.couldTake(this.first, place, judge)) {
				// led to itself it would pass such a request, which it sends on now
				keep();
			}
			place = then;
		}
	}

	/** Go on to the next place; {@code null} at the end. */
	private @Nullable Place step(Place place, Rule next, Action.Redirect hop, Map<String, List<Part>> bound) {
		Place then = compose(place, next, hop, bound);
		if (then == null || then.text().sameUrl(place.text())) {
			return null;
		}
		if (!this.hops.include(this.redirect.status())) {
			leave(LeftReason.TEMPORARY, place, this.first);
		}
		if (!this.hops.include(hop.status())) {
			leave(LeftReason.TEMPORARY, place, next);
		}
		if (!then.path().refusable().equals(place.path().refusable())) {
			leave(LeftReason.CAPTURES, place, next);
			return null;
		}
		if (then.couldEqual(place)) {
			leave(LeftReason.SELF_REDIRECT, place, next);
		}
		boolean endless = this.seen.contains(then.text().withoutFragment());
		if (endless || this.walked.size() == Walk.MAX_HOPS) {
			keep();
			this.left = new LeftRule(this.first, endless ? LeftReason.LOOP : LeftReason.TOO_LONG,
					place.text().toString(), next);
			return null;
		}
		this.walked.add(next);
		this.methods = Methods.after(hop.status(), this.methods);
		if (this.left == null) {
			this.target = then.text().toString();
			this.merged = List.copyOf(this.walked);
		}
		return then;
	}

	private @Nullable Place compose(Place place, Rule next, Action.Redirect hop, Map<String, List<Part>> bound) {
		LeftReason reason;
		try {
			String text = Composition.of(this.redirect.query(), place, next, hop, bound, this.kinds.names());
			Place then = Place.of(TargetTemplate.parse(text, this.kinds.names(), this.allowed), this.kinds);
			if (then != null) {
				return then;
			}
			reason = LeftReason.PLACEHOLDERS;
		}
		catch (CannotCompose ex) {
			reason = ex.reason();
		}
		catch (InvalidTextException ex) {
			reason = LeftReason.PLACEHOLDERS;
		}
		leave(this.hops.include(hop.status()) ? reason : LeftReason.TEMPORARY, place, next);
		return null;
	}

	private void leave(LeftReason reason, Place place, Rule next) {
		if (this.left == null) {
			this.left = new LeftRule(this.first, reason, place.text().toString(), next);
		}
	}

	/** The rule stays as it is. */
	private void keep() {
		this.target = this.redirect.target().text();
		this.merged = List.of(this.first);
	}

}
