package dev.reroute.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.reroute.engine.Attempt;
import dev.reroute.engine.Decision;
import dev.reroute.engine.Explanation;
import dev.reroute.engine.UrlRequest;
import dev.reroute.engine.Walk;
import dev.reroute.rule.Condition;
import org.jspecify.annotations.Nullable;

/**
 * An explanation, in JSON.
 *
 * @param request what was asked
 * @param decision the decision
 * @param whenMissing the decision if the application answers 404; none if no fallback
 * rule acts
 * @param captures what the rule that decided has bound
 * @param hops the redirects that follow
 * @param end how these end
 * @param attempts the rules whose source matched, in the order in which they were tried
 */
record ExplanationJson(@Nullable RequestJson request, DecisionShape decision, @Nullable DecisionShape whenMissing,
		Map<String, String> captures, List<HopJson> hops, EndShape end, List<AttemptShape> attempts) {

	static ExplanationJson of(Explanation explanation, boolean reserved) {
		Decision fallback = explanation.whenMissing();
		boolean acts = explanation.decision().rule() == null && fallback.rule() != null;
		return new ExplanationJson(RequestJson.of(explanation.request()),
				DecisionShape.of(explanation.decision(), reserved), acts ? DecisionShape.of(fallback, false) : null,
				explanation.captures(), HopJson.of(explanation.walk().hops()), EndShape.of(explanation.walk()),
				explanation.attempts()
					.stream()
					.map((attempt) -> AttemptShape.of(attempt, explanation.request()))
					.toList());
	}

	/** {@code STANDS_LATER} as {@code stands-later}. */
	static String kebab(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * A decision.
	 *
	 * @param action {@code redirect}, {@code rewrite}, {@code respond} or {@code pass}
	 * @param status of a redirect or an answer
	 * @param target where a redirect or rewrite leads
	 * @param template the target as the rule has it
	 * @param reason why a request passes or is refused
	 * @param rule the rule; none if none decided
	 * @param cacheControl the {@code Cache-Control} of a redirect
	 * @param setHeaders headers that a rewritten request gets
	 * @param removeHeaders headers that it loses
	 * @param vary the headers that were looked at
	 */
	private record DecisionShape(String action, @Nullable Integer status, @Nullable String target,
			@Nullable String template, @Nullable String reason, @Nullable RuleJson rule, @Nullable String cacheControl,
			@Nullable Map<String, String> setHeaders, @Nullable Set<String> removeHeaders, List<String> vary) {

		static DecisionShape of(Decision decision, boolean reserved) {
			RuleJson rule = (decision.rule() != null) ? RuleJson.of(decision.rule()) : null;
			String template = (decision.rule() != null) ? ExplanationText.template(decision.rule().action()) : null;
			if (decision instanceof Decision.Redirect redirect) {
				return new DecisionShape("redirect", redirect.status(), redirect.target().toString(), template, null,
						rule, redirect.cacheControl(), null, null, decision.vary());
			}
			if (decision instanceof Decision.Rewrite rewrite) {
				return new DecisionShape("rewrite", null, rewrite.target().toString(), template, null, rule, null,
						rewrite.setHeaders(), rewrite.removeHeaders(), decision.vary());
			}
			if (decision instanceof Decision.Respond respond) {
				return new DecisionShape("respond", respond.status(), null, null,
						(rule == null) ? "malformed-path" : null, rule, null, null, null, decision.vary());
			}
			String reason = reserved ? "reserved-path" : kebab(((Decision.Pass) decision).reason());
			return new DecisionShape("pass", null, null, null, reason, rule, null, null, null, decision.vary());
		}

	}

	/**
	 * Where a visitor comes.
	 *
	 * @param how {@code answered}, {@code responded}, {@code left}, {@code loop} or
	 * {@code too-long}
	 * @param method the method that is asked with in the end
	 * @param url the URL that is asked for in the end
	 * @param decision the decision on it; none if it is not answered here
	 */
	private record EndShape(String how, String method, String url, @Nullable DecisionShape decision) {

		static EndShape of(Walk walk) {
			boolean answer = walk.end() == Walk.End.ANSWERED || walk.end() == Walk.End.RESPONDED;
			return new EndShape(kebab(walk.end()), walk.last().method(), walk.last().url().toString(),
					answer ? DecisionShape.of(walk.decision(), false) : null);
		}

	}

	/**
	 * A rule whose source matched.
	 *
	 * @param rule the rule
	 * @param outcome {@code decided}, {@code condition-failed}, {@code target-refused} or
	 * {@code stands-later}
	 * @param captures what was bound
	 * @param condition the condition that does not hold
	 * @param got what the request has there
	 */
	private record AttemptShape(RuleJson rule, String outcome, Map<String, String> captures, @Nullable String condition,
			@Nullable String got) {

		static AttemptShape of(Attempt attempt, UrlRequest request) {
			Condition failed = attempt.failed();
			return new AttemptShape(RuleJson.of(attempt.rule()), kebab(attempt.outcome()), attempt.captures(),
					(failed != null) ? failed.toString() : null, (failed != null) ? failed.got(request) : null);
		}

	}

}
