package dev.reroute.servlet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import dev.reroute.engine.Decision;
import dev.reroute.engine.RuleSet;
import dev.reroute.hits.DecisionTotals;
import dev.reroute.hits.HitCounter;
import dev.reroute.rule.RequestView;
import dev.reroute.rule.Rule;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks the live rules what to do with a request, and does it:
 *
 * <pre>
 * request -> RequestView -> RuleSet.decide -> Decision -> answer it, or wrap and pass on
 * </pre>
 *
 * It belongs in front of Spring Security, and behind the filter for forwarded headers:
 * redirects are answered before authentication, and a rewritten request is authorised as
 * what it became. It runs once for a request, not again for its error, forward and
 * include dispatches. A request whose only match is a {@code fallback} rule goes to the
 * application first; see {@link FallbackResponse}.
 */
public final class RerouteFilter extends OncePerRequestFilter {

	/**
	 * Request attribute that holds the original URI of a rewritten request: path and,
	 * where there was one, query.
	 */
	public static final String ORIGINAL_URI = RerouteFilter.class.getName() + ".ORIGINAL_URI";

	/** The inherited one is put together anew for each request. */
	private final String alreadyFiltered = RerouteFilter.class.getName() + "@" + System.identityHashCode(this)
			+ ALREADY_FILTERED_SUFFIX;

	private final Supplier<RuleSet> rules;

	private final HitCounter hits;

	private final DecisionTotals totals;

	/**
	 * Create the filter.
	 * @param rules gives the rule set that decides now; asked once for each request
	 * @param hits told of each decision of a rule
	 */
	public RerouteFilter(Supplier<RuleSet> rules, HitCounter hits) {
		this(rules, hits, new DecisionTotals());
	}

	/**
	 * Create the filter.
	 * @param rules gives the rule set that decides now; asked once for each request
	 * @param hits told of each decision of a rule
	 * @param totals counts each decision
	 */
	public RerouteFilter(Supplier<RuleSet> rules, HitCounter hits, DecisionTotals totals) {
		this.rules = rules;
		this.hits = hits;
		this.totals = totals;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (isAsyncDispatch(request)) {
			FallbackResponse.resume(request, response, chain, this::actOnMissing);
			return;
		}
		if (request.getRequestURI().equals("*")) {
			// OPTIONS * (RFC 9112 section 3.2.4) has no path
			chain.doFilter(request, response);
			return;
		}
		RuleSet current = this.rules.get();
		RequestView view = new ServletRequestView(request);
		Decision decision = current.decide(view);
		addVary(decision, response);
		count(decision);
		if (decision.concernsNoRule()) {
			passUnlessMissing(current.decideFallback(view), request, response, chain);
			return;
		}
		if (decision instanceof Decision.Pass) {
			chain.doFilter(request, response);
		}
		else if (decision instanceof Decision.Rewrite rewrite) {
			RewrittenRequest.dispatch(rewrite, request, response, chain);
		}
		else {
			answer(decision, request, response);
		}
	}

	/** No rule acts, unless the application has no answer and a fallback rule has. */
	private void passUnlessMissing(Decision fallback, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws ServletException, IOException {
		if (!(fallback instanceof Decision.Pass)) {
			FallbackResponse.start(fallback, request, response, chain, this::actOnMissing);
			return;
		}
		addVary(fallback, response);
		chain.doFilter(request, response);
		if (fallback.rule() != null && response.getStatus() == HttpServletResponse.SC_NOT_FOUND) {
			count(fallback);
		}
	}

	/**
	 * Never a rewrite, which could only be a forward now: filters for requests alone
	 * would not see it.
	 */
	private void actOnMissing(Decision fallback, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		addVary(fallback, response);
		count(fallback);
		answer(fallback, request, response);
	}

	private static void addVary(Decision decision, HttpServletResponse response) {
		for (String header : decision.vary()) {
			response.addHeader(HttpHeaders.VARY, header);
		}
	}

	private void count(Decision decision) {
		HitCounter.Outcome outcome = outcomeOf(decision);
		this.totals.add(outcome);
		Rule rule = decision.rule();
		if (rule == null) {
			return;
		}
		try {
			this.hits.hit(rule, outcome);
		}
		catch (RuntimeException ex) {
			// counting never changes an answer
			this.logger.warn("Could not count a hit of rule " + rule, ex);
		}
	}

	private static HitCounter.Outcome outcomeOf(Decision decision) {
		if (decision instanceof Decision.Redirect) {
			return HitCounter.Outcome.REDIRECTED;
		}
		if (decision instanceof Decision.Rewrite) {
			return HitCounter.Outcome.REWRITTEN;
		}
		if (decision instanceof Decision.Respond) {
			return (decision.rule() != null) ? HitCounter.Outcome.RESPONDED : HitCounter.Outcome.MALFORMED;
		}
		return switch (((Decision.Pass) decision).reason()) {
			case NO_RULE -> HitCounter.Outcome.NO_RULE;
			case PASS_RULE -> HitCounter.Outcome.PASSED;
			case SELF_REDIRECT -> HitCounter.Outcome.SELF_REDIRECT;
		};
	}

	private static void answer(Decision decision, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		if (decision instanceof Decision.Redirect redirect) {
			response.setStatus(redirect.status());
			response.setHeader(HttpHeaders.LOCATION,
					redirect.target().location(ServletRequestView.contextPath(request)));
			if (redirect.cacheControl() != null) {
				response.setHeader(HttpHeaders.CACHE_CONTROL, redirect.cacheControl());
			}
			response.setContentLength(0);
		}
		else if (decision instanceof Decision.Respond respond) {
			respond(respond.status(), response);
		}
	}

	/**
	 * Not {@code sendError}: an error dispatch would be authorised anew, and 410 become
	 * 401.
	 */
	private static void respond(int status, HttpServletResponse response) throws IOException {
		HttpStatus known = HttpStatus.resolve(status);
		String text = (known != null) ? status + " " + known.getReasonPhrase() + "\n" : status + "\n";
		byte[] body = text.getBytes(StandardCharsets.UTF_8);
		response.setStatus(status);
		response.setContentType("text/plain;charset=UTF-8");
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

	@Override
	protected String getAlreadyFilteredAttributeName() {
		return this.alreadyFiltered;
	}

	@Override
	protected boolean shouldNotFilterAsyncDispatch() {
		return false;
	}

}
