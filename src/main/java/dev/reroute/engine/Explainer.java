package dev.reroute.engine;

/**
 * Explains what one rule set does with requests. It knows the hosts that the rules name,
 * which take a while to gather.
 */
public final class Explainer {

	private final RuleSet rules;

	private final KnownHosts hosts;

	Explainer(RuleSet rules, KnownHosts hosts) {
		this.rules = rules;
		this.hosts = hosts;
	}

	/**
	 * Tell what would be decided on a request, and why.
	 * @param request the request
	 * @return the explanation
	 */
	public Explanation explain(UrlRequest request) {
		return Explanation.of(this.rules, this.hosts, request);
	}

	/**
	 * Decide on a request that the application has no answer to, without saying why.
	 * @param request the request
	 * @return the decision, or the fallback decision where no rule decides
	 */
	public Decision decideMissing(UrlRequest request) {
		return this.rules.decideMissing(request);
	}

	/**
	 * Whether the rules name a host, so that a redirect to it comes back to them.
	 * @param host the host, in its normal form
	 * @return whether a source or a condition names it
	 */
	public boolean knowsHost(String host) {
		return this.hosts.contains(host);
	}

	/**
	 * Follow the redirects of a request.
	 * @param request the request
	 * @return the walk
	 */
	public Walk walk(UrlRequest request) {
		return Walk.of(this.rules, this.hosts, request);
	}

}
