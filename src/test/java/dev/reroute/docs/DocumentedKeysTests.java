package dev.reroute.docs;

import java.util.Arrays;
import java.util.List;

import dev.reroute.rule.Problem;
import dev.reroute.test.RuleText;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every key of the rule language is in the reference, and the other way round. The reader
 * lists the keys that it knows when it meets one that it does not.
 */
class DocumentedKeysTests {

	@Test
	void keysOfARule() {
		assertThat(documented("key", "value", "meaning"))
			.containsExactlyInAnyOrderElementsOf(known("- { from: /a, pass: true, nonsense: x }"));
	}

	@Test
	void keysOfConditions() {
		assertThat(documented("key below `when`", "value", "holds if"))
			.containsExactlyInAnyOrderElementsOf(known("- { from: /a, pass: true, when: { nonsense: x } }"));
	}

	@Test
	void keysOfTheQuery() {
		assertThat(documented("key below `query`", "value", "meaning"))
			.containsExactlyInAnyOrderElementsOf(known("- { from: /a, redirect: /b, query: { nonsense: x } }"));
	}

	@Test
	void keysOfRequestHeaders() {
		assertThat(known("- { from: /a, rewrite: /b, request-headers: { nonsense: x } }")).containsExactly("set",
				"remove");
		assertThat(Markdown.RULES.text()).contains(
				"`request-headers` has `set` (name: value, placeholders are filled " + "in) and `remove` (names)");
	}

	@Test
	void keysOfExamples() {
		assertThat(known("- { from: /a, pass: true, examples: [{ request: /a, expect: pass, nonsense: x }] }"))
			.containsExactly("request", "expect");
		assertThat(Markdown.RULES.text()).contains("a list of `request` and `expect`");
	}

	private static List<String> documented(String... header) {
		return Markdown.RULES.rows(header).stream().map((row) -> Markdown.code(row.get(0)).get(0)).toList();
	}

	private static List<String> known(String yaml) {
		List<Problem> problems = RuleText.problems(yaml);
		assertThat(problems).extracting(Problem::code).containsExactly("unknown-key");
		return Arrays.asList(problems.get(0).expected().replaceFirst("one of ", "").split(", "));
	}

}
