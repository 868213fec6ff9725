package dev.reroute.rule;

import dev.reroute.test.RuleText;
import dev.reroute.test.TestRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A condition can be told in words, and so can what the request has instead.
 */
class ConditionTextTests {

	@ParameterizedTest
	@CsvSource(delimiterString = " | ", textBlock = """
			host: [a.example, "{x}.b.example"]       | host: a.example, {x}.b.example           | shop.example
			method: [post, PUT]                      | method: POST, PUT                        | GET
			scheme: http                             | scheme: http                             | https
			header: { X-A: "b*" }                    | header X-A: b*                           | one, two
			header: { X-B: "b*" }                    | header X-B: b*                           | none
			cookie: { c: [d, e] }                    | cookie c: d, e                           | f
			query: { q: "{id}x" }                    | query q: {id}x                           | 7
			query: { q: "{id:a|b}" }                 | query q: {id:a|b}                        | 7
			path: [/b*, "{:/c/.*}"]                  | path: /b*, {:/c/.*}                      | /a
			query-string: ["", "q={:8.*}"]           | query-string: , q={:8.*}                 | q=7
			only-query: [id, utm_*]                  | only-query: id, utm_*                    | q
			only-query: none                         | only-query: none                         | q
			not: { path: /a, only-query: q }         | not: { path: /a; only-query: q }         | /a
			client: [10.0.0.0/8, "::1"]              | client: 10.0.0.0/8, ::1                  | 192.0.2.1
			after: 2027-01-01T01:00+01:00            | after: 2027-01-01T00:00:00Z              | 2026-11-22T12:00:00Z
			before: 2026-01-01T00:00Z                | before: 2026-01-01T00:00:00Z             | 2026-11-22T12:00:00Z
			not: { method: HEAD, scheme: https }     | not: { scheme: https; method: HEAD }     | https
			""")
	void aConditionIsToldInTheWordsOfTheRuleLanguage(String text, String told, String got) {
		Rule rule = RuleText.rules("- { from: /a, pass: true, when: { " + text + " } }").rules().get(0);
		Condition condition = rule.conditions().get(0);
		assertThat(condition).hasToString(told);
		TestRequest request = TestRequest.get("https://shop.example/a?q=7")
			.header("X-A", "one")
			.header("X-A", "two")
			.cookie("c", "f");
		assertThat(condition.got(request)).isEqualTo(got);
	}

	@ParameterizedTest
	@CsvSource({ "http://a.example:8080/, port: 8080, 443", "https://a.example/, scheme: https, https" })
	void aSourceHasConditionsAsWell(String from, String told, String got) {
		Rule rule = RuleText.rules("- { from: '" + from + "', pass: true }").rules().get(0);
		Condition condition = rule.conditions()
			.stream()
			.filter((one) -> one.toString().equals(told))
			.findFirst()
			.orElseThrow();
		assertThat(condition.got(TestRequest.get("https://a.example/"))).isEqualTo(got);
	}

}
