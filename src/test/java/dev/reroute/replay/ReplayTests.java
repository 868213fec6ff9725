package dev.reroute.replay;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.reroute.engine.RuleSet;
import dev.reroute.engine.Walk;
import dev.reroute.pattern.UrlText;
import dev.reroute.replay.log.LoggedRequest;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.reroute.test.RuleText.rules;
import static org.assertj.core.api.Assertions.assertThat;

class ReplayTests {

	private static final RuleSet RULES = rules("""
			- { from: /a, redirect: /b, status: 301 }
			- { from: /b, redirect: /c, status: 301 }
			- { from: "/old/{*rest}", rewrite: "/new/{*rest}" }
			- { from: /gone, respond: 410 }
			- { from: /health, pass: true }
			- { from: /self, redirect: /self }
			- { from: /loop, redirect: /loop2 }
			- { from: /loop2, redirect: /loop }
			- { from: "//shop.example.com/x", redirect: /shop }
			- { from: /form, when: { method: POST }, redirect: /form2 }
			- { from: /seldom, redirect: /b2 }
			- { from: "/archive/{*rest}", redirect: "https://archive.example.com/{*rest}", status: 302, fallback: true }
			""");

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GET /a                          | 200 | redirect
			GET /a?x=1                      | 200 | redirect
			HEAD /a                         | 200 | redirect
			GET http://www.example.com/a    | 200 | redirect
			GET HTTPS://example.com/a?b     | 200 | redirect
			GET http://shop.example.com/x   | 200 | redirect
			GET /x                          | 200 | no-rule
			GET /old/x                      | 200 | rewrite
			GET /gone                       | 200 | respond
			GET /health                     | 200 | pass
			GET /self                       | 200 | self-redirect
			GET /nothing                    | 200 | no-rule
			GET /error                      | 200 | no-rule
			GET /a/../b                     | 200 | malformed
			GET /a b                        | 200 | malformed
			GET /a\\b                       | 200 | malformed
			GET /\u00c3\u00a9               | 200 | malformed
			POST /form                      | 200 | redirect
			GET /form                       | 200 | no-rule
			OPTIONS *                       | 200 | no-url
			CONNECT example.com:443         | 200 | no-url
			GET http://                     | 400 | no-url
			GET http://exa_mple..com/a      | 400 | no-url
			GET ftp://example.com/a         | 400 | no-url
			GET /archive/x                  | 200 | no-rule
			GET /archive/x                  | 404 | redirect
			GET /archive/x                  | 302 | redirect
			GET /archive/x                  | 301 | no-rule
			GET /archive/x                  | 0   | no-rule
			""")
	void everyRequestIsCountedByWhatIsDoneWithIt(String request, int status, String action) {
		String[] parts = request.split(" ", 2);
		ReplayResult result = replay(RULES, null, logged(parts[0], parts[1], status));
		assertThat(result.requests()).isOne();
		assertThat(result.actions()).allSatisfy((each, count) -> assertThat(count).as(each.toString())
			.isEqualTo(each.toString().equals(action) ? 1 : 0));
	}

	@Test
	void whatIsNoRequestHasNoUrl() {
		assertThat(replay(RULES, null, logged("", "", 400)).count(ReplayedAction.NO_URL)).isOne();
	}

	@Test
	void rulesThatDecideNothingAreNeverHit() {
		ReplayResult result = replay(RULES, null, logged("GET", "/b", 301), logged("GET", "/old/x", 200));
		assertThat(result.rules()).isEqualTo(12);
		assertThat(result.neverHit()).isEqualTo(10);
		assertThat(result.firstNeverHit()).extracting(Rule::id).startsWith("/a", "/gone").hasSize(5);
	}

	@Test
	void aRuleThatAVisitorMeetsOnTheWayIsHit() {
		RuleSet rules = rules("""
				- { from: /a, redirect: /b }
				- { from: /b, redirect: /old/c }
				- { from: "/old/{*rest}", rewrite: "/new/{*rest}" }
				""");
		assertThat(replay(rules, null, logged("GET", "/a", 404)).neverHit()).isZero();
		assertThat(replay(rules, null, logged("GET", "/b", 404)).firstNeverHit()).extracting(Rule::id)
			.containsExactly("/a");
	}

	@Test
	void aMissingUrlIsOneThatNoRuleAnswers() {
		ReplayResult result = replay(RULES, null, logged("GET", "/a", 404), logged("GET", "/x?y=1", 404),
				logged("GET", "/x?y=2", 404), logged("HEAD", "/x", 404), logged("POST", "/x", 404),
				logged("GET", "/archive/z", 404), logged("GET", "/w", 200), logged("GET", "/seldon", 404));
		assertThat(result.missing().top()).containsExactly(new Counted<>(new MissingUrl("/x", List.of()), 3),
				new Counted<>(new MissingUrl("/seldon", List.of()), 1),
				new Counted<>(new MissingUrl("POST /x", List.of()), 1));
		assertThat(result.missing().requests()).isEqualTo(5);
	}

	@Test
	void aVisitorWhoIsRedirectedTwiceWalksAChain() {
		ReplayResult result = replay(RULES, null, logged("GET", "/a", 200), logged("GET", "/a?x", 200),
				logged("GET", "/b", 200), logged("GET", "/loop", 200));
		assertThat(result.chains().top()).extracting(Counted::requests).containsExactly(2L, 1L);
		assertThat(result.chains().top().get(0).what().last()).hasToString("/c");
		assertThat(result.chains().top().get(1).what().end()).isEqualTo(Walk.End.LOOP);
	}

	@Test
	void whatTwoRuleSetsAnswerDifferentlyIsADifference() {
		RuleSet other = rules("""
				- { from: /a, redirect: /b, status: 302 }
				- { from: "/old/{*rest}", rewrite: "/new/{*rest}", id: renamed }
				- { from: /gone, respond: 404 }
				- { from: /seldom, redirect: /b2, cache: 1h }
				- { from: "/archive/{*rest}", respond: 410, fallback: true }
				""");
		ReplayResult result = replay(RULES, other, logged("GET", "/a?x=1", 200), logged("GET", "/a", 200),
				logged("GET", "/old/x", 200), logged("GET", "/gone", 200), logged("GET", "/health", 200),
				logged("GET", "/nothing", 200), logged("GET", "/self", 200), logged("GET", "/seldom", 200),
				logged("GET", "/archive/1", 404), logged("GET", "/archive/2", 410), logged("GET", "/archive/3", 302),
				logged("GET", "/archive/4", 200), logged("GET", "/a/../b", 200));
		assertThat(result.differences()).isNotNull();
		assertThat(result.differences().top())
			.extracting((counted) -> counted.requests() + " " + counted.what().url() + ": "
					+ counted.what().before().inFull() + " => " + counted.what().now().inFull())
			.containsExactly("2 /a: 302 /b?x=1 => 301 /b?x=1", "1 /archive/1: 410 => 302 https://archive.example.com/1",
					"1 /archive/2: 410 => 302 https://archive.example.com/2",
					"1 /archive/3: 410 => 302 https://archive.example.com/3", "1 /gone: 404 => 410");
	}

	@Test
	void theSameRulesAnswerTheSame() {
		ReplayResult result = replay(RULES, RULES, logged("GET", "/a", 200), logged("GET", "/archive/1", 404));
		assertThat(result.differences()).isEqualTo(new Ranking<>(List.of(), 0, 0, 0));
		assertThat(replay(RULES, null, logged("GET", "/a", 200)).differences()).isNull();
	}

	@Test
	void hostSchemeClientAndHeadersAreThoseOfTheLog() {
		RuleSet rules = rules("""
				- { from: "https://shop.example.com:8443/a", redirect: /1 }
				- { from: /a, when: { client: "2001:db8::/32" }, redirect: /2 }
				- { from: /a, when: { header: { User-Agent: "*Bot*" } }, redirect: /3 }
				- { from: /a, when: { header: { Referer: "https://old.example.com/*" } }, redirect: /4 }
				""");
		assertThat(hit(rules, new LoggedRequest("GET", "/a", 200, "SHOP.example.com.:8443", "https", null, null, null)))
			.isEqualTo("https://shop.example.com:8443/a");
		assertThat(hit(rules("- { from: 'https://www.example.com/a', redirect: /5 }\n"),
				new LoggedRequest("GET", "/a", 200, "www.example.com:443", null, null, null, null)))
			.isEqualTo("https://www.example.com/a");
		assertThat(hit(rules, new LoggedRequest("GET", "/a", 200, null, null, "2001:db8::7", null, null)))
			.isEqualTo("/a");
		assertThat(hit(rules, new LoggedRequest("GET", "/a", 200, null, null, "host.example", "a Bot", null)))
			.isEqualTo("/a#2");
		assertThat(hit(rules, new LoggedRequest("GET", "/a", 200, null, null, null, null, "https://old.example.com/x")))
			.isEqualTo("/a#3");
	}

	@Test
	void whatTheLogDoesNotTellIsTold() {
		RuleSet rules = rules("""
				- { from: "//shop.example.com/a", redirect: /1 }
				- { from: /b, when: { header: { Accept-Language: "de*" } }, redirect: /2 }
				- { from: /c, when: { cookie: { beta: "*" } }, redirect: /3 }
				- { from: /d, when: { not: { header: { User-Agent: "*Bot*" } } }, redirect: /4 }
				""");
		assertThat(replay(rules, null, logged("GET", "/a", 200)).gaps())
			.isEqualTo(Map.of("host", 1, "header accept-language", 1, "header cookie", 1, "header user-agent", 1));
		assertThat(
				replay(rules, null, new LoggedRequest("GET", "/a", 200, "example.com", null, null, "x", null)).gaps())
			.isEqualTo(Map.of("header accept-language", 1, "header cookie", 1));
	}

	@Test
	void aGivenHostIsThatOfEachRequestWithoutOne() {
		RuleSet rules = rules("- { from: '//shop.example.com/a', redirect: /1 }");
		Replay replay = new Replay(rules, null,
				new AssumedOrigin(UrlText.parse("https://shop.example.com/"), true, false), Instant.EPOCH);
		replay.add(logged("GET", "/a", 200));
		replay.add(new LoggedRequest("GET", "/a", 200, "example.com", null, null, null, null));
		assertThat(replay.result(5).count(ReplayedAction.REDIRECT)).isOne();
		assertThat(replay.result(5).gaps()).isEmpty();
	}

	@Test
	void ofTooManyDifferentUrlsTheFrequentOnesAreKnown() {
		Replay replay = new Replay(RULES, rules("- { from: /x, respond: 410 }"), AssumedOrigin.UNKNOWN, Instant.EPOCH);
		for (int i = 0; i < 400_000; i++) {
			replay.add(logged("GET", ((i % 2 == 0) ? "/old/" : "/") + i, 404));
			if (i % 10 == 0) {
				replay.add(logged("GET", "/often", 404));
			}
		}
		ReplayResult result = replay.result(1);
		assertThat(result.missing().isExact()).isFalse();
		assertThat(result.missing().top()).singleElement()
			.satisfies((counted) -> assertThat(counted.what().url()).isEqualTo("/often"))
			.satisfies(
					(counted) -> assertThat(counted.requests()).isBetween(40_000L, 40_000L + result.missing().error()));
		assertThat(result.differences()).isNotNull();
		assertThat(result.differences().requests()).isEqualTo(200_000);
	}

	private static String hit(RuleSet rules, LoggedRequest logged) {
		List<Rule> never = replay(rules, null, logged).firstNeverHit();
		return rules.rules().stream().filter((rule) -> !never.contains(rule)).map(Rule::id).findFirst().orElse("none");
	}

	private static LoggedRequest logged(String method, String target, int status) {
		return new LoggedRequest(method, target, status, null, null, null, null, null);
	}

	private static ReplayResult replay(RuleSet rules, @Nullable RuleSet other, LoggedRequest... requests) {
		Replay replay = new Replay(rules, other, AssumedOrigin.UNKNOWN, Instant.EPOCH);
		List.of(requests).forEach(replay::add);
		return replay.result(5);
	}

}
