package dev.reroute.lint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.reroute.engine.Attempt;
import dev.reroute.engine.UrlRequest;
import dev.reroute.pattern.UrlText;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Whether some request reaches a rule. A path of the rule is put to the engine; if an
 * earlier rule takes it, all that this one takes is ruled out, and so on until the rule
 * itself decides, or nothing is left.
 *
 * @param request a request that the rule decides; {@code null} if none was found
 * @param takenBy the earlier rules that take them all; empty if that is not proved
 * @param taken a request of the rule's that one of these takes
 */
record Reach(@Nullable UrlRequest request, Set<Rule> takenBy, @Nullable UrlRequest taken) {

	/** Rules that are tried to be ruled out, one by one. */
	private static final int MAX_STEPS = 200;

	/** Paths that another rule takes for reasons that prove nothing. */
	private static final int MAX_UNPROVED = 20;

	private static final Reach UNKNOWN = new Reach(null, Set.of(), null);

	boolean isProvedNever() {
		return !this.takenBy.isEmpty();
	}

	static Reach of(Rule rule, Subject.Context context) {
		List<UrlRequest> situations = Situation.all(rule, context);
		Set<Rule> takenBy = new LinkedHashSet<>();
		UrlRequest taken = null;
		boolean unproved = situations.isEmpty();
		for (UrlRequest situation : situations) {
			try {
				Reach reach = in(situation, rule, context.languages().pathsOf(rule), context);
				UrlRequest reached = reach.request();
				if (reached != null) {
					return new Reach(plain(reached, rule, context), Set.of(), null);
				}
				unproved |= !reach.isProvedNever();
				takenBy.addAll(reach.takenBy());
				taken = reach.taken();
			}
			catch (BeyondMethodException ex) {
				unproved = true;
			}
		}
		return unproved ? UNKNOWN : new Reach(null, takenBy, taken);
	}

	/**
	 * Look for a request in one situation.
	 * @param situation a request for which the conditions of the rule hold
	 * @param rule the rule
	 * @param paths the paths to try
	 * @param context asks the engine
	 * @return what was found
	 * @throws BeyondMethodException if the source of a rule on the way is beyond it
	 */
	static Reach in(UrlRequest situation, Rule rule, PathSupply paths, Subject.Context context)
			throws BeyondMethodException {
		Set<Rule> takenBy = new LinkedHashSet<>();
		UrlRequest taken = null;
		int unproved = 0;
		for (int i = 0; i < MAX_STEPS && unproved < MAX_UNPROVED; i++) {
			String path = paths.next();
			if (path == null) {
				return (unproved > 0) ? UNKNOWN : new Reach(null, takenBy, taken);
			}
			UrlRequest request = Situation.withPath(situation, path);
			Rule decider = context.explainer().decideMissing(request).rule();
			if (rule.equals(decider)) {
				return new Reach(request, Set.of(), null);
			}
			if (decider == null || !isTried(rule, request, context)
					|| !Takes.all(decider, rule, request.host(), context.languages())) {
				unproved++;
				paths.ruleOut(path);
				continue;
			}
			takenBy.add(decider);
			taken = plain(request, decider, context);
			paths.ruleOut(decider);
		}
		return UNKNOWN;
	}

	/** A request with GET, and at localhost, is easier to try. */
	private static UrlRequest plain(UrlRequest request, Rule decider, Subject.Context context) {
		UrlRequest plain = request.withMethod("GET");
		UrlRequest local = Situation.withHost(plain, UrlText.LOCALHOST);
		for (UrlRequest plainer : request.host().equals(context.anyHost().host()) ? List.of(local, plain)
				: List.of(plain)) {
			if (decider.equals(context.explainer().decideMissing(plainer).rule())) {
				return plainer;
			}
		}
		return request;
	}

	/** The engine agrees that the rule would match as well. */
	private static boolean isTried(Rule rule, UrlRequest request, Subject.Context context) {
		return rule.fallback() || context.explainer()
			.explain(request)
			.attempts()
			.stream()
			.anyMatch((attempt) -> attempt.rule().equals(rule) && attempt.outcome() == Attempt.Outcome.STANDS_LATER);
	}

}
