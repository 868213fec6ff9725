package dev.reroute.engine;

import dev.reroute.rule.LookedAt;
import dev.reroute.rule.RequestView;
import dev.reroute.rule.Rule;

/**
 * The plain scan from top to bottom: what the index must answer, without an index.
 */
final class ScanOracle {

	private ScanOracle() {
	}

	static Decision decide(RuleSet rules, RequestView request, boolean fallback) {
		String path = request.path();
		if (path == null) {
			return fallback ? Decision.Pass.NO_RULE : Decision.Respond.MALFORMED;
		}
		LookedAt lookedAt = new LookedAt();
		for (Rule rule : rules.rules()) {
			if (rule.fallback() == fallback) {
				Decision decision = RuleSet.tryRule(rule, request, path, lookedAt, Recorder.NONE);
				if (decision != null) {
					return decision;
				}
			}
		}
		return new Decision.Pass(null, Decision.Pass.Reason.NO_RULE, lookedAt.headers());
	}

}
