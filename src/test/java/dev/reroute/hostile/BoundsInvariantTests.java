package dev.reroute.hostile;

import java.util.List;

import dev.reroute.engine.Decision;
import dev.reroute.engine.RuleSet;
import dev.reroute.pattern.Limits;
import dev.reroute.rule.Problem;
import dev.reroute.test.DecisionAssert;
import dev.reroute.test.RuleText;
import dev.reroute.test.TestRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Invariant 6: time and space have bounds. With a backtracking engine the tests of
 * regular expressions would not end while anybody waits.
 */
class BoundsInvariantTests {

	private static final int LONG = 50_000;

	@ParameterizedTest
	@ValueSource(strings = { "/(a+)+$", "/(a|aa)+$", "/(.*a){25}", "/(([a-z])+.)+[A-Z]([a-z])+", "/(a|a?)+b",
			"/(.*)*=.*(.*)*x", "/(?:a*)*b", "/.*.*.*.*.*.*=;", "/(x+x+)+y", "/([^/]+/?)+!" })
	void aRegexTakesLinearTime(String regex) {
		RuleSet rules = RuleText.rules("- {from-regex: '" + regex + "', redirect: '/b'}");
		String path = "/" + "a".repeat(LONG) + "%21/" + "x".repeat(LONG);
		DecisionAssert.assertThat(rules, TestRequest.get(path)).passes();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/{x:(?:a+)+}/b", "/{x:(?:a|aa)+}{y:(?:a|aa)+}-", "/*a*a*a*a*a*a*b", "/{a}a{b}a{c}a{d}-",
			"/**/b", "/{*x}/*a*a*a*b", "/?*?*?*?*b" })
	void aPathPatternTakesLinearTime(String pattern) {
		RuleSet rules = RuleText.rules("- {from: '" + pattern + "', redirect: '/c'}");
		DecisionAssert.assertThat(rules, TestRequest.get("/" + "a".repeat(LONG))).passes();
		DecisionAssert.assertThat(rules, TestRequest.get("/a".repeat(LONG))).passes();
	}

	@Test
	void aConditionTakesLinearTime() {
		RuleSet rules = RuleText.rules("""
				- {from: /a, redirect: /b, when: {header: {X: '*a*a*a*a*a*a*a*b'}}}
				- {from: /a, redirect: /b, when: {query: {x: '{p}a{q}a{r}a{s}b'}}}
				- {from: /a, redirect: /b, when: {cookie: {x: '*a*a*a*a*a*a*a*b'}}}
				- {from: /a, redirect: /b, when: {host: '*a*a*a*a*a*a*a*.b'}}
				- {from: /a, redirect: /b, when: {header: {X: '{:(?:a+)+}{y:(?:a|aa)+}b'}}}
				- {from: /a, redirect: /b, when: {query-string: '{x:(?:.*a){25}}{:(?:a|a?)+}b'}}
				- {from: /a, redirect: /b, when: {not: {only-query: ['*a*a*a*a*b', 'x*']}}}
				- {from: /**, redirect: /b, when: {path: '{:(?:a+)+}*{:(?:x+x+)+y}'}}
				""");
		String text = "a".repeat(LONG);
		DecisionAssert
			.assertThat(rules,
					TestRequest.get("http://" + text + ".example/a?x=" + text).header("X", text).cookie("x", text))
			.passes();
	}

	@Test
	void thousandsOfParametersAndSlashesAndEscapesAreNoTrouble() {
		RuleSet rules = RuleText
			.rules("""
					- {from: '/a/{*rest}', redirect: '/b/{*rest}?p1=own', query: {keep: [p*, q*], remove: ['*9'], rename: {p2: z}}}
					""");
		StringBuilder query = new StringBuilder();
		for (int i = 0; i < 10_000; i++) {
			query.append((i < 200) ? "&p" : "&n").append(i).append("=%41");
		}
		Decision decision = rules
			.decide(TestRequest.get("/a" + "/%C3%A9;v=1".repeat(500) + "////".repeat(10_000) + "?" + query));
		assertThat(decision).isInstanceOf(Decision.Redirect.class);
		String location = ((Decision.Redirect) decision).target().location("");
		assertThat(location).startsWith("/b/%C3%A9/")
			.contains("?p1=own&", "&z=%41")
			.doesNotContain(";v", "//", "p1=%41");
	}

	@Test
	void aCaptureUsedManyTimesDoesNotMultiplyARequest() {
		RuleSet rules = RuleText.rules("- {from: '/p/{x}', redirect: '/" + "{x}".repeat(1_000) + "'}");
		DecisionAssert.assertThat(rules, TestRequest.get("/p/" + "x".repeat(7))).redirectsTo("/" + "x".repeat(7_000));
		DecisionAssert.assertThat(rules, TestRequest.get("/p/" + "x".repeat(8))).passes();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "%2f", "%5C", "%2F/" })
	void manySlashesAtTheStartAreOneWithoutRecursion(String slash) {
		RuleSet rules = RuleText.rules("- {from: /p, when: {query: {x: '{x}'}}, redirect: '/{x}', query: drop}");
		DecisionAssert.assertThat(rules, TestRequest.get("/p?x=" + slash.repeat(LONG) + "evil.example"))
			.redirectsTo("/evil.example");
	}

	@Test
	void aLocationHasABound() {
		RuleSet rules = RuleText.rules("- {from: /p, when: {query: {x: '{x}'}}, redirect: '/{x}', query: drop}");
		String longest = "x".repeat(Limits.LOCATION_LENGTH - 1);
		DecisionAssert.assertThat(rules, TestRequest.get("/p?x=" + longest)).redirectsTo("/" + longest);
		DecisionAssert.assertThat(rules, TestRequest.get("/p?x=" + longest + "x")).passes();
		DecisionAssert.assertThat(RuleText.rules("- {from: /p, redirect: /q}"), TestRequest.get("/p?" + longest))
			.passes();
	}

	@Test
	void aPathHasABound() {
		RuleSet rules = RuleText.rules("- {from: '/**', redirect: /q}");
		DecisionAssert.assertThat(rules, TestRequest.get("/" + "x".repeat(Limits.PATH_LENGTH - 1))).redirectsTo("/q");
		DecisionAssert.assertThat(rules, TestRequest.get("/" + "x".repeat(Limits.PATH_LENGTH))).passes();
	}

	@Test
	void aRewriteHasABoundInPathAndHeaders() {
		RuleSet path = RuleText.rules("- {from: '/p/{x}', rewrite: '/" + "{x}".repeat(1_000) + "'}");
		DecisionAssert.assertThat(path, TestRequest.get("/p/" + "x".repeat(7))).rewritesTo("/" + "x".repeat(7_000));
		DecisionAssert.assertThat(path, TestRequest.get("/p/" + "x".repeat(8))).passes();
		RuleSet header = RuleText
			.rules("- {from: '/p/{x}', rewrite: /q, request-headers: {set: {X-A: '" + "{x}".repeat(1_000) + "'}}}");
		DecisionAssert.assertThat(header, TestRequest.get("/p/" + "x".repeat(7))).rewritesTo("/q");
		DecisionAssert.assertThat(header, TestRequest.get("/p/" + "x".repeat(8))).passes();
	}

	@Test
	void aProgramOfARegexHasABound() {
		assertThat(codes("/(?:a{100}){19}")).isEmpty();
		assertThat(codes("/(?:a{100}){20}")).containsExactly("too-complex");
		assertThat(codes("/(?:(?:a{9}){9}){10}\\Q{1000}{1000}\\E")).isEmpty();
		assertThat(codes("/[{1000}(]{9}(?:a{900}){2}")).isEmpty();
	}

	@Test
	void anAliasOfAFileHasABound() {
		String list = "- from: /a\n  when: {host: &h [a.example]}\n  pass: true\n";
		String alias = "- from: /a\n  when: {host: *h}\n  pass: true\n";
		assertThat(RuleText.problems(list + alias.repeat(Limits.ALIASES))).isEmpty();
		assertThat(RuleText.problems(list + alias.repeat(Limits.ALIASES + 1))).extracting(Problem::code)
			.containsExactly("bad-yaml");
	}

	@Test
	void aValueThatIsRepeatedInAProblemHasABound() {
		String text = "x".repeat(Limits.QUOTED_LENGTH);
		assertThat(RuleText.problems("- {from: " + text + ", pass: true}").get(0).got()).isEqualTo("'" + text + "'");
		assertThat(RuleText.problems("- {from: " + text + "x, pass: true}").get(0).got())
			.isEqualTo("'" + text + "...'");
	}

	private static List<String> codes(String regex) {
		return RuleText.problems("- {from-regex: '" + regex + "', pass: true}").stream().map(Problem::code).toList();
	}

}
