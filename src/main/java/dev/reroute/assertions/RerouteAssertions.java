package dev.reroute.assertions;

import dev.reroute.engine.RuleSet;
import dev.reroute.source.LiveRules;

/**
 * Assertions on what rules do:
 *
 * <pre class="code">
 * assertThat(rules).on("/old/x").redirectsTo("/new/x", 301).byRule("old");
 * assertThat(rules).on("POST", "https://shop.example.com/x").withHeader("X-Beta", "1").rewritesTo("/new/x?y=1");
 * assertThat(rules).on("/press/2009/tea").respondsWith(410);
 * assertThat(rules).on("/sale").at(Instant.parse("2026-11-28T00:00:00Z")).endsAt("https://www.example.com/");
 * </pre>
 *
 * Nothing is sent, and no server is needed. One that fails tells the rule that decided,
 * its file and line, and what came close.
 */
public final class RerouteAssertions {

	private RerouteAssertions() {
	}

	/**
	 * Begin an assertion on a rule set, such as one of {@link Rules}.
	 * @param rules the rules
	 * @return the assertion
	 */
	public static RulesAssert assertThat(RuleSet rules) {
		return new RulesAssert(rules);
	}

	/**
	 * Begin an assertion on the rules that are live now.
	 * @param rules the live rules, a bean of the application
	 * @return the assertion
	 */
	public static RulesAssert assertThat(LiveRules rules) {
		return new RulesAssert(rules.current());
	}

}
