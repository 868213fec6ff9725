package dev.reroute.semantics;

import dev.reroute.engine.RuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.reroute.test.DecisionAssert.assertThat;
import static dev.reroute.test.RuleText.rules;
import static dev.reroute.test.TestRequest.get;

/**
 * Conditions on the path and on the query as a whole, and regular expressions in the
 * texts of all conditions.
 */
class ConditionsTests {

	@ParameterizedTest(name = "{0} is {2} for {1}")
	@CsvSource(delimiterString = " | ", textBlock = """
			/a/*                       | /a/b               | true
			/a/*                       | /a/b/c/            | true
			/a/*                       | /a/                | true
			/a/*                       | /a                 | false
			/a                         | /A                 | false
			/a                         | /a/                | false
			/a                         | //a;v=1            | true
			/a b                       | /a%20b             | true
			/a%20b                     | /a%20b             | false
			/a/b                       | /a%2Fb             | false
			/{:[^/]+}                  | /a%2Fb             | true
			/*/b                       | /a%2Fb             | false
			*.html                     | /x/y.html          | true
			*.html                     | /x/y.html/         | false
			/{:(?i)a}                  | /A                 | true
			/{:\\d{4}}/*               | /2026/x            | true
			{:/(?:a|b)(?:/.*)?}        | /b/x               | true
			{:/(?:a|b)(?:/.*)?}        | /bc                | false
			/{:.}                      | /%C3%A9            | true
			/{:.}                      | /%F0%9F%98%80      | true
			""")
	void aPathMatchesAsAWholeAndDecoded(String text, String url, boolean holds) {
		RuleSet rules = rules("""
				- { from: /**, ignore-case: true, ignore-trailing-slash: true, when: { path: '%s' }, respond: 410 }
				- { from: /**, when: { not: { path: '%s' } }, respond: 404 }
				""".formatted(text, text));
		assertThat(rules, get(url)).responds(holds ? 410 : 404);
	}

	@Test
	void oneOfSeveralPathsIsEnoughAndBelowNotNoneMayHold() {
		RuleSet rules = rules("""
				- { from: /**, when: { path: [/a, /b/*], not: { path: ['*.gif', '*.png'] } }, respond: 410 }
				""");
		assertThat(rules, get("/a")).responds(410);
		assertThat(rules, get("/b/c")).responds(410);
		assertThat(rules, get("/b/c.gif")).passes();
		assertThat(rules, get("/b/c.png")).passes();
		assertThat(rules, get("/c")).passes();
	}

	@ParameterizedTest
	@CsvSource({ "/a/b/c, /new/b/c?q=b/c#b/c", "/a/b%2Fc, /new/b%2Fc?q=b%2Fc#b%2Fc",
			"/a/%C3%A9, /new/%C3%A9?q=%C3%A9#%C3%A9", "/a/b//c/, /new/b/c/?q=b/c/#b/c/",
			"/a/a%3Fb, /new/a%3Fb?q=a?b#a?b" })
	void inWhatAPathBindsASlashIsASeparator(String url, String location) {
		RuleSet source = rules("- { from-regex: '/a/(.+)', redirect: '/new/{1}?q={1}#{1}', query: drop }");
		assertThat(source, get(url)).redirectsTo(location);
		RuleSet condition = rules(
				"- { from: /a/**, when: { path: '/a/{x}' }, redirect: '/new/{x}?q={x}#{x}', query: drop }");
		assertThat(condition, get(url)).redirectsTo(location);
	}

	@ParameterizedTest(name = "{0} is {2} for {1}")
	@CsvSource(delimiterString = " | ", textBlock = """
			id=7                 | /a?id=7            | true
			id=7                 | /a?id=%37          | false
			id=7                 | /a?id=7&b          | false
			id=7                 | /a?b&id=7          | false
			*id=7*               | /a?b&id=7&c        | true
			{:(?:.*&)?id=7(?:&.*)?} | /a?b&id=7       | true
			{:(?:.*&)?id=7(?:&.*)?} | /a?bid=7        | false
			{:(?i)ID=7}          | /a?id=7            | true
			*%zz*                | /a?id=%zz          | true
			*                    | /a                 | true
			{:.+}                | /a                 | false
			{:.+}                | /a?                | false
			{:.+}                | /a?&               | true
			""")
	void aQueryStringIsTheQueryAsItWasSent(String text, String url, boolean holds) {
		RuleSet rules = rules("""
				- { from: /a, when: { query-string: '%s' }, respond: 410 }
				- { from: /a, when: { not: { query-string: '%s' } }, respond: 404 }
				""".formatted(text, text));
		assertThat(rules, get(url)).responds(holds ? 410 : 404);
	}

	@Test
	void aQueryStringThatIsMissingIsEmpty() {
		RuleSet rules = rules("- { from: /a, when: { query-string: '' }, respond: 410 }");
		assertThat(rules, get("/a")).responds(410);
		assertThat(rules, get("/a?")).responds(410);
		assertThat(rules, get("/a?b")).passes();
	}

	@ParameterizedTest
	@CsvSource({ "/a?u=x%20y, /x%20y?v=x%20y", "/a?u=x+y, /x%20y?v=x%20y", "/a?u=x%2By, /x+y?v=x%2By",
			"/a?u=b/c, /b%2Fc?v=b%2Fc", "/a?u=b%2Fc, /b%2Fc?v=b%2Fc", "/a?u=b%26c, /b&c?v=b%26c",
			"/a?u=%252F, /%252F?v=%252F" })
	void whatAQueryStringBindsIsDecodedOnceAndASlashIsData(String url, String location) {
		RuleSet whole = rules("- { from: /a, when: { query-string: 'u={x}' }, redirect: '/{x}?v={x}', query: drop }");
		RuleSet parameter = rules("- { from: /a, when: { query: { u: '{x}' } }, redirect: '/{x}?v={x}', query: drop }");
		assertThat(parameter, get(url)).redirectsTo(location);
		assertThat(whole, get(url)).redirectsTo(location);
	}

	@ParameterizedTest
	@CsvSource({ "/a?u=%zz, /z", "/a?u=%ff, /f", "/a?u=x%00y, /y", "/a?u=%41, /u" })
	void whereItCannotBeDecodedTheNextTextIsTried(String url, String location) {
		RuleSet rules = rules(
				"- { from: /a, when: { query-string: ['{x}={y}', '*{x}'] }, redirect: '/{x}', query: drop }");
		assertThat(rules, get(url)).redirectsTo(location);
	}

	@ParameterizedTest(name = "{0} is {2} for {1}")
	@CsvSource(delimiterString = " | ", textBlock = """
			none                 | /a                 | true
			none                 | /a?                | true
			none                 | /a?&&              | true
			none                 | /a?b               | false
			none                 | /a?=               | false
			id                   | /a                 | true
			id                   | /a?id=7            | true
			id                   | /a?id=7&id=8&      | true
			id                   | /a?%69%64=7        | true
			id                   | /a?ID=7            | false
			id                   | /a?id=7&b          | false
			[id, utm_*]          | /a?utm_source=x&id | true
			[id, utm_*]          | /a?utm=x           | false
			"*"                  | /a?b&c             | true
			"%z"                 | /a?%z=1            | true
			""")
	void onlyQueryRefusesAllOtherParameters(String names, String url, boolean holds) {
		RuleSet rules = rules("""
				- { from: /a, when: { only-query: %s }, respond: 410 }
				- { from: /a, when: { not: { only-query: %s } }, respond: 404 }
				""".formatted(names, names));
		assertThat(rules, get(url)).responds(holds ? 410 : 404);
	}

	@Test
	void noneOfThemLooksAtHeaders() {
		RuleSet rules = rules("""
				- from: /**
				  when: { path: '/a*', query-string: 'x=*', only-query: x, header: { X-Test: '{:[0-9]+}' } }
				  respond: 410
				- from: /**
				  when: { not: { path: '/b*', query-string: 'y=*', only-query: none } }
				  respond: 404
				""");
		assertThat(rules, get("/a?x=1").header("X-Test", "1")).responds(410).varies("X-Test");
		assertThat(rules, get("/b?x=1")).passes().varies();
		assertThat(rules, get("/a?x=1&z")).responds(404).varies();
		assertThat(rules, get("/a")).passes().varies();
	}

	@Test
	void aRegularExpressionMatchesInTheTextsOfAllConditions() {
		RuleSet rules = rules("""
				- from: /a
				  when:
				    host: '{shop:[a-z]{2,}}.example.com'
				    header: { X-Test: 'v{major:\\d{1,2}}.{:\\d+}' }
				    cookie: { c: '{:(?i)yes|no}' }
				    query: { id: '{id:[0-9a-f]+}' }
				  redirect: /{shop}/{major}/{id}
				  query: drop
				""");
		assertThat(rules, get("http://uk.example.com/a?id=x&id=7f").header("X-Test", "v12.3").cookie("c", "YES"))
			.redirectsTo("/uk/12/7f");
		assertThat(rules, get("http://u.example.com/a?id=7f").header("X-Test", "v12.3").cookie("c", "YES")).passes();
		assertThat(rules, get("http://uk.example.com/a?id=7g").header("X-Test", "v12.3").cookie("c", "YES")).passes();
		assertThat(rules, get("http://uk.example.com/a?id=7f").header("X-Test", "v123.3").cookie("c", "YES")).passes();
		assertThat(rules, get("http://uk.example.com/a?id=7f").header("X-Test", "v12.3").cookie("c", "maybe")).passes();
	}

	@Test
	void itMatchesInTheHostOfASourceToo() {
		RuleSet rules = rules("""
				- { from: "//{shop:[a-z]{2}}.example.com:8443/a", redirect: "/{shop}" }
				- { from: "https://{:(?:www[.])?}example.net", redirect: "/net" }
				""");
		assertThat(rules, get("http://uk.example.com:8443/a")).redirectsTo("/uk");
		assertThat(rules, get("http://uk.example.com/a")).passes();
		assertThat(rules, get("http://u.example.com:8443/a")).passes();
		assertThat(rules, get("https://example.net/")).redirectsTo("/net");
		assertThat(rules, get("https://www.example.net/")).redirectsTo("/net");
		assertThat(rules, get("https://wwwxexample.net/")).passes();
	}

}
