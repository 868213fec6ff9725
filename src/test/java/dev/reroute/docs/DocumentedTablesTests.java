package dev.reroute.docs;

import java.util.List;

import dev.reroute.engine.Decision;
import dev.reroute.engine.RuleSet;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RedirectStatus;
import dev.reroute.test.RuleText;
import dev.reroute.test.TestRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.reroute.test.DecisionAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every table of the reference that shows what rules do says what they do.
 */
class DocumentedTablesTests {

	static List<List<String>> sources() {
		return Markdown.RULES.rows("source", "matches", "does not match");
	}

	static List<List<String>> targets() {
		return Markdown.RULES.rows("`from`", "`redirect`", "request", "`Location`");
	}

	static List<List<String>> queries() {
		return Markdown.RULES.rows("`redirect`", "`query`", "asked with", "becomes");
	}

	static List<List<String>> texts() {
		return Markdown.RULES.rows("text", "matches", "does not match");
	}

	@Test
	void tablesAreThere() {
		assertThat(texts()).hasSizeGreaterThan(6);
		assertThat(sources()).hasSizeGreaterThan(8);
		assertThat(targets()).hasSizeGreaterThan(8);
		assertThat(queries()).hasSizeGreaterThan(6);
	}

	@ParameterizedTest
	@MethodSource("sources")
	void sourceMatchesAsDocumented(List<String> row) {
		RuleSet rules = RuleText.rules("- { " + source(row.get(0)) + ", pass: true }");
		assertThat(Markdown.code(row.get(1))).isNotEmpty()
			.allSatisfy((path) -> assertThat(rules, TestRequest.get(path)).passes(Decision.Pass.Reason.PASS_RULE));
		assertThat(Markdown.code(row.get(2))).isNotEmpty()
			.allSatisfy((path) -> assertThat(rules, TestRequest.get(path)).passes(Decision.Pass.Reason.NO_RULE));
	}

	@ParameterizedTest
	@MethodSource("texts")
	void textOfAConditionMatchesAsDocumented(List<String> row) {
		RuleSet rules = RuleText
			.rules("- { from: /a, when: { header: { X: '" + code(row.get(0)) + "' } }, pass: true }");
		assertThat(Markdown.code(row.get(1)))
			.allSatisfy((value) -> assertThat(rules, TestRequest.get("/a").header("X", value))
				.passes(Decision.Pass.Reason.PASS_RULE));
		assertThat((row.size() < 3) ? List.<String>of() : Markdown.code(row.get(2)))
			.allSatisfy((value) -> assertThat(rules, TestRequest.get("/a").header("X", value))
				.passes(Decision.Pass.Reason.NO_RULE));
	}

	@ParameterizedTest
	@MethodSource("targets")
	void targetIsFilledAsDocumented(List<String> row) {
		RuleSet rules = RuleText.rules("- { " + source(row.get(0)) + ", redirect: '" + code(row.get(1)) + "' }");
		assertThat(rules, TestRequest.get(code(row.get(2)))).redirectsTo(code(row.get(3)));
	}

	@ParameterizedTest
	@MethodSource("queries")
	void queryBecomesAsDocumented(List<String> row) {
		String policy = row.get(1).isEmpty() ? "" : ", query: " + code(row.get(1));
		RuleSet rules = RuleText.rules("- { from: /a, redirect: '" + code(row.get(0)) + "'" + policy + " }");
		String query = (row.size() < 4 || row.get(3).isEmpty()) ? "" : "?" + code(row.get(3));
		assertThat(rules, TestRequest.get("/a?" + code(row.get(2)))).redirectsTo("/b" + query);
	}

	@Test
	void statusesAreTheFive() {
		List<List<String>> rows = Markdown.README.rows("status", "keeps method and body", "cached", "take it when");
		assertThat(rows).extracting((row) -> row.get(0))
			.containsExactlyElementsOf(List.of(RedirectStatus.CODES.split(", ")));
		assertThat(rows).allSatisfy((row) -> {
			RedirectStatus status = RedirectStatus.of(Integer.parseInt(row.get(0))).orElseThrow();
			assertThat(row.get(2).startsWith("for ever")).isEqualTo(status.isPermanent());
			assertThat(row.get(1).equals("yes")).isEqualTo(status.code() >= 307);
		});
	}

	@Test
	void headersThatCannotBeSetAreThoseThatAreListed() {
		String text = Markdown.RULES.text();
		String listed = text.substring(text.indexOf("cannot be set or removed:"), text.indexOf("- A rewrite leads"));
		assertThat(Markdown.code(listed)).hasSize(22).allSatisfy((header) -> {
			String name = header.endsWith("-") ? header + "Any" : header;
			assertThat(RuleText.problems("- { from: /a, rewrite: /b, request-headers: { remove: " + name + " } }"))
				.extracting(Problem::code)
				.containsExactly("forbidden-header");
		});
	}

	private static String source(String cell) {
		String source = code(cell);
		return source.startsWith("regex ") ? "from-regex: '" + source.substring(6) + "'" : "from: '" + source + "'";
	}

	private static String code(String cell) {
		return Markdown.code(cell).get(0);
	}

}
