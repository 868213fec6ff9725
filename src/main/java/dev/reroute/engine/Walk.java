package dev.reroute.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.reroute.pattern.FilledTarget;
import dev.reroute.pattern.UrlText;
import dev.reroute.rule.RedirectStatus;

/**
 * Where a visitor comes who follows redirects, as far as this rule set sends them. A
 * target on another host is followed if the rule set names that host. Rules for requests
 * that end in 404 act only on the first request: what comes after it is taken to be
 * there.
 *
 * @param hops the redirects, one after the other
 * @param end how it ends
 * @param last what was asked for last, or is asked for at the other host
 * @param decision the decision on it
 */
public record Walk(List<Hop> hops, End end, UrlRequest last, Decision decision) {

	/** Browsers follow no more (the Fetch standard, HTTP-redirect fetch). */
	public static final int MAX_HOPS = 20;

	/** How a walk ends. */
	public enum End {

		/** The application answers, possibly after a rewrite. */
		ANSWERED,

		/** A rule answers with a status. */
		RESPONDED,

		/** On a host that the rule set does not name. */
		LEFT,

		/** At a URL that was seen before. */
		LOOP,

		/** After {@link #MAX_HOPS} hops, none of which was seen before. */
		TOO_LONG

	}

	static Walk of(RuleSet rules, KnownHosts hosts, UrlRequest start) {
		List<Hop> hops = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		UrlRequest request = start;
		while (seen.add(request.toString())) {
			Decision decision = hops.isEmpty() ? rules.decideMissing(request) : rules.decide(request);
			if (decision instanceof Decision.Respond) {
				return new Walk(hops, End.RESPONDED, request, decision);
			}
			if (!(decision instanceof Decision.Redirect redirect)) {
				return new Walk(hops, End.ANSWERED, request, decision);
			}
			if (hops.size() == MAX_HOPS) {
				return new Walk(hops, End.TOO_LONG, request, decision);
			}
			hops.add(new Hop(request, redirect.rule(), redirect.status(), redirect.target().location("")));
			UrlRequest next = next(request, redirect);
			if (!next.host().equals(request.host()) && !hosts.contains(next.host())) {
				return new Walk(hops, End.LEFT, next, decision);
			}
			request = next;
		}
		return new Walk(hops, End.LOOP, request, rules.decide(request));
	}

	/** What a browser asks for next (RFC 9110 section 15.4). */
	private static UrlRequest next(UrlRequest request, Decision.Redirect redirect) {
		FilledTarget target = redirect.target();
		String scheme = target.scheme();
		String host = target.host();
		UrlText url = (scheme == null || host == null)
				? new UrlText(request.scheme(), request.host(), request.port(), target.path(), target.query())
				: new UrlText(scheme, host, target.effectivePort(), target.path(), target.query());
		String method = RedirectStatus.of(redirect.status())
			.map((status) -> status.methodAfter(request.method()))
			.orElse(request.method());
		return request.withUrl(url).withMethod(method);
	}

}
