package dev.reroute.semantics;

import dev.reroute.engine.RuleSet;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleSettings;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.reroute.test.DecisionAssert.assertThat;
import static dev.reroute.test.RuleText.problems;
import static dev.reroute.test.RuleText.rules;
import static dev.reroute.test.TestRequest.get;

/**
 * Semantics 6: where a redirect may lead.
 */
class WhereARedirectMayLeadTests {

	@ParameterizedTest
	@CsvSource({ "//evil.com/, /evil.com", "/%2Fevil.com/, /evil.com", "///evil.com/, /evil.com",
			"/%2f%2Fevil.com/, /evil.com", "/;x//evil.com/, /evil.com" })
	void aRelativeTargetStaysOnThisHostWhateverTheCapturesHold(String path, String location) {
		assertThat(rules("- { from-regex: '/(.+)/', redirect: '/{1}' }"), get(path)).redirectsTo(location);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/evil.com", "//evil.com", "\\\\evil.com", "/\\evil.com", "%2Fevil.com", "%5cevil.com",
			"%2f%5C/evil.com" })
	void soItDoesForCapturesOfTheQuery(String to) {
		RuleSet rules = rules("- { from: /go, when: { query: { to: '{to}' } }, query: drop, redirect: '/{to}' }");
		assertThat(rules, get("/go?to=" + to)).redirectsTo("/evil.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example/x", "/\\evil.example", "///x", "/%2Fx", "https:evil.example",
			"javascript:alert(1)", "data:text/html,x", "ftp://example.com/", "evil.example/x", "?x=1", "", "http:///x",
			"https://", "https://user@example.com/", "https://user:pw@example.com/", "https://example.com:99999/",
			"https://exa mple.com/", "https://[::1/", "https://127.0.0.1[@evil.com/", "https://example.com\\@evil.com/",
			"https://ex%61mple.com/", "/a/../b", "/a/%2e%2e/b", "/a\\b", "/a%5Cb" })
	void aTargetThatCouldLeaveTheHostIsAProblem(String target) {
		Assertions.assertThat(problems("- { from: /a, redirect: '" + target + "' }"))
			.extracting(Problem::key)
			.containsExactly("redirect");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://{host}/", "https://{1}", "https://example.com{1}", "https://{1}.example.com/",
			"https://example.com:{1}/", "https://example.com{1}/x" })
	void aPlaceholderInTheHostNeedsAllowedHosts(String target) {
		Assertions.assertThat(problems("- { from-regex: '/(.*)', redirect: '" + target + "' }", RuleSettings.DEFAULT))
			.extracting(Problem::code)
			.containsExactly("open-redirect");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://{1}.example.net/", "https://example.com.{1}.net/" })
	void oneThatCouldComeOutOfIt(String target) {
		Assertions.assertThat(problems("- { from-regex: '/(.*)', redirect: '" + target + "' }"))
			.extracting(Problem::code)
			.containsExactly("open-redirect");
	}

	@ParameterizedTest
	@CsvSource({ "shop.example.com, https://shop.example.com/x", "EXAMPLE.COM, https://example.com/x",
			"example.com., https://example.com/x" })
	void andOnlyTheseHostsComeOutOfIt(String host, String location) {
		RuleSet rules = rules("- { from: /go, when: { header: { X-To: '{to}' } }, redirect: 'https://{to}/x' }");
		assertThat(rules, get("/go").header("X-To", host)).redirectsTo(location);
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil.com", "evilexample.com", "example.com.evil.com", "example.com@evil.com",
			"evil.com#example.com", "evil.com/.example.com", "evil.com\\.example.com", "example.com:8443",
			"a..example.com", "-.example.com", "[::1]", "xn--.example.com/", " example.com", "évil.com" })
	void anyOtherHostIsNotTheRules(String host) {
		RuleSet rules = rules("- { from: /go, when: { header: { X-To: '{to}' } }, redirect: 'https://{to}/x' }");
		assertThat(rules, get("/go").header("X-To", host)).passes();
	}

	@Test
	void theHostOfTheRequestIsOnlyUsedWhereARuleSaysSoAndThenChecked() {
		RuleSet rules = rules("""
				- { from: "/**", when: { scheme: http, method: GET }, redirect: "https://{host}{path}" }
				""");
		assertThat(rules, get("http://www.example.com:8080/a?x=1")).redirectsTo("https://www.example.com/a?x=1");
		assertThat(rules, get("http://evil.com/a")).passes();
		assertThat(rules("- { from: /a, redirect: /b }"), get("http://evil.com/a")).redirectsTo("/b");
	}

}
