package dev.reroute.semantics;

import java.util.List;

import dev.reroute.engine.RuleSet;
import dev.reroute.pattern.MatchOptions;
import dev.reroute.pattern.RedirectTargets;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RedirectStatus;
import dev.reroute.rule.ReservedPaths;
import dev.reroute.rule.RuleSettings;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.reroute.test.DecisionAssert.assertThat;
import static dev.reroute.test.RuleText.problems;
import static dev.reroute.test.RuleText.rules;
import static dev.reroute.test.TestRequest.get;

/**
 * Semantics 5: status.
 */
class StatusTests {

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void eachOfTheFiveIsAccepted(int status) {
		assertThat(rules("- { from: /a, redirect: /b, status: " + status + " }"), get("/a")).redirectsTo("/b", status);
	}

	@ParameterizedTest
	@ValueSource(strings = { "200", "300", "304", "305", "306", "309", "404", "-1", "0", "abc", "307.0" })
	void nothingElseIs(String status) {
		Assertions.assertThat(problems("- { from: /a, redirect: /b, status: " + status + " }"))
			.extracting(Problem::key)
			.containsExactly("status");
	}

	@Test
	void withoutOneItIsTheDefaultWhichIs307() {
		String rule = "- { from: /a, redirect: /b }";
		assertThat(rules(rule), get("/a")).redirectsTo("/b", 307);
		RuleSettings settings = new RuleSettings(RedirectStatus.SEE_OTHER, MatchOptions.STRICT,
				new RedirectTargets(List.of()), ReservedPaths.NONE);
		assertThat(rules(rule, settings), get("/a")).redirectsTo("/b", 303);
	}

	@Test
	void cacheBecomesMaxAge() {
		assertThat(rules("- { from: /a, redirect: /b, status: 301, cache: 1h }"), get("/a"))
			.hasCacheControl("max-age=3600");
		assertThat(rules("- { from: /a, redirect: /b, cache: no-store }"), get("/a")).hasCacheControl("no-store");
		assertThat(rules("- { from: /a, redirect: /b }"), get("/a")).hasCacheControl(null);
	}

	@Test
	void aRedirectThatDependsOnWhoAsksOrWhenIsNotStored() {
		assertThat(rules("- { from: /a, when: { client: 192.0.2.0/24 }, redirect: /b }"), get("/a"))
			.hasCacheControl("no-store");
		assertThat(rules("- { from: /a, when: { after: 2020-01-01T00:00:00Z }, redirect: /b, cache: 5m }"), get("/a"))
			.hasCacheControl("max-age=300");
	}

	@Test
	void soIsOneThatWasReachedBecauseSuchARuleAboveDidNotMatch() {
		RuleSet rules = rules("""
				- { from: /a, when: { after: 2030-01-01T00:00:00Z }, redirect: /later }
				- { from: /a, redirect: /now, status: 301 }
				- { from: /b, redirect: /c, status: 301 }
				""");
		assertThat(rules, get("/a")).redirectsTo("/now", 301).hasCacheControl("no-store");
		assertThat(rules, get("/b")).redirectsTo("/c", 301).hasCacheControl(null);
	}

	@Test
	void respondAnswersWithAStatus() {
		assertThat(rules("- { from: '/press/2009/**', respond: 410 }"), get("/press/2009/x")).responds(410);
	}

}
