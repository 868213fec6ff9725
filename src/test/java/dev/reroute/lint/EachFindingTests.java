package dev.reroute.lint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import dev.reroute.engine.Attempt;
import dev.reroute.engine.Explanation;
import dev.reroute.engine.RuleSet;
import dev.reroute.engine.UrlRequest;
import dev.reroute.engine.Walk;
import dev.reroute.test.RuleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One rule set for each finding, and one like it without.
 */
class EachFindingTests {

	static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|',
			textBlock = """
					loop          | {from: /a, redirect: /b} {from: /b, redirect: /a}                        | /a
					loop          | {from: '/a/{*r}', redirect: '/b/{*r}'} {from: '/b/{*r}', redirect: '/a/{*r}'} | /a
					loop          | {from: '/{x}/{y}', redirect: '/{y}/{x}'}                                   | /a/b
					loop          | {from: '/a/{*r}', redirect: '/a/x/{*r}'}                                   | /a
					loop          | {from: '//a.example.com/{*r}', redirect: 'https://b.example.com/{*r}'} {from: '//b.example.com/{*r}', redirect: 'https://a.example.com/{*r}'} | https://a.example.com/
					loop          | {from: '/a/{*r}', when: {path: '/a/x*'}, redirect: '/b/{*r}'} {from: '/b/{*r}', when: {not: {path: '/b/y*'}}, redirect: '/a/{*r}'} | /a/x
					loop          | {from: /a, when: {only-query: none}, redirect: /b} {from: /b, when: {query-string: ''}, redirect: /a} | /a
					loop          | {from: /a, when: {query-string: 'id={:\\d{4}}'}, redirect: /b} {from: /b, redirect: /a} | /a?id=0000
					loop          | {from: /a, when: {not: {only-query: none}}, redirect: /b} {from: /b, redirect: /a} | /a?x=x
					self-redirect | {from: '/{lang}/docs', redirect: /en/docs}                                 | /en/docs
					shadowed      | {from: '//*.example.com/a', redirect: /b} {from: '//*.example.com/a', when: {method: PUT}, redirect: /c} | http://any-host.example.com/a
					chain         | {from: /o, when: {not: {header: {X: '*'}}}, pass: true} {from: '/o/{*p}', redirect: '/x/{*p}'} {from: /x/b, redirect: /c} | /o/b
					self-redirect | {from: /a, redirect: /a}                                                   | /a
					self-redirect | {from: '/a/{*r}', redirect: '/a/{*r}'}                                     | /a
					self-redirect | {from: '/{x}/a', redirect: '/a/{x}'}                                       | /a/a
					shadowed      | {from: '/a/**', respond: 410} {from: /a/b, redirect: /c}                   | /a/b
					shadowed      | {from: '/a/{x}', respond: 410} {from: '/a/{x:[0-9]+}', redirect: /c}       | /a/0
					shadowed      | {from-regex: '/(?:a.?c)', redirect: /c} {from: '/a{x:[b]}c', redirect: /d}     | /abc
					shadowed      | {from: '/{x:[ab]}', redirect: /c} {from: '/{x:[c-z]}', redirect: /d} {from-regex: '/[a-z]', respond: 404} | /c
					shadowed      | {from: '/a/**', when: {path: '/a/b*'}, respond: 410} {from: /a/bc, redirect: /c} | /a/bc
					shadowed      | {from: '/a/{x}', when: {not: {path: /a/b}}, respond: 410} {from: /a/b, respond: 404} {from: '/a/{x}', redirect: /d} | /a/b
					shadowed      | {from-regex: '/[ab]/.*', when: {path: '{:(?i)/A/.*}'}, respond: 410} {from: '/a/{x}', redirect: /c} | /a/a
					shadowed      | {from: '/a/{x}', when: {path: '/a/{:\\pL}'}, respond: 410} {from: '/a/{x}', when: {path: '/a/{:\\pL}', method: GET}, redirect: /c} | /a/a
					shadowed      | {from: '//{:(?:www\\.)?}example.com/a', redirect: /b} {from: '//www.example.com/a', redirect: /c} | http://www.example.com/a
					shadowed      | {from: /a, when: {not: {path: /b, method: PUT}}, redirect: /b} {from: /a, when: {not: {method: PUT}}, redirect: /c} | /a
					shadowed      | {from: /a, when: {scheme: http}, redirect: /b} {from: /a, when: {scheme: https}, redirect: /b} {from: /a, redirect: /c} | https://localhost/a
					shadowed      | {from: /a, redirect: /b} {from: /a, when: {header: {X: y}}, redirect: /c}  | /a
					chain         | {from: /a, redirect: /b} {from: /b, redirect: /c}                          | /a
					chain         | {from: '/a/{*r}', redirect: '/b/{*r}'} {from: /b/x, redirect: /c}          | /a/x
					chain         | {from: '/a/{x}', redirect: '/b/{x}/{x}'} {from: /b/q/q, redirect: /c}      | /a/q
					chain         | {from-regex: '/old-(\\d+)\\.html', redirect: '/new/{1}'} {from: '/new/{id:\\d\\d}', redirect: '/n/{id}'} | /old-00.html
					dead-end      | {from: /a, redirect: /b} {from: /b, respond: 410}                          | /a
					dead-end      | {from: '/a/{*r}', redirect: '/b/{*r}'} {from: '/b/x/**', respond: 404}     | /a/x
					duplicate     | {from: /a, redirect: /b} {from: /a, redirect: /c}                          | /a
					duplicate     | {from: '/a/**', when: {path: '/a/b*'}, redirect: /b} {from: '/a/**', when: {path: '/a/b*'}, redirect: /c} | /a/b
					overlap       | {from: '/a/{x}', redirect: /b} {from: '/{x}/a', redirect: /c}              | /a/a
					overlap       | {from: /a/b, redirect: /c} {from: '/a/{*r}', redirect: '/d/{*r}'}          | /a/b
					body-lost     | {from: /a, when: {method: POST}, redirect: /b, status: 302}                | POST /a
					downgrade     | {from: /a, redirect: 'http://www.example.com/a'}                           | https://localhost/a
					loose-regex   | {from-regex: '/page.html', redirect: /p}                                   | /pageahtml
					example-fails | {from: /a, redirect: /b, examples: [{request: /a, expect: 301 /b}]}        | /a
					""")
	void isFoundWithAWitness(String code, String rules, String witness) {
		Finding finding = finding(code, rules);
		assertThat(finding).as("%s in %s", code, findings(rules)).isNotNull();
		assertThat(finding.witness()).hasToString(witness);
		assertThat(finding.message()).isNotEmpty();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiterString = " | ", textBlock = """
			expired | {from: /a, when: {before: '2026-11-01T00:00:00Z'}, redirect: /b}
			cached-for-ever | {from: /a, redirect: /b, status: 301}
			open-host | {from: '//{t}.old.example/a', redirect: 'https://{t}.example.com/'}
			unused-capture | {from: '/a/{x}', redirect: /b}
			unused-capture | {from: /a, when: {query: {id: '{id}'}}, redirect: /b}
			""")
	void isFoundInTheTextOfARule(String code, String rules) {
		assertThat(finding(code, rules)).as("%s in %s", code, findings(rules)).isNotNull();
	}

	@ParameterizedTest(name = "no {0}: {1}")
	@CsvSource(delimiter = '|',
			textBlock = """
					loop            | {from: /a, redirect: /b} {from: /b, redirect: /c}
					loop            | {from: /x/a, pass: true} {from: '/x/{y}', redirect: '/x/{y}/z'}
					loop            | {from: '/{*r}', fallback: true, redirect: '/archive/{*r}'}
					loop            | {from: /a, when: {scheme: http}, redirect: 'https://localhost/a'}
					loop            | {from: /a, redirect: /b, when: {before: '2020-01-01T00:00:00Z'}} {from: /b, redirect: /a}
					loop            | {from: '/a/{*r}', redirect: '/{*r}'}
					loop            | {from: /a, redirect: 'https://www.example.com/b'} {from: /b, redirect: 'https://www.example.com/a'}
					self-redirect   | {from: '/{*p}', redirect: 'https://www.example.com/{*p}'}
					shadowed        | {from: /a, when: {host: shop.example.com}, respond: 410} {from: /a, when: {host: [shop.example.com, '*.example.net']}, redirect: /b}
					shadowed        | {from: '//x.example.com/a', respond: 410} {from: '//*.example.com/a', redirect: /b}
					shadowed        | {from: '//{x}.example.com/a', respond: 410} {from: '//*.example.com/a', redirect: /b}
					shadowed        | {from: '//localhost/**', pass: true} {from: /old, redirect: /new}
					shadowed        | {from: /faq, redirect: /b} {from: /FAQ, redirect: /c} {from: /faq, ignore-case: true, redirect: /d}
					shadowed        | {from: 'http://h.example.com:8080/a', redirect: /b} {from: '//h.example.com:8080/a', redirect: /c}
					body-lost       | {from: /a, when: {method: DELETE}, redirect: /b, status: 301}
					cached-for-ever | {from: /a, when: {client: 10.0.0.0/8}, redirect: /b, status: 301}
					self-redirect   | {from: '/a/{*r}', redirect: '/b/{*r}'}
					self-redirect   | {from: /A, ignore-case: true, redirect: /b}
					shadowed        | {from: /a/b, redirect: /c} {from: '/a/**', respond: 410}
					shadowed        | {from: '/a/**', when: {header: {X: y}}, respond: 410} {from: /a/b, redirect: /c}
					shadowed        | {from: '/a/**', when: {method: GET}, respond: 410} {from: /a/b, redirect: /c}
					shadowed        | {from: '/a/**', when: {after: '2030-01-01T00:00:00Z'}, respond: 410} {from: /a/b, redirect: /c}
					shadowed        | {from: '//a.example.com/a', respond: 410} {from: /a, redirect: /c}
					shadowed        | {from: '/a-{x}', redirect: '/b/{x}'} {from: '/a-{x}', when: {query: {y: '*'}}, redirect: /c}
					shadowed        | {from: /a, redirect: /b} {from: /A, redirect: /c}
					shadowed        | {from: '/a/**', when: {path: '/a/b*'}, respond: 410} {from: /a/c, redirect: /c}
					shadowed        | {from: '/a/**', when: {not: {path: /a/b}}, respond: 410} {from: /a/b, redirect: /c}
					shadowed        | {from: '/{x}', when: {path: '/{:\\pL}'}, respond: 410} {from: '/{x}', redirect: /c}
					shadowed        | {from: '/{x}', when: {path: ['/b', '/{:a}{:^b}']}, respond: 410} {from: '/{x:a?b}', redirect: /c}
					shadowed        | {from: /ab, ignore-case: true, when: {path: [/ab, /AB]}, respond: 410} {from: /ab, ignore-case: true, redirect: /c}
					shadowed        | {from: /a, when: {only-query: none}, respond: 410} {from: /a, redirect: /c}
					shadowed        | {from: /a, when: {only-query: none}, respond: 410} {from: /a, when: {not: {query-string: ''}}, redirect: /c}
					shadowed        | {from: /a, when: {query-string: 'x=*'}, respond: 410} {from: /a, when: {query: {x: '*'}}, redirect: /c}
					shadowed        | {from: '/a/**', when: {not: {path: /a/b, method: PUT}}, respond: 410} {from: /a/c, redirect: /c}
					loop            | {from: '/a/{*r}', when: {path: /a/x}, redirect: '/b/{*r}'} {from: '/b/{*r}', when: {not: {path: /b/x}}, redirect: '/a/{*r}'}
					duplicate       | {from: '/a/**', when: {path: '/a/b*'}, redirect: /b} {from: '/a/**', when: {not: {path: '/a/b*'}}, redirect: /c}
					overlap         | {from: '/a/{x}', when: {not: {path: /a/q}}, redirect: /b} {from: '/{x}/q', redirect: /d}
					example-fails   | {from: /a, when: {only-query: none}, redirect: /b, examples: [{request: '/a?x=1', expect: pass}]}
					shadowed        | {from: /a, redirect: /b} {from: /A, ignore-case: true, redirect: /c}
					shadowed        | {from: /a, redirect: /b} {from: /a, redirect: /c}
					chain           | {from: /a, redirect: 'https://www.example.com/b'} {from: /b, redirect: /c}
					chain           | {from: '/a/{x}', redirect: '/b/{x}'} {from: /b/x/y, redirect: /c}
					dead-end        | {from: /a, redirect: /b} {from: /b, respond: 503}
					duplicate       | {from: /a, redirect: /b} {from: /a, when: {method: GET}, redirect: /c}
					overlap         | {from: '/a/{x}', redirect: /b} {from: '/c/{x}', redirect: /d}
					overlap         | {from: /a/b, pass: true} {from: '/a/{*r}', redirect: '/d/{*r}'}
					expired         | {from: /a, when: {before: '2027-11-01T00:00:00Z'}, redirect: /b}
					body-lost       | {from: /a, when: {method: POST}, redirect: /b, status: 307}
					body-lost       | {from: /a, when: {method: [GET, POST]}, redirect: /b, status: 302}
					cached-for-ever | {from: /a, redirect: /b, status: 301, cache: 1h}
					cached-for-ever | {from: /a, redirect: /b, status: 302}
					downgrade       | {from: 'http://localhost/a', redirect: 'http://www.example.com/a'}
					open-host       | {from: '//{t}.old.example/a', redirect: 'https://www.example.com/{t}'}
					loose-regex     | {from-regex: '/page\\.html', redirect: /p}
					loose-regex     | {from-regex: '/page.*', redirect: /p}
					unused-capture  | {from: '/a/{x}', redirect: '/b/{x}'}
					unused-capture  | {from: '/a/{x}', redirect: /b, query: {set: {q: '{x}'}}}
					example-fails   | {from: /a, redirect: /b, examples: [{request: /a, expect: 307 /b}, {request: /a, expect: 307}]}
					example-fails   | {from: /a, when: {method: POST, cookie: {c: '*'}, client: 10.0.0.0/8}, respond: 410, examples: [{request: /a, expect: 410}]}
					""")
	void isNotFoundWhereItIsNot(String code, String rules) {
		assertThat(finding(code, rules)).as("%s in %s", code, findings(rules)).isNull();
	}

	@Test
	void everyCodeIsFoundHere() throws Exception {
		String here = Files.readString(Path.of("src/test/java/dev/reroute/lint/EachFindingTests.java"));
		for (FindingCode code : FindingCode.values()) {
			assertThat(here.split("\n")).as("%s", code).anyMatch((line) -> line.strip().startsWith(code + " "));
		}
	}

	@Test
	void aChainThatIsTooLongForABrowserIsALoop() {
		StringBuilder rules = new StringBuilder();
		for (int i = 10; i < 35; i++) {
			rules.append("- { from: /%d, redirect: /%d }%n".formatted(i, i + 1));
		}
		assertThat(RuleLinter.lint(RuleText.rules(rules.toString()), NOW).findings())
			.anySatisfy((finding) -> assertThat(finding.message()).contains("more than 20 times"));
	}

	@Test
	void aCircleIsToldForItsFirstRuleWhereverItIsEntered() {
		LintReport report = lint("{from: /start, redirect: /c} {from: /b, redirect: /c} {from: /c, redirect: /b}");
		assertThat(report.findings()).filteredOn((finding) -> finding.code() == FindingCode.LOOP)
			.singleElement()
			.satisfies((finding) -> assertThat(finding.rule().id()).isEqualTo("/b"));
	}

	@Test
	void aWitnessIsConfirmedByExplain() {
		RuleSet rules = RuleText.rules(list("{from: '/a/**', respond: 410} {from: /a/b, redirect: /c}"));
		Finding finding = RuleLinter.lint(rules, NOW).findings().get(0);
		UrlRequest witness = finding.witness();
		assertThat(witness).isNotNull();
		Explanation explanation = rules.explain(witness);
		assertThat(explanation.decision().rule()).isEqualTo(finding.others().get(0));
		assertThat(explanation.attempts()).anyMatch((attempt) -> attempt.rule().equals(finding.rule())
				&& attempt.outcome() == Attempt.Outcome.STANDS_LATER);
		assertThat(explanation.walk().end()).isEqualTo(Walk.End.RESPONDED);
	}

	@Test
	void aQuestionBeyondTheMethodIsCounted() {
		LintReport report = lint("{from-regex: '/\\ba.*', redirect: /b} {from: '/x/{*r}', redirect: '/y/{*r}'}");
		assertThat(report.leftOut()).isPositive();
		assertThat(report.has(Severity.ERROR)).isFalse();
	}

	private static Finding finding(String code, String rules) {
		return findings(rules).stream()
			.filter((finding) -> finding.code().toString().equals(code))
			.findFirst()
			.orElse(null);
	}

	private static List<Finding> findings(String rules) {
		return lint(rules).findings();
	}

	private static LintReport lint(String rules) {
		return RuleLinter.lint(RuleText.rules(list(rules)), NOW);
	}

	/** Rules one behind the other, each in braces, as a list. */
	private static String list(String rules) {
		return "- " + rules.replace("} {from", "}\n- {from");
	}

}
