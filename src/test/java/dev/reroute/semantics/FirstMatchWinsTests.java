package dev.reroute.semantics;

import dev.reroute.engine.Decision;
import dev.reroute.engine.RuleSet;
import org.junit.jupiter.api.Test;

import static dev.reroute.test.DecisionAssert.assertThat;
import static dev.reroute.test.RuleText.rules;
import static dev.reroute.test.TestRequest.get;

/**
 * Semantics 1: first match wins.
 */
class FirstMatchWinsTests {

	@Test
	void theFirstOfSeveralMatchesDecidesWhateverItsKind() {
		RuleSet rules = rules("""
				- { from: "/a/{x}", redirect: /pattern, id: pattern }
				- { from: /a/b, redirect: /literal, id: literal }
				- { from-regex: "/a/.*", redirect: /regex, id: regex }
				""");
		assertThat(rules, get("/a/b")).byRule("pattern");
		assertThat(rules, get("/a/b/c")).byRule("regex");
	}

	@Test
	void aRegexWithoutPrefixThatStandsFirstBeatsALiteral() {
		RuleSet rules = rules("""
				- { from-regex: ".*b", redirect: /regex, id: regex }
				- { from: /a/b, redirect: /literal, id: literal }
				""");
		assertThat(rules, get("/a/b")).byRule("regex");
	}

	@Test
	void aRuleForAnyHostThatStandsFirstBeatsOneForTheHost() {
		RuleSet rules = rules("""
				- { from: "/**", when: { scheme: https }, redirect: /secure, id: any }
				- { from: https://shop.example.com/a, redirect: /shop, id: host }
				- { from: "//*.example.com/a", redirect: /wild, id: wild }
				""");
		assertThat(rules, get("https://shop.example.com/a")).byRule("any");
		assertThat(rules, get("http://shop.example.com/a")).byRule("wild");
	}

	@Test
	void aRuleWhoseConditionsDoNotHoldGivesWayToTheNext() {
		RuleSet rules = rules("""
				- { from: /a, when: { method: POST }, redirect: /post, id: post }
				- { from: /a, redirect: /other, id: other }
				""");
		assertThat(rules, get("/a")).byRule("other");
	}

	@Test
	void passLeavesTheRequestAloneAndStopsLooking() {
		RuleSet rules = rules("""
				- { from: /health, pass: true, id: health }
				- { from: "/**", redirect: /elsewhere }
				""");
		assertThat(rules, get("/health")).passes(Decision.Pass.Reason.PASS_RULE).byRule("health");
		assertThat(rules, get("/healthy")).redirectsTo("/elsewhere");
	}

	@Test
	void aDisabledRuleTakesNoPart() {
		RuleSet rules = rules("""
				- { from: /a, redirect: /first, enabled: false }
				- { from: /a, redirect: /second }
				""");
		assertThat(rules, get("/a")).redirectsTo("/second");
	}

	@Test
	void fallbackRulesAreOnlyAskedWhenTheApplicationHasNoAnswer() {
		RuleSet rules = rules("""
				- { from: "/{*rest}", fallback: true, redirect: "/archive/{*rest}" }
				- { from: /a, redirect: /b }
				""");
		assertThat(rules, get("/a")).redirectsTo("/b");
		assertThat(rules, get("/c")).passes(Decision.Pass.Reason.NO_RULE);
		assertThat(rules.decideFallback(get("/c"))).redirectsTo("/archive/c");
	}

	@Test
	void rulesMatchOnEveryCondition() {
		RuleSet rules = rules("""
				- from: /shop/{*rest}
				  when:
				    host: [shop.example.com, "{tenant}.example.net"]
				    method: [GET, HEAD]
				    scheme: http
				    header: { Accept-Language: "de*" }
				    cookie: { beta: "*" }
				    query: { id: "{id}" }
				    client: [10.0.0.0/8, "::1"]
				    after: 2026-11-27T00:00:00Z
				    before: 2026-12-01T00:00:00Z
				    not: { header: { X-Internal: "*" } }
				  redirect: https://example.com/{id}
				""");
		String url = "http://shop.example.com/shop/x?id=7";
		String during = "2026-11-28T00:00:00Z";
		assertThat(rules, get(url).header("Accept-Language", "de-AT").cookie("beta", "1").from("10.1.2.3").at(during))
			.redirectsTo("https://example.com/7?id=7");
		assertThat(rules,
				get("http://acme.example.net/shop?id=a%2Fb").header("Accept-Language", "de")
					.cookie("beta", "")
					.from("0:0:0:0:0:0:0:1")
					.at(during))
			.redirectsTo("https://example.com/a%2Fb?id=a%2Fb");
		assertThat(rules, get(url).header("Accept-Language", "en").cookie("beta", "1").from("10.1.2.3").at(during))
			.passes();
		assertThat(rules, get(url).header("Accept-Language", "de").from("10.1.2.3").at(during)).passes();
		assertThat(rules, get(url).header("Accept-Language", "de").cookie("beta", "1").from("11.1.2.3").at(during))
			.passes();
		assertThat(rules,
				get(url).header("Accept-Language", "de")
					.cookie("beta", "1")
					.header("X-Internal", "")
					.from("10.1.2.3")
					.at(during))
			.passes();
		for (String outside : new String[] { "2026-11-26T23:59:59Z", "2026-12-01T00:00:00Z" }) {
			assertThat(rules, get(url).header("Accept-Language", "de").cookie("beta", "1").from("10.1.2.3").at(outside))
				.passes();
		}
	}

}
