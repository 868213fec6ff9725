package dev.reroute.hostile;

import java.util.List;
import java.util.stream.LongStream;

import dev.reroute.engine.Decision;
import dev.reroute.engine.RuleSet;
import dev.reroute.test.DecisionAssert;
import dev.reroute.test.RuleText;
import dev.reroute.test.TestRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.web.util.WhatWgUrl;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Invariants 1 and 4: whatever is captured, a browser that follows {@code Location} is on
 * the host that was asked, or on the one that the rule names; and it follows what was
 * sent, since there is nothing in it left to normalise.
 */
class AuthorityInvariantTests {

	private static final List<String> ON_THIS_HOST = List.of("/{x}", "/a{x}", "/a/{x}", "/{x}/b", "/{x}{x}", "/.{x}",
			"/%2e{x}", "/{x}%2e", "/{x}.", "/{x|lower}", "/{x|upper}", "/a/%2E{x}%2e/b", "/?q={x}", "/#{x}",
			"/a?q={x}&r={x}#{x}", "{path}", "{path}{x}", "/{path}", "/@{x}", "/:{x}");

	private static final List<String> ON_ANOTHER = List.of("https://www.example.com/{x}",
			"https://www.example.com{path}", "https://www.example.com?q={x}", "https://www.example.com#{x}",
			"https://www.example.com/a{x}?{x}", "https://WWW.example.com:443/@{x}");

	private static final List<String> QUERIES = List.of("", "query: drop", "query: {keep: [a*], rename: {a: b}}",
			"query: {set: {next: '{x}'}}");

	static LongStream seeds() {
		return LongStream.rangeClosed(1, 12);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void aRedirectLeadsToTheHostThatWasAskedOrNamed(long seed) {
		HostileText hostile = new HostileText(seed);
		int redirected = 0;
		for (int i = 0; i < 30; i++) {
			HostileRule rule = hostile.oneOf(HostileRule.ALL);
			boolean here = hostile.random().nextInt(3) > 0;
			String target = hostile.oneOf(here ? ON_THIS_HOST : ON_ANOTHER);
			if (rule.rest() && hostile.random().nextBoolean()) {
				target = target.replace("{x}", "{*x}");
			}
			RuleSet rules = rule.rules("redirect: '" + target + "'\n  " + hostile.oneOf(QUERIES));
			for (int j = 0; j < 30; j++) {
				String context = hostile.oneOf(List.of("", "/app"));
				String base = hostile.oneOf(List.of("http://asked.example", "https://asked.example"));
				TestRequest request = rule
					.request(hostile, base, rule.text(hostile), hostile.encode(hostile.text(), "=&/:?@\"<>\\^`{|}[]#"))
					.inContext(context);
				if (rules.decide(request) instanceof Decision.Redirect redirect) {
					redirected++;
					String location = redirect.target().location(context);
					String expected = here ? base : "https://www.example.com";
					assertThat(expected + pathOf(location)).as("seed %d: %s by %s", seed, request, rules.rules())
						.isEqualTo(whereABrowserGoes(location, base));
				}
			}
		}
		assertThat(redirected).as("redirects with seed %d", seed).isGreaterThan(150);
	}

	private static String whereABrowserGoes(String location, String base) {
		WhatWgUrl url = WhatWgUrl.resolve(location, base + "/asked/here?q");
		return (url != null) ? url.origin() + url.path() : "nowhere, with " + location;
	}

	private static String pathOf(String location) {
		String path = location.replaceFirst("^https?://[^/?#]*", "").replaceFirst("[?#].*", "");
		return path.isEmpty() ? "/" : path;
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiterString = " | ", textBlock = """
			two slashes           | //evil.example/          | /evil.example
			many slashes          | /////evil.example/       | /evil.example
			encoded slash         | /%2Fevil.example/        | /evil.example
			encoded slashes       | /%2f%2F%2fevil.example/  | /evil.example
			slash, encoded, slash | /%2f/evil.example/       | /evil.example
			user info             | /@evil.example/          | /@evil.example
			path parameter        | /;//evil.example/        | /evil.example
			a whole URL           | /https://evil.example/   | /https:/evil.example
			a scheme              | /javascript:alert(1)/    | /javascript:alert(1)
			encoded question mark | /%3Fx=//evil.example/    | /%3Fx=/evil.example
			encoded hash          | /%23//evil.example/      | /%23/evil.example
			encoded tab, twice    | /%2509//evil.example/    | /%2509/evil.example
			another full stop     | /%E3%80%82/              | /%E3%80%82
			""")
	void aCaptureAfterTheFirstSlashStaysOnThisHost(String name, String path, String location) {
		RuleSet rules = RuleText.rules("- {from-regex: '/(.+)/', redirect: '/{1}'}");
		DecisionAssert.assertThat(rules, TestRequest.get(path)).redirectsTo(location);
	}

	@Test
	void theJudgeKnowsAnOpenRedirect() {
		assertThat(List.of("//evil.example", "/\\evil.example", "https:evil.example", "https:/evil.example",
				"https://asked.example@evil.example", "/\t/evil.example"))
			.allSatisfy((location) -> assertThat(whereABrowserGoes(location, "http://asked.example"))
				.doesNotStartWith("http://asked.example/"));
	}

}
