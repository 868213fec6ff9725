package dev.reroute.engine;

import java.util.List;
import java.util.Map;

import dev.reroute.pattern.Captures;
import dev.reroute.pattern.FilledTarget;
import dev.reroute.pattern.Limits;
import dev.reroute.pattern.PathText;
import dev.reroute.rule.Action;
import dev.reroute.rule.Condition;
import dev.reroute.rule.LookedAt;
import dev.reroute.rule.QueryText;
import dev.reroute.rule.RequestView;
import dev.reroute.rule.ReservedPaths;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The ordered, immutable whole of the rules.
 * <p>
 * The order of precedence:
 * <ol>
 * <li>A malformed path, a reserved path, and one beyond {@link Limits#PATH_LENGTH} is no
 * rule's.</li>
 * <li>Of the rules that are not {@code fallback}, the first one that matches acts. A rule
 * matches if its source matches, all its conditions hold, and its target can be filled
 * without leaving where it may lead.</li>
 * <li>If none matches and the application answers 404, of the {@code fallback} rules the
 * first one that matches acts.</li>
 * </ol>
 */
public final class RuleSet {

	/** No rules. */
	public static final RuleSet EMPTY = of(List.of(), MalformedPaths.REJECT, ReservedPaths.NONE);

	private final List<Rule> rules;

	private final RuleIndex index;

	private final RuleIndex fallbackIndex;

	private final MalformedPaths malformedPaths;

	private final ReservedPaths reserved;

	private RuleSet(List<Rule> rules, MalformedPaths malformedPaths, ReservedPaths reserved) {
		this.rules = List.copyOf(rules);
		this.index = RuleIndex.of(this.rules, false);
		this.fallbackIndex = RuleIndex.of(this.rules, true);
		this.malformedPaths = malformedPaths;
		this.reserved = reserved;
	}

	/**
	 * Build a rule set.
	 * @param rules the rules, in the order in which they are tested
	 * @param malformedPaths what happens to malformed paths
	 * @param reserved paths that no rule matches
	 * @return the rule set
	 */
	public static RuleSet of(List<Rule> rules, MalformedPaths malformedPaths, ReservedPaths reserved) {
		return new RuleSet(rules, malformedPaths, reserved);
	}

	public List<Rule> rules() {
		return this.rules;
	}

	/**
	 * Decide on a request before the application sees it.
	 * @param request the request
	 * @return the decision
	 */
	public Decision decide(RequestView request) {
		return decide(request, Recorder.NONE);
	}

	Decision decide(RequestView request, Recorder recorder) {
		String path = request.path();
		if (path == null) {
			return (this.malformedPaths == MalformedPaths.REJECT) ? Decision.Respond.MALFORMED : Decision.Pass.NO_RULE;
		}
		return firstMatch(this.index, request, path, recorder);
	}

	/**
	 * Decide on a request that no other rule concerned, in case the application answers
	 * it with 404.
	 * @param request the request
	 * @return the decision; a pass leaves the 404 as it is
	 */
	public Decision decideFallback(RequestView request) {
		return decideFallback(request, Recorder.NONE);
	}

	Decision decideFallback(RequestView request, Recorder recorder) {
		String path = request.path();
		return (path == null) ? Decision.Pass.NO_RULE : firstMatch(this.fallbackIndex, request, path, recorder);
	}

	Decision decideMissing(RequestView request) {
		Decision decision = decide(request);
		return decision.concernsNoRule() ? decideFallback(request) : decision;
	}

	/**
	 * Tell what would be decided on a request, and why. The walk is that of
	 * {@link #decide}, with a recorder.
	 * @param request the request
	 * @return the explanation
	 */
	public Explanation explain(UrlRequest request) {
		return explainer().explain(request);
	}

	/**
	 * For many explanations of one rule set.
	 * @return what explains
	 */
	public Explainer explainer() {
		return new Explainer(this, new KnownHosts(this.rules));
	}

	private Decision firstMatch(RuleIndex index, RequestView request, String path, Recorder recorder) {
		Candidates candidates = index.candidates(request.host(), path);
		if (candidates == null || path.length() > Limits.PATH_LENGTH || this.reserved.cover(path)) {
			return Decision.Pass.NO_RULE;
		}
		LookedAt lookedAt = new LookedAt();
		Decision first = null;
		for (int i = candidates.next(); i != Candidates.NONE; i = candidates.next()) {
			Decision decision = tryRule(this.rules.get(i), request, path, lookedAt, recorder);
			first = (first != null) ? first : decision;
			if (first != null && !recorder.goesOn()) {
				return first;
			}
		}
		if (first != null) {
			return first;
		}
		List<String> vary = lookedAt.headers();
		return vary.isEmpty() ? Decision.Pass.NO_RULE : new Decision.Pass(null, Decision.Pass.Reason.NO_RULE, vary);
	}

	/**
	 * Try one rule.
	 * @return the decision, or {@code null} if the rule does not match
	 */
	static @Nullable Decision tryRule(Rule rule, RequestView request, String path, LookedAt lookedAt,
			Recorder recorder) {
		Captures captures = new Captures();
		if (!rule.source().matches(path, captures)) {
			return null;
		}
		Condition failed = rule.failingCondition(request, captures, lookedAt);
		if (failed != null) {
			recorder.failed(rule, captures, failed);
			return null;
		}
		Decision decision = act(rule, request, new RequestValues(request, path, captures), lookedAt);
		recorder.matched(rule, captures, decision);
		return decision;
	}

	private static @Nullable Decision act(Rule rule, RequestView request, RequestValues values, LookedAt lookedAt) {
		Action action = rule.action();
		if (action instanceof Action.Redirect redirect) {
			return redirect(rule, redirect, request, values, lookedAt);
		}
		if (action instanceof Action.Rewrite rewrite) {
			return rewrite(rule, rewrite, request, values, lookedAt);
		}
		if (action instanceof Action.Respond respond) {
			return new Decision.Respond(rule, respond.status(), lookedAt.headers());
		}
		return new Decision.Pass(rule, Decision.Pass.Reason.PASS_RULE, lookedAt.headers());
	}

	private static @Nullable Decision rewrite(Rule rule, Action.Rewrite rewrite, RequestView request,
			RequestValues values, LookedAt lookedAt) {
		FilledTarget target = rewrite.fill(request, values);
		Map<String, String> headers = rewrite.headersFor(values);
		boolean tooLong = headers.values().stream().anyMatch((value) -> value.length() > Limits.LOCATION_LENGTH);
		return (target == null || target.isTooLong() || tooLong) ? null
				: new Decision.Rewrite(rule, target, headers, rewrite.headers().remove(), lookedAt.headers());
	}

	private static @Nullable Decision redirect(Rule rule, Action.Redirect redirect, RequestView request,
			RequestValues values, LookedAt lookedAt) {
		FilledTarget target = redirect.fill(request, values);
		if (target == null) {
			return null;
		}
		if (isSelf(target, request, values.path())) {
			return new Decision.Pass(rule, Decision.Pass.Reason.SELF_REDIRECT, lookedAt.headers());
		}
		String own = redirect.cacheControl();
		String cacheControl = (own == null && lookedAt.isUncacheable()) ? "no-store" : own;
		return new Decision.Redirect(rule, redirect.status().code(), target, cacheControl, lookedAt.headers());
	}

	/**
	 * Whether the target is what was asked for. Path and query are compared decoded, so
	 * that no client that encodes in its own way is sent in a circle; a fragment never
	 * reaches a server and makes no difference.
	 */
	private static boolean isSelf(FilledTarget target, RequestView request, String path) {
		String asked = path;
		if (!target.isRelative()) {
			if (!request.scheme().equals(target.scheme()) || !request.host().equals(target.host())
					|| request.port() != target.effectivePort()) {
				return false;
			}
			asked = request.contextPath() + path;
		}
		return asked.equals(PathText.decode(target.path()))
				&& QueryText.sameParameters(request.query(), target.query());
	}

}
