package dev.reroute.engine;

import java.util.List;
import java.util.Map;

/**
 * What a rule set does with a request, and why.
 *
 * @param request the request
 * @param decision the decision before the application sees the request
 * @param fallback the decision in case that one is to pass and the application answers
 * 404
 * @param attempts the rules whose source matched, in the order in which they were tried
 * @param walk where a visitor comes who follows
 */
public record Explanation(UrlRequest request, Decision decision, Decision fallback, List<Attempt> attempts, Walk walk) {

	/**
	 * What acts if the application has no answer.
	 * @return the decision, or the fallback decision where no rule decided
	 */
	public Decision whenMissing() {
		return this.decision.concernsNoRule() ? this.fallback : this.decision;
	}

	/**
	 * What the rule that decided has bound.
	 * @return values by name, for people
	 */
	public Map<String, String> captures() {
		return this.attempts.stream()
			.filter((attempt) -> attempt.outcome() == Attempt.Outcome.DECIDED)
			.map(Attempt::captures)
			.findFirst()
			.orElse(Map.of());
	}

	static Explanation of(RuleSet rules, KnownHosts hosts, UrlRequest request) {
		AttemptRecorder recorder = new AttemptRecorder();
		Decision decision = rules.decide(request, recorder);
		Decision fallback = Decision.Pass.NO_RULE;
		if (decision.concernsNoRule()) {
			fallback = rules.decideFallback(request, recorder);
		}
		return new Explanation(request, decision, fallback, recorder.attempts(), Walk.of(rules, hosts, request));
	}

}
