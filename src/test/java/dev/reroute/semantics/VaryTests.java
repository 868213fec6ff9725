package dev.reroute.semantics;

import dev.reroute.engine.RuleSet;
import org.junit.jupiter.api.Test;

import static dev.reroute.test.DecisionAssert.assertThat;
import static dev.reroute.test.RuleText.rules;
import static dev.reroute.test.TestRequest.get;

/**
 * Semantics 8: Vary.
 */
class VaryTests {

	private final RuleSet rules = rules("""
			- { from: /a, when: { method: POST, header: { X-One: "*" } }, redirect: /post }
			- { from: /a, when: { header: { Accept-Language: "de*" } }, redirect: /de }
			- { from: /a, when: { cookie: { beta: "*" } }, redirect: /beta }
			- { from: /a, when: { scheme: https }, redirect: /rest }
			- { from: /b, when: { not: { header: { X-Internal: "*" } } }, redirect: /c }
			""");

	@Test
	void aHeaderThatDecidedIsNamed() {
		assertThat(this.rules, get("/a").header("Accept-Language", "de")).redirectsTo("/de").varies("Accept-Language");
	}

	@Test
	void soIsOneThatWasLookedAtInVain() {
		assertThat(this.rules, get("https://localhost/a")).redirectsTo("/rest").varies("Accept-Language", "Cookie");
		assertThat(this.rules, get("/a").cookie("beta", "1")).redirectsTo("/beta").varies("Accept-Language", "Cookie");
		assertThat(this.rules, get("/a")).passes().varies("Accept-Language", "Cookie");
	}

	@Test
	void oneThatWasNotLookedAtIsNot() {
		assertThat(this.rules, get("/c")).passes().varies();
	}

	@Test
	void aHeaderThatMustNotBeThereIsNamedToo() {
		assertThat(this.rules, get("/b")).redirectsTo("/c").varies("X-Internal");
		assertThat(this.rules, get("/b").header("X-Internal", "1")).passes().varies("X-Internal");
	}

}
