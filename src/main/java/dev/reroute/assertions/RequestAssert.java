package dev.reroute.assertions;

import java.time.Instant;
import java.util.Objects;

import dev.reroute.engine.Decision;
import dev.reroute.engine.Explanation;
import dev.reroute.engine.RuleSet;
import dev.reroute.engine.UrlRequest;
import dev.reroute.engine.Walk;
import dev.reroute.pattern.UrlText;
import dev.reroute.rule.Rule;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on what a rule set does with one request. First comes what makes the request
 * ({@code withHeader}, {@code from}, {@code at}, {@code foundByApplication}), then what
 * is asserted.
 * <p>
 * The rules do not know the application. It is taken to have no answer, so that
 * {@code fallback} rules act; see {@link #foundByApplication()}.
 */
public final class RequestAssert extends AbstractAssert<RequestAssert, RuleSet> {

	private UrlRequest request;

	private boolean found;

	private @Nullable Explanation explanation;

	RequestAssert(RuleSet actual, UrlRequest request) {
		super(actual, RequestAssert.class);
		this.request = request;
	}

	/**
	 * Ask with a header. {@code Cookie} is one like any other.
	 * @param name its name
	 * @param value its value
	 * @return this assertion
	 */
	public RequestAssert withHeader(String name, String value) {
		return ask(this.request.withHeader(name, value));
	}

	/**
	 * Ask from an address; otherwise it is one of no one, 192.0.2.1.
	 * @param client an IPv4 or IPv6 address
	 * @return this assertion
	 */
	public RequestAssert from(String client) {
		return ask(this.request.withClient(client));
	}

	/**
	 * Ask at an instant; otherwise it is now.
	 * @param time the instant
	 * @return this assertion
	 */
	public RequestAssert at(Instant time) {
		return ask(this.request.at(time));
	}

	/**
	 * The application has an answer of its own, and {@code fallback} rules do not act.
	 * @return this assertion
	 */
	public RequestAssert foundByApplication() {
		this.found = true;
		return this;
	}

	private RequestAssert ask(UrlRequest request) {
		this.request = request;
		this.explanation = null;
		return this;
	}

	/**
	 * The client is redirected, with whatever status.
	 * @param location the {@code Location}, byte for byte: a path on the host that was
	 * asked, or a URL
	 * @return this assertion
	 */
	public RequestAssert redirectsTo(String location) {
		return decides(decision() instanceof Decision.Redirect redirect ? location(redirect) : null, location,
				"redirect to ");
	}

	/**
	 * The client is redirected.
	 * @param location the {@code Location}, byte for byte: a path on the host that was
	 * asked, or a URL
	 * @param status the status
	 * @return this assertion
	 */
	public RequestAssert redirectsTo(String location, int status) {
		return decides(decision() instanceof Decision.Redirect redirect
				? location(redirect) + " with " + redirect.status() : null, location + " with " + status,
				"redirect to ");
	}

	/**
	 * The request is rewritten.
	 * @param target the path that it gets, and its query if it has one
	 * @return this assertion
	 */
	public RequestAssert rewritesTo(String target) {
		return decides(decision() instanceof Decision.Rewrite rewrite ? rewrite.target().location("") : null, target,
				"rewrite to ");
	}

	/**
	 * The request is answered with a status and nothing else.
	 * @param status the status
	 * @return this assertion
	 */
	public RequestAssert respondsWith(int status) {
		return decides(decision() instanceof Decision.Respond respond ? Integer.toString(respond.status()) : null,
				Integer.toString(status), "respond with ");
	}

	/**
	 * The application gets the request as it is: no rule matches, or one with
	 * {@code pass}, or one that would redirect to the URL that was asked for.
	 * @return this assertion
	 */
	public RequestAssert passes() {
		return decides((decision() instanceof Decision.Pass) ? "" : null, "", "pass");
	}

	/**
	 * A rule decides.
	 * @param id its name
	 * @return this assertion
	 */
	public RequestAssert byRule(String id) {
		Rule rule = decision().rule();
		if (rule == null || !rule.id().equals(id)) {
			fail("a decision by rule '" + id + "'");
		}
		return this;
	}

	/**
	 * A visitor who follows all redirects comes here, and no rule answers with a status.
	 * Other hosts are followed as far as the rules name them.
	 * @param url a URL, or a path on the host that was asked
	 * @return this assertion
	 */
	public RequestAssert endsAt(String url) {
		UrlText asked = this.request.url();
		UrlText end = UrlText.parse(url);
		UrlText expected = url.startsWith("/")
				? new UrlText(asked.scheme(), asked.host(), asked.port(), end.path(), end.query()) : end;
		Walk walk = explanation().walk();
		boolean stays = this.found && decision() instanceof Decision.Pass;
		boolean arrives = stays || walk.end() == Walk.End.ANSWERED || walk.end() == Walk.End.LEFT;
		UrlText last = stays ? asked : walk.last().url();
		if (!arrives || !last.equals(expected)) {
			fail("a walk that ends at " + expected + FailureText.NEW_LINE + "but it is:"
					+ FailureText.walk(this.request, walk));
		}
		return this;
	}

	private RequestAssert decides(@Nullable String actual, String expected, String verb) {
		if (!Objects.equals(actual, expected)) {
			fail(verb + expected);
		}
		return this;
	}

	private void fail(String expected) {
		throw failure("%s", FailureText.of(this.request, expected, decision(), explanation().attempts()));
	}

	private Decision decision() {
		return this.found ? explanation().decision() : explanation().whenMissing();
	}

	private Explanation explanation() {
		Explanation known = this.explanation;
		if (known == null) {
			isNotNull();
			known = this.actual.explain(this.request);
			this.explanation = known;
		}
		return known;
	}

	private static String location(Decision.Redirect redirect) {
		return redirect.target().location("");
	}

}
