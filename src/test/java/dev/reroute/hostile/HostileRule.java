package dev.reroute.hostile;

import java.util.List;
import java.util.function.BiFunction;

import dev.reroute.engine.RuleSet;
import dev.reroute.test.RuleText;
import dev.reroute.test.TestRequest;

/**
 * A rule that binds {@code {x}}, and how to send it a request that does.
 *
 * @param yaml the source and its conditions
 * @param url makes the path and query of a request
 * @param header whether the text goes into a header or a cookie instead
 */
record HostileRule(String yaml, BiFunction<HostileText, String, String> url, Carrier carrier, boolean rest) {

	/** What carries the hostile text. */
	enum Carrier {

		PATH, QUERY, HEADER, COOKIE

	}

	private static final String IN_SEGMENT = "-._~!$&'()*+,=:@";

	/** Slashes stay slashes in these. */
	private static final String IN_PATH = IN_SEGMENT + "/";

	static final List<HostileRule> ALL = List.of(
			path("from: '/p/{x}'", (hostile, text) -> "/p/" + hostile.encode(text, IN_SEGMENT), false),
			path("from: '/p/a{x}.html'", (hostile, text) -> "/p/a" + hostile.encode(text, IN_SEGMENT) + ".html", false),
			path("from: '/{x}/p'", (hostile, text) -> "/" + hostile.encode(text, IN_SEGMENT) + "/p", false),
			path("from: '/p/{*x}'", (hostile, text) -> "/p/" + hostile.encode(text, IN_PATH), true),
			path("from: '/{*x}'", (hostile, text) -> "/" + hostile.encode(text, IN_PATH), true),
			path("from-regex: '/(?P<x>.*)'", (hostile, text) -> "/" + hostile.encode(text, IN_PATH), false),
			path("from-regex: '/p(?P<x>.*)'", (hostile, text) -> "/p" + hostile.encode(text, IN_PATH), false),
			path("from-regex: '/+(?P<x>.*?)/*'\n  ignore-trailing-slash: true",
					(hostile, text) -> "//" + hostile.encode(text, IN_PATH) + "/", false),
			new HostileRule("from: /p\n  when: {query: {u: '{x}'}}",
					(hostile, text) -> "/p?u=" + hostile.encode(text, IN_PATH.replace("&", "").replace("+", "")),
					Carrier.QUERY, false),
			path("from: /**\n  when: {path: '/p{x:.*}'}", (hostile, text) -> "/p" + hostile.encode(text, IN_PATH),
					false),
			path("from: /**\n  when: {path: ['/p/{x}', '{x}']}", (hostile, text) -> "/" + hostile.encode(text, IN_PATH),
					false),
			new HostileRule("from: /p\n  when: {query-string: ['u={x}', '{x:.*}']}",
					(hostile, text) -> "/p?u=" + hostile.encode(text, IN_PATH), Carrier.QUERY, false),
			new HostileRule("from: /p\n  when: {header: {X-Next: '{x:[^a].*}'}}", (hostile, text) -> "/p",
					Carrier.HEADER, false),
			new HostileRule("from: /p\n  when: {header: {X-Next: '{x}'}}", (hostile, text) -> "/p", Carrier.HEADER,
					false),
			new HostileRule("from: /p\n  when: {cookie: {next: '{x}'}}", (hostile, text) -> "/p", Carrier.COOKIE,
					false));

	private static HostileRule path(String yaml, BiFunction<HostileText, String, String> url, boolean rest) {
		return new HostileRule(yaml, url, Carrier.PATH, rest);
	}

	/** A rule set of this rule with an action, such as {@code redirect: '/{x}'}. */
	RuleSet rules(String action) {
		return RuleText.rules("- " + this.yaml + "\n  " + action + "\n");
	}

	/** Text that this rule can be sent. */
	String text(HostileText hostile) {
		return (this.carrier == Carrier.PATH) ? hostile.textForPath() : hostile.text();
	}

	TestRequest request(HostileText hostile, String base, String text, String query) {
		String url = base + this.url.apply(hostile, text);
		TestRequest request = TestRequest
			.get(query.isEmpty() ? url : url + ((url.indexOf('?') < 0) ? "?" : "&") + query);
		return switch (this.carrier) {
			case PATH, QUERY -> request;
			case HEADER -> request.header("X-Next", text);
			case COOKIE -> request.cookie("next", text);
		};
	}

}
