package dev.reroute.rule;

import dev.reroute.engine.RuleSet;
import dev.reroute.pattern.Limits;
import dev.reroute.test.RuleText;
import dev.reroute.test.TestRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.reroute.test.DecisionAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules that look odd and are right.
 */
class OddRulesTests {

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiterString = " ;; ",
			textBlock = """
					rules, a mapping        ;; {"rules": [{"from": "/a", "redirect": "/b"}]}
					JSON in a YAML file     ;; [{"from": "/a", "redirect": "/b"}]
					unnecessary quotes      ;; [{"from": '/a', 'redirect': "/b"}]
					an alias for a text     ;; [{from: &p /a, note: *p, redirect: /b}]
					text that is a number   ;; [{from: /a, redirect: /b, id: 010, note: 1.0}]
					text that is a boolean  ;; [{from: /a, redirect: /b, id: yes, note: null-ish}]
					an empty note           ;; [{from: /a, redirect: /b, note: ''}]
					no conditions           ;; [{from: /a, redirect: /b, when: {}}]
					escaped by the author   ;; [{from: /%61, redirect: /%62}]
					a disabled rule before  ;; [{from: /a, pass: true, enabled: false}, {from: /a, redirect: /b}]
					a list of one           ;; [{from: /a, redirect: /b, when: {method: [GET], host: [localhost]}}]
					a regex with slashes    ;; [{from-regex: '^/a$', redirect: /b}]
					all conditions at once  ;; [{from: '/{x}', redirect: /b, when: {scheme: [http, https], client: '192.0.2.0/24'}}]
					""")
	void anOddSpellingOfARuleIsTheRule(String name, String text) {
		String expected = name.startsWith("escaped") ? "/%62" : "/b";
		assertThat(RuleText.rules(text), TestRequest.get("/a")).redirectsTo(expected);
	}

	@Test
	void anEmptyListOfRulesIsFine() {
		assertThat(RuleText.rules("rules: []").rules()).isEmpty();
		assertThat(RuleText.problemsOfJson("{\"rules\": []}")).isEmpty();
	}

	@Test
	void aByteOrderMarkAndDosLineEndsAreFine() {
		RuleSet rules = RuleText.rules("\uFEFFrules:\r\n- from: /a\r\n  redirect: /b\r\n");
		assertThat(rules, TestRequest.get("/a")).redirectsTo("/b");
	}

	@Test
	void linesAreCountedWithDosLineEndsToo() {
		Problem problem = RuleText.problems("\uFEFFrules:\r\n\r\n- from: /a\r\n  redirct: /b\r\n").get(0);
		assertThat(problem.origin().line()).isEqualTo(4);
	}

	@Test
	void textOfAllPlanesIsFine() {
		RuleSet rules = RuleText.rules("- {from: /日本/😀, redirect: '/é/{path}', note: '\u202e'}");
		assertThat(rules, TestRequest.get("/%E6%97%A5%E6%9C%AC/%F0%9F%98%80"))
			.redirectsTo("/%C3%A9/%E6%97%A5%E6%9C%AC/%F0%9F%98%80");
	}

	@ParameterizedTest
	@ValueSource(strings = { "${jndi:ldap://x/a}", "#{systemProperties}", "%{env:HOME}", "$(id)", "`id`", "[[${x}]]" })
	void nothingInARuleIsEvaluated(String text) {
		RuleSet rules = RuleText
			.rules("- from: /a\n  redirect: /b\n  note: \"" + text + "\"\n  id: \"" + text + "\"\n");
		assertThat(rules.rules().get(0).id()).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a?b={1}", "/{1}#top", "/{1}?x=//evil.example", "/a/https://www.example.com/{1}", "/@{1}",
			"/.well-known/{1}", "/...", "/a;v=1/{1}", "https://www.example.com", "https://www.example.com:8443/",
			"https://[::1]/{1}", "https://127.0.0.1/{1}", "https://xn--bcher-kva.example/", "https://bücher.example/",
			"HTTPS://WWW.EXAMPLE.COM/", "https://www.example.com./", "https://under_score.example.com/",
			"https://www.example.com{path}", "{path}", "{scheme}://www.example.com/{1}", "https://{1}.example.com/" })
	void aTargetThatCannotLeaveIsFine(String target) {
		assertThat(RuleText.problems("- from-regex: /(.*)\n  redirect: '" + target + "'\n")).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiterString = " | ", textBlock = """
			/{path}    | rewrite: '{path}?x=1'
			/a/{x}     | rewrite: '/.{x}'
			/a/{x}     | rewrite: '/a..{x}'
			/error/{x} | pass: true
			""")
	void aRewriteThatLeadsNowhereReservedIsFine(String from, String action) {
		String source = from.replace("{path}", "a");
		assertThat(RuleText.problems("- from: '" + source + "'\n  " + action + "\n")).isEmpty();
	}

	@Test
	void caseIsIgnoredInAllPlanes() {
		RuleSet rules = RuleText.rules("- {from: /\ud801\udc00, redirect: /b, ignore-case: true}\n"
				+ "- {from-regex: '/x\ud801\udc00.*', redirect: /c, ignore-case: true}");
		assertThat(rules, TestRequest.get("/%F0%90%90%A8")).redirectsTo("/b");
		assertThat(rules, TestRequest.get("/X%F0%90%90%A8y")).redirectsTo("/c");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a[[:alpha:](]|/b", "/a[(]|/b", "/a[^](]|/b", "/a\\(|/b", "/a(x|y)|/b", "/a(?:[)]x)|/b",
			"(?i)/B", "/\\x62", "/\\Qb\\E" })
	void anAlternativeOfARegexIsFoundHoweverItIsWritten(String regex) {
		RuleSet rules = RuleText.rules("- {from-regex: '" + regex + "', respond: 410}");
		assertThat(rules, TestRequest.get("/b")).responds(410);
	}

	@Test
	void aSchemeThatIsNeitherHttpNorHttpsIsNotFilledIn() {
		RuleSet rules = RuleText.rules("- {from: /a, redirect: '{scheme}://www.example.com/'}");
		assertThat(rules, TestRequest.get("https://h/a")).redirectsTo("https://www.example.com/");
		assertThat(rules, TestRequest.get("httpx://h/a")).passes();
	}

	@Test
	void textsUpToTheLimitsAreFine() {
		String path = "/" + "a".repeat(Limits.TEXT_LENGTH - 1);
		String regex = "/" + "a".repeat(Limits.REGEX_LENGTH - 1);
		RuleSet rules = RuleText
			.rules("- {from: %s, redirect: %s}\n- {from-regex: %s, pass: true}\n".formatted(path, path, regex));
		assertThat(rules.rules()).hasSize(2);
		assertThat(RuleText
			.problems("- {from: %sa, redirect: %sa}\n- {from-regex: %sa, pass: true}\n".formatted(path, path, regex)))
			.extracting(Problem::code)
			.containsExactly("too-long", "too-long");
		assertThat(RuleText.problems("- {from: /a, redirect: %sa}\n".formatted(path))).extracting(Problem::code)
			.containsExactly("too-long");
	}

	@Test
	void asManyNamesAsTheLimitSaysAreFine() {
		StringBuilder pattern = new StringBuilder();
		for (int i = 0; i < Limits.CAPTURES; i++) {
			pattern.append("/{a%d}".formatted(i));
		}
		assertThat(RuleText.problems("- {from: '" + pattern + "', pass: true}")).isEmpty();
		assertThat(RuleText.problems("- {from: '" + pattern + "/{more}', pass: true}")).extracting(Problem::code)
			.containsExactly("too-many-captures");
	}

}
