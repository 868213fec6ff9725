package dev.reroute.semantics;

import java.util.List;

import dev.reroute.engine.MalformedPaths;
import dev.reroute.engine.RuleSet;
import dev.reroute.pattern.MatchOptions;
import dev.reroute.pattern.RedirectTargets;
import dev.reroute.rule.RedirectStatus;
import dev.reroute.rule.ReservedPaths;
import dev.reroute.rule.RuleSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.reroute.test.DecisionAssert.assertThat;
import static dev.reroute.test.RuleText.rules;
import static dev.reroute.test.TestRequest.get;

/**
 * Semantics 2: what is matched.
 */
class WhatIsMatchedTests {

	@ParameterizedTest
	@CsvSource({ "/admin, /admin", "/admin, /%61dmin", "/admin, //admin", "/admin, ///admin", "/admin, /admin;v=1",
			"/a b, /a%20b", "/a%20b, /a%20b", "/日, /%E6%97%A5", "/a%2Fb, /a%2fb", "/a%3Bb, /a%3Bb",
			"/a%252Fb, /a%252Fb", "/{x}, /a%2Fb", "/a/b, /a;v=1/b", "/a/b, /a/;v/b", "/a/*, /a/", "/a/**, /a",
			"/{x}.html, /a.html", "/?at, /cat", "/**/end, /end", "/**/end, /a/b/end" })
	void thePathIsDecodedOnceWithoutParametersAndDoubledSlashes(String source, String path) {
		RuleSet rules = rules("- { from: '" + source + "', redirect: /matched/it }");
		assertThat(rules, get(path)).redirectsTo("/matched/it");
	}

	@ParameterizedTest
	@CsvSource({ "/admin, /ADMIN", "/admin, /admin/", "/admin/, /admin", "/admin, /admins", "/a/{x}, /a/b/c",
			"/a/{x}, /a", "/a/{x}, /a/", "/a/b, /a%2Fb", "/a%2Fb, /a/b", "/a%2Fb, /a%252Fb", "/old/**, /older",
			"/old/{*rest}, /old-news", "/a/*/c, /a//c" })
	void anotherPathIsAnotherResource(String source, String path) {
		RuleSet rules = rules("- { from: '" + source + "', redirect: /matched/it }");
		assertThat(rules, get(path)).passes();
	}

	@Test
	void aRegexMatchesTheWholePathAndNeverTakesAnEncodedSlashForASeparator() {
		RuleSet rules = rules("""
				- { from-regex: "/item-(\\\\d+)\\\\.html", redirect: "/items/{1}" }
				- { from-regex: "/one/[^/]+", redirect: /segment }
				""");
		assertThat(rules, get("/item-7.html")).redirectsTo("/items/7");
		assertThat(rules, get("/item-7.html/x")).passes();
		assertThat(rules, get("/x/item-7.html")).passes();
		assertThat(rules, get("/one/a%2Fb")).redirectsTo("/segment");
		assertThat(rules, get("/one/a/b")).passes();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a/../b", "/./a", "/a/%2e%2e/b", "/a/%2E./b", "/a/..;/b", "/a/..", "/%2e", "/a\\b",
			"/a%5Cb", "/a%00b", "/a%0ab", "/a%0D%0Ab", "/a%7Fb", "/a%C2%85b", "/%ff", "/%c0%af", "/%c0%ae",
			"/%ed%a0%80", "/a%", "/a%2", "/a%zz", "/a%2F..%2Fb", "/..%2f", "/..%5c", "/a b" })
	void aMalformedPathIsAnsweredWith400AndConcernsNoRule(String path) {
		RuleSet rules = rules("- { from: '/**', redirect: https://example.com/ }");
		assertThat(rules, get(path)).responds(400);
		RuleSet lenient = RuleSet.of(rules.rules(), MalformedPaths.PASS, ReservedPaths.NONE);
		assertThat(lenient, get(path)).passes();
		assertThat(lenient.decideFallback(get(path))).passes();
	}

	@Test
	void caseAndTrailingSlashCanBeIgnoredByOneRule() {
		RuleSet rules = rules("""
				- { from: "/Über/{x}", ignore-case: true, redirect: "/x/{x}" }
				- { from: /slash, ignore-trailing-slash: true, redirect: /s }
				- { from: "/p/{x}/", ignore-trailing-slash: true, redirect: "/q/{x}" }
				- { from-regex: "/R(.)/", ignore-trailing-slash: true, ignore-case: true, redirect: "/r/{1}" }
				""");
		assertThat(rules, get("/%C3%9CBER/Y")).redirectsTo("/x/Y");
		assertThat(rules, get("/slash/")).redirectsTo("/s");
		assertThat(rules, get("/slash")).redirectsTo("/s");
		assertThat(rules, get("/slash//")).redirectsTo("/s");
		assertThat(rules, get("/p/1")).redirectsTo("/q/1");
		assertThat(rules, get("/rX")).redirectsTo("/r/X");
		assertThat(rules, get("/SLASH")).passes();
	}

	@Test
	void caseAndTrailingSlashCanBeIgnoredByAllRulesAndHeededByOne() {
		RuleSettings lenient = new RuleSettings(RedirectStatus.FOUND, new MatchOptions(true, true),
				new RedirectTargets(List.of()), ReservedPaths.NONE);
		RuleSet rules = rules("""
				- { from: /strict, ignore-case: false, ignore-trailing-slash: false, redirect: /x }
				- { from: /Lenient, redirect: /y }
				""", lenient);
		assertThat(rules, get("/lenient/")).redirectsTo("/y", 302);
		assertThat(rules, get("/STRICT")).passes();
		assertThat(rules, get("/strict/")).passes();
	}

	@Test
	void noRuleMatchesAReservedPath() {
		RuleSet rules = rules("- { from: '/**', redirect: https://example.com/ }");
		assertThat(rules, get("/actuator/health")).passes();
		assertThat(rules, get("/actuator")).passes();
		assertThat(rules, get("/%61ctuator")).passes();
		assertThat(rules, get("/actuators")).redirectsTo("https://example.com/");
	}

	@Test
	void hostsAreComparedInTheirNormalForm() {
		RuleSet rules = rules("""
				- { from: "//Bücher.example.com/a", redirect: /idn }
				- { from: "//old.example.com:8443/a", redirect: /port }
				- { from: "//{tenant}.example.org/{x}", redirect: "/{tenant}/{x}" }
				""");
		assertThat(rules, get("http://xn--bcher-kva.example.com/a")).redirectsTo("/idn");
		assertThat(rules, get("https://old.example.com:8443/a")).redirectsTo("/port");
		assertThat(rules, get("https://old.example.com/a")).passes();
		assertThat(rules, get("http://acme.example.org/1")).redirectsTo("/acme/1");
		assertThat(rules, get("http://a.b.example.org/1")).passes();
	}

}
