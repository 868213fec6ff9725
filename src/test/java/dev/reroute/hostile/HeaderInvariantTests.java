package dev.reroute.hostile;

import java.util.List;
import java.util.stream.LongStream;

import dev.reroute.engine.RuleSet;
import dev.reroute.rule.RequestView;
import dev.reroute.servlet.RerouteFilter;
import dev.reroute.test.RuleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Invariant 2: every byte of every header that is sent is printable ASCII, and so is what
 * a rewritten request gets from a rule. {@code Location} is sent once, as a URL.
 */
class HeaderInvariantTests {

	private static final List<String> ACTIONS = List.of("redirect: '/{x}'", "redirect: 'https://www.example.com/é{x}'",
			"redirect: '/a?b={x}#{x}'\n  query: {rename: {a: 'é '}}", "redirect: '/日本/{path}'\n  cache: 1h",
			"redirect: '/b'\n  query: {set: {'é=&': '{x}'}}", "redirect: '/{x|upper}'\n  status: 308", "respond: 410");

	static LongStream seeds() {
		return LongStream.rangeClosed(1, 12);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void whatIsSentIsPrintableAscii(long seed) throws Exception {
		HostileText hostile = new HostileText(seed);
		int redirected = 0;
		for (int i = 0; i < 25; i++) {
			HostileRule rule = hostile.oneOf(HostileRule.ALL);
			RuleSet rules = rule.rules(hostile.oneOf(ACTIONS));
			for (int j = 0; j < 20; j++) {
				MockHttpServletResponse response = filter(rules, request(hostile, rule));
				for (String name : response.getHeaderNames()) {
					assertThat(response.getHeaders(name)).as("seed %d: %s by %s", seed, name, rules.rules())
						.allMatch((value) -> value.chars().allMatch((c) -> c >= 0x20 && c <= 0x7e));
				}
				if (response.containsHeader("Location")) {
					redirected++;
					assertThat(response.getHeaders("Location")).as("seed %d by %s", seed, rules.rules())
						.singleElement()
						.asString()
						.matches("[!-~&&[^\"<>\\\\]]+");
				}
			}
		}
		assertThat(redirected).as("redirects with seed %d", seed).isGreaterThan(100);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void whatARuleSetsOnARequestIsPrintableAscii(long seed) throws Exception {
		HostileText hostile = new HostileText(seed);
		int rewritten = 0;
		for (int i = 0; i < 25; i++) {
			HostileRule rule = hostile.oneOf(HostileRule.ALL);
			RuleSet rules = rule.rules("rewrite: '/new?y={x}'\n  request-headers: {set: {X-Got: '<{x}> {path}'}}");
			for (int j = 0; j < 10; j++) {
				MockFilterChain chain = new MockFilterChain();
				new RerouteFilter(() -> rules, (decided, outcome) -> {
				}).doFilter(request(hostile, rule), new MockHttpServletResponse(), chain);
				if (chain.getRequest() instanceof jakarta.servlet.http.HttpServletRequest request
						&& request.getRequestURI().equals("/new")) {
					rewritten++;
					assertThat(request.getHeader("X-Got") + request.getQueryString()).as("seed %d", seed)
						.matches("[ -~]+");
				}
			}
		}
		assertThat(rewritten).as("rewrites with seed %d", seed).isGreaterThan(50);
	}

	@Test
	void theContextPathIsEncodedToo() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest(new MockServletContext(), "GET",
				"/caf%C3%A9%20x/a");
		((MockServletContext) request.getServletContext()).setContextPath("/caf\u00e9 x");
		request.setContextPath("/caf%C3%A9%20x");
		MockHttpServletResponse response = filter(RuleText.rules("- {from: /a, redirect: /b}"), request);
		assertThat(response.getHeader("Location")).isEqualTo("/caf%C3%A9%20x/b");
	}

	private static MockHttpServletRequest request(HostileText hostile, HostileRule rule) {
		String text = rule.text(hostile);
		RequestView view = rule.request(hostile, "http://localhost", text, "a=" + hostile.text());
		String path = rule.url().apply(hostile, text).replaceFirst("\\?.*", "");
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		request.setQueryString(view.query());
		view.headers("X-Next").forEach((value) -> request.addHeader("X-Next", value));
		if (rule.carrier() == HostileRule.Carrier.COOKIE) {
			request.setCookies(new HostileCookie(text));
		}
		return request;
	}

	private static MockHttpServletResponse filter(RuleSet rules, MockHttpServletRequest request) throws Exception {
		MockHttpServletResponse response = new MockHttpServletResponse();
		new RerouteFilter(() -> rules, (rule, outcome) -> {
		}).doFilter(request, response, new MockFilterChain());
		return response;
	}

	/** A container may be laxer than the class that it shares with us. */
	private static final class HostileCookie extends jakarta.servlet.http.Cookie {

		private static final long serialVersionUID = 1L;

		private final String text;

		HostileCookie(String text) {
			super("next", "x");
			this.text = text;
		}

		@Override
		public String getValue() {
			return this.text;
		}

	}

}
