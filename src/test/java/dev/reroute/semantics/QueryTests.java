package dev.reroute.semantics;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.reroute.test.DecisionAssert.assertThat;
import static dev.reroute.test.RuleText.rules;
import static dev.reroute.test.TestRequest.get;

/**
 * Semantics 4: query.
 */
class QueryTests {

	@ParameterizedTest(name = "{0}, query: {1}, ?{2}")
	@CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", value = {
			// the target, the policy, the request's query, the location
			"/b     | -                                   | a=1                      | /b?a=1",
			"/b     | -                                   | -                        | /b",
			"/b?t=1 | -                                   | a=1&t=2&b=3              | /b?t=1&a=1&b=3",
			"/b?t=1 | -                                   | %74=2&a                  | /b?t=1&a",
			"/b     | -                                   | a=%zz&b=+%2B&&c=         | /b?a=%zz&b=+%2B&&c=",
			"/b     | -                                   | a=é<\">                  | /b?a=%C3%A9%3C%22%3E",
			"/b     | drop                                | a=1                      | /b",
			"/b?t=1 | drop                                | a=1                      | /b?t=1",
			"/b     | { keep: all }                       | a=1&b=2                  | /b?a=1&b=2",
			"/b     | { keep: none }                      | a=1                      | /b",
			"/b     | { keep: [utm_*, gclid] }            | utm_source=x&a=1&gclid=2 | /b?utm_source=x&gclid=2",
			"/b     | { remove: [s, utm_*] }              | s=1&a=2&utm_x=3          | /b?a=2",
			"/b     | { rename: { a: b } }                | a=1&a=%41&c=3            | /b?b=1&b=%41&c=3",
			"/b     | { set: { a: b } }                   | a=1&c=3                  | /b?a=b&c=3",
			"/b?t=1 | { keep: none, set: { s: \"ä =\" } } | a=1                      | /b?t=1&s=%C3%A4%20%3D",
			"/b     | { set: { c: C++, d: R&D, e: \"%41\" } } | -                        | /b?c=C%2B%2B&d=R%26D&e=%41",
			"/b     | { rename: { a: t }, set: { t: 1 } } | a=5&x=1                  | /b?t=1&x=1",
			"/b     | { keep: [a], remove: [a] }          | a=1                      | /b" })
	void theQueryIsWhatThePolicySays(String target, @Nullable String policy, @Nullable String query, String location) {
		String rule = "- { from: /a, redirect: '" + target + "'" + ((policy != null) ? ", query: " + policy : "")
				+ " }";
		assertThat(rules(rule), get((query != null) ? "/a?" + query : "/a")).redirectsTo(location);
	}

}
