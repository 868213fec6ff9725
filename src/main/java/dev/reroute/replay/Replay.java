package dev.reroute.replay;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.reroute.engine.Decision;
import dev.reroute.engine.Explainer;
import dev.reroute.engine.RuleSet;
import dev.reroute.engine.UrlRequest;
import dev.reroute.engine.Walk;
import dev.reroute.replay.log.LoggedRequest;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Asks a rule set about each request of a log, and another one whether it would answer
 * otherwise. Not for use by several threads at once.
 * <p>
 * A {@code fallback} rule acts where the application answers 404. Whether it does, the
 * log tells: by the status 404, or by the very status that the fallback rule answers
 * with, which was its doing then.
 */
public final class Replay {

	private static final int NOT_FOUND = 404;

	private static final int OK = 200;

	private final RuleSet rules;

	private final @Nullable RuleSet other;

	private final Explainer explainer;

	private final AskedRequests asked;

	private final Map<ReplayedAction, long[]> actions = new EnumMap<>(ReplayedAction.class);

	/** The names of rules that decided something. */
	private final Set<String> hit = new HashSet<>();

	private final Frequencies<String> missing = new Frequencies<>();

	private final Frequencies<Sighting> chains = new Frequencies<>();

	private final Frequencies<Sighting> differences = new Frequencies<>();

	private final Frequencies<String> pages = new Frequencies<>();

	private long requests;

	/**
	 * Begin a replay.
	 * @param rules the rules
	 * @param other the rules that they are compared with; {@code null} for none
	 * @param assumed scheme and host of requests for which the log has none
	 * @param time when the rules are asked
	 */
	public Replay(RuleSet rules, @Nullable RuleSet other, AssumedOrigin assumed, Instant time) {
		this.rules = rules;
		this.other = other;
		this.explainer = rules.explainer();
		LookedFor lookedFor = new LookedFor((other == null) ? rules.rules()
				: Stream.concat(rules.rules().stream(), other.rules().stream()).toList());
		this.asked = new AskedRequests(assumed, time, lookedFor);
		for (ReplayedAction action : ReplayedAction.values()) {
			this.actions.put(action, new long[1]);
		}
	}

	/**
	 * Ask about a request.
	 * @param logged the request
	 */
	public void add(LoggedRequest logged) {
		this.requests++;
		UrlRequest request = this.asked.of(logged);
		if (request == null) {
			count(ReplayedAction.NO_URL);
			return;
		}
		Both both = decide(request, logged.status());
		Decision decision = both.decision();
		count(ReplayedAction.of(decision));
		hit(decision);
		if (decision instanceof Decision.Redirect) {
			follow(request, logged.status(), decision);
		}
		if (decision.concernsNoRule()) {
			concernsNoRule(request, logged.status());
		}
		if (this.other != null && both.differ()) {
			this.differences.add(new Sighting(request, logged.status(), decision.rule(), both.otherDecision().rule()));
		}
	}

	/** Whoever is redirected asks again, whether or not the log has that request. */
	private void follow(UrlRequest request, int status, Decision redirect) {
		Walk walk = this.explainer.walk(request);
		hit(walk.decision());
		if (walk.hops().size() > 1) {
			walk.hops().forEach((hop) -> this.hit.add(hop.rule().id()));
			this.chains.add(new Sighting(request, status, redirect.rule(), null));
		}
	}

	private void hit(Decision decision) {
		Rule rule = decision.rule();
		if (rule != null) {
			this.hit.add(rule.id());
		}
	}

	private void concernsNoRule(UrlRequest request, int status) {
		if (status == NOT_FOUND) {
			this.missing.add(Sighting.urlOf(request));
		}
		else if (status == OK && request.method().equals("GET")) {
			this.pages.add(Sighting.urlOf(request));
		}
	}

	private void count(ReplayedAction action) {
		Objects.requireNonNull(this.actions.get(action))[0]++;
	}

	private Both decide(UrlRequest request, int status) {
		Possible possible = Possible.of(this.rules, request);
		Possible others = (this.other != null) ? Possible.of(this.other, request) : possible;
		boolean isMissing = status == NOT_FOUND || possible.showsFallback(status) || others.showsFallback(status);
		return new Both(possible.decision(isMissing), others.decision(isMissing));
	}

	/**
	 * Tell what came of all requests so far.
	 * @param most how many of each list
	 * @return the result
	 */
	public ReplayResult result(int most) {
		Map<ReplayedAction, Long> counts = new EnumMap<>(ReplayedAction.class);
		this.actions.forEach((action, count) -> counts.put(action, count[0]));
		NearestPages nearest = NearestPages.of(this.rules.rules(), this.pages);
		Ranking<Walk> walks = this.chains.top(most).map((sighting) -> this.explainer.walk(sighting.example()));
		List<Rule> neverHit = this.rules.rules().stream().filter((rule) -> !this.hit.contains(rule.id())).toList();
		return new ReplayResult(this.requests, counts,
				this.missing.top(most).map((url) -> new MissingUrl(url, nearest.to(url))), walks,
				this.rules.rules().size(), neverHit.size(), neverHit.stream().limit(most).toList(),
				(this.other != null) ? this.differences.top(most).map(this::difference) : null, this.asked.gaps());
	}

	private Difference difference(Sighting sighting) {
		Both both = decide(sighting.example(), sighting.status());
		return new Difference(sighting.toString(), sighting.example(), Effect.of(both.otherDecision()),
				both.otherDecision().rule(), Effect.of(both.decision()), both.decision().rule());
	}

	/**
	 * What may become of a request.
	 *
	 * @param before the decision before the application sees it
	 * @param fallback the decision in case that it answers 404; {@code null} if a rule
	 * has decided already
	 */
	private record Possible(Decision before, @Nullable Decision fallback) {

		static Possible of(RuleSet rules, UrlRequest request) {
			Decision before = rules.decide(request);
			return new Possible(before, before.concernsNoRule() ? rules.decideFallback(request) : null);
		}

		boolean showsFallback(int status) {
			if (this.fallback instanceof Decision.Redirect redirect) {
				return redirect.status() == status;
			}
			return this.fallback instanceof Decision.Respond respond && respond.status() == status;
		}

		Decision decision(boolean isMissing) {
			return (isMissing && this.fallback != null) ? this.fallback : this.before;
		}

	}

	/**
	 * The decisions of both rule sets on one request.
	 *
	 * @param decision that of the rules
	 * @param otherDecision that of the other rules
	 */
	private record Both(Decision decision, Decision otherDecision) {

		/** Most requests concern neither. */
		boolean differ() {
			boolean neither = this.decision instanceof Decision.Pass && this.otherDecision instanceof Decision.Pass;
			return !neither && !Effect.of(this.decision).equals(Effect.of(this.otherDecision));
		}

	}

}
