package dev.reroute.semantics;

import dev.reroute.engine.Decision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.reroute.test.DecisionAssert.assertThat;
import static dev.reroute.test.RuleText.rules;
import static dev.reroute.test.TestRequest.get;

/**
 * Semantics 7: no self-redirect. That it is counted, and logged once, is shown where it
 * happens, in the servlet tests.
 */
class NoSelfRedirectTests {

	@ParameterizedTest
	@CsvSource({ "/a, /a", "/a, /%61", "/a, //a", "/a, /a?x=1", "/a?x=%27, /a?x='", "/a?x=1, /a?%78=%31", "/a#top, /a",
			"http://example.com/a, http://example.com/a", "http://example.com/a, http://example.com:80/a",
			"http://EXAMPLE.com:80/a, http://example.com/a", "'{scheme}://{host}{path}', https://example.com/a" })
	void aRedirectToTheUrlThatWasAskedForIsNotSent(String target, String url) {
		assertThat(rules("- { from: '/**', redirect: '" + target + "' }"), get(url))
			.passes(Decision.Pass.Reason.SELF_REDIRECT);
	}

	@ParameterizedTest
	@CsvSource({ "/a, /A", "/a, /a/", "/a?y=1, /a?x=1", "http://example.com/a, https://example.com/a",
			"http://example.com/a, http://www.example.com/a", "http://example.com/a, http://example.com:8080/a" })
	void anotherUrlIsAnotherUrl(String target, String url) {
		assertThat(rules("- { from: '/**', redirect: '" + target + "', query: drop }"), get(url))
			.isInstanceOf(Decision.Redirect.class);
	}

}
