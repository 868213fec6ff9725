package dev.reroute.lint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.reroute.engine.Attempt;
import dev.reroute.engine.Explainer;
import dev.reroute.engine.Explanation;
import dev.reroute.engine.UrlRequest;
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

	private static final Reach UNKNOWN = new Reach(null, Set.of(), null);

	boolean isProvedNever() {
		return !this.takenBy.isEmpty();
	}

	static Reach of(Rule rule, Subject.Context context) {
		List<UrlRequest> situations = Situation.all(rule, context.schemesMatter(), context.now());
		Set<Rule> takenBy = new LinkedHashSet<>();
		UrlRequest taken = null;
		for (UrlRequest situation : situations) {
			try {
				Reach reach = in(situation, rule, context.languages().pathsOf(rule), context);
				if (!reach.isProvedNever()) {
					return reach.withPlainMethod(rule, context.explainer());
				}
				takenBy.addAll(reach.takenBy());
				taken = reach.taken();
			}
			catch (BeyondMethodException ex) {
				return UNKNOWN;
			}
		}
		return situations.isEmpty() ? UNKNOWN : new Reach(null, takenBy, taken);
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
		for (int i = 0; i < MAX_STEPS; i++) {
			String path = paths.next();
			if (path == null) {
				return new Reach(null, takenBy, taken);
			}
			UrlRequest request = Situation.withPath(situation, path);
			Explanation explanation = context.explainer().explain(request);
			Rule decider = explanation.whenMissing().rule();
			if (rule.equals(decider)) {
				return new Reach(request, Set.of(), null);
			}
			if (decider == null || !isTried(rule, explanation) || !Takes.all(decider, rule, context.languages())) {
				return UNKNOWN;
			}
			takenBy.add(decider);
			taken = plain(request, decider, context.explainer());
			paths.ruleOut(decider);
		}
		return UNKNOWN;
	}

	/** A request with GET is easier to try. */
	private Reach withPlainMethod(Rule rule, Explainer explainer) {
		if (this.request == null) {
			return this;
		}
		return new Reach(plain(this.request, rule, explainer), Set.of(), null);
	}

	@SuppressWarnings("ReferenceEquality")
	private static UrlRequest plain(UrlRequest request, Rule decider, Explainer explainer) {
		UrlRequest plain = request.withMethod("GET");
		return (explainer.explain(plain).whenMissing().rule() == decider) ? plain : request;
	}

	/** The engine agrees that the rule would match as well. */
	@SuppressWarnings("ReferenceEquality")
	private static boolean isTried(Rule rule, Explanation explanation) {
		return explanation.attempts()
			.stream()
			.anyMatch((attempt) -> attempt.rule().equals(rule) && attempt.outcome() == Attempt.Outcome.STANDS_LATER)
				|| rule.fallback();
	}

}
