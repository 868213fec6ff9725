package dev.reroute.rule;

import java.util.List;

import dev.reroute.engine.RuleSet;
import dev.reroute.pattern.Limits;
import dev.reroute.test.RuleText;
import dev.reroute.test.TestRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.reroute.test.DecisionAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * All problems are reported together, never just the first, each on one line.
 */
class ProblemsTogetherTests {

	@Test
	void allProblemsOfAllRulesAreReported() {
		List<Problem> problems = RuleText.problems("""
				rules:
				- from: /a
				- from: /b
				  redirct: /c
				- from: /{x
				  pass: true
				- from: /d
				  redirect: https://h{x}
				  status: 200
				  cache: soon
				- from: /e
				  id: e
				  rewrite: /f
				  request-headers: {set: {Host: x}}
				  when: {scheme: ftp, client: nobody}
				- from: /g
				  id: e
				  respond: 200
				""");
		assertThat(problems).extracting((problem) -> problem.origin().line() + " " + problem.code())
			.containsExactlyInAnyOrder("4 unknown-key", "2 no-action", "3 no-action", "5 bad-pattern",
					"8 unknown-placeholder", "9 bad-status", "10 bad-duration", "14 forbidden-header", "15 bad-scheme",
					"15 bad-address", "17 duplicate-id", "18 bad-status");
	}

	@Test
	void aSourceAtFaultDoesNotHideTheRestOfItsRule() {
		List<Problem> problems = RuleText.problems("""
				- from: nowhere
				  when: {method: 'G T'}
				  redirect: /b
				  status: 418
				  cache: soon
				""");
		assertThat(problems).extracting(Problem::code)
			.containsExactlyInAnyOrder("bad-pattern", "bad-name", "bad-status", "bad-duration");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "redirct, redirect", "Redirect, redirect", "re-direct, redirect", "rewite, rewrite", "form, from",
			"from_regex, from-regex", "fromRegex, from-regex", "stauts, status", "requestHeaders, request-headers",
			"ignorecase, ignore-case", "fall-back, fallback", "enable, enabled", "notes, note" })
	void anUnknownKeyComesWithWhatWasProbablyMeant(String key, String meant) {
		List<Problem> problems = RuleText.problems("- from: /a\n  pass: true\n  " + key + ": x\n");
		assertThat(problems).extracting(Problem::code).containsExactly("unknown-key");
		assertThat(problems.get(0).toString()).contains("'" + key + "'").endsWith("did you mean '" + meant + "'?");
		assertThat(problems.get(0).origin().line()).isEqualTo(3);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			when: {hots: x}                      | 'when.hots'           | 'host'
			when: {not: {headers: {X: y}}}       | 'when.not.headers'    | 'header'
			query: {removed: a}                  | 'query.removed'       | 'remove'
			examples: [{requests: a, expect: b}] | 'examples.requests'   | 'request'
			""")
	void anUnknownKeyFurtherDownIsNamedInFull(String text, String named, String meant) {
		String key = named.replace("'", "");
		String suggestion = meant.replace("'", "");
		List<Problem> problems = RuleText.problems("- from: /a\n  redirect: /b\n  " + text + "\n");
		assertThat(problems).filteredOn("code", "unknown-key")
			.singleElement()
			.satisfies((problem) -> assertThat(problem.toString()).contains("'" + key + "'")
				.endsWith("did you mean '" + suggestion + "'?"));
	}

	@Test
	void anUnknownKeyThatIsLikeNoneHasNoSuggestion() {
		List<Problem> problems = RuleText.problems("- {from: /a, pass: true, colour: red}");
		assertThat(problems).singleElement()
			.satisfies((problem) -> assertThat(problem.toString()).doesNotContain("did you mean"));
	}

	@Test
	void aSecondRuleOfTheSameIdNamesTheFirst() {
		Problem problem = RuleText.problems("- {from: /a, pass: true, id: x}\n- {from: /b, pass: true, id: x}\n")
			.get(0);
		assertThat(problem.code()).isEqualTo("duplicate-id");
		assertThat(problem.origin().line()).isEqualTo(2);
		assertThat(problem.got()).contains(":1:");
	}

	@Test
	void textOfAFileCannotForgeALineOfTheLog() {
		String hostile = "X\\r\\nERROR forged \\u2028 \\u0085 \\u001b[31m";
		List<Problem> problems = RuleText.problems("""
				- {from: /a, pass: true, "%1$s": 1}
				- {from: /b, pass: true, when: {header: {"%1$s": a}, query: {"%1$s": [{}]}}}
				- {from: "%1$s", pass: "%1$s"}
				- {from: /c, redirect: "%1$s", cache: "%1$s"}
				- {from: /d, rewrite: /e, request-headers: {set: {"%1$s": a}}}
				""".formatted(hostile));
		assertThat(problems).hasSizeGreaterThan(5);
		assertThat(problems).allSatisfy((problem) -> assertThat(problem.toString().chars())
			.noneMatch((c) -> Character.isISOControl(c) || c == 0x2028));
	}

	@Test
	void moreProblemsThanAnybodyReadsAreCounted() {
		List<Problem> problems = RuleText.problems("- {from: /a}\n".repeat(Limits.PROBLEMS + 234));
		assertThat(problems).hasSize(Limits.PROBLEMS + 1);
		assertThat(problems.get(Limits.PROBLEMS).toString()).contains("more-problems", "234 more");
	}

	@Test
	void rulesWithoutANameAreNumbered() {
		String rule = "- {from: /a, pass: true, when: {query: {x: '%d'}}}\n";
		StringBuilder text = new StringBuilder("- {from: /b, pass: true, id: '/a#3'}\n");
		for (int i = 0; i < 5_000; i++) {
			text.append(rule.formatted(i));
		}
		RuleSet rules = RuleText.rules(text.toString());
		assertThat(rules.rules()).extracting(Rule::id).doesNotHaveDuplicates().contains("/a", "/a#2", "/a#4");
		assertThat(rules, TestRequest.get("/a?x=1")).byRule("/a#2");
	}

}
