package dev.reroute.engine;

import java.util.Map;

import dev.reroute.rule.Condition;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A rule whose source matched a request, and what came of it.
 *
 * @param rule the rule
 * @param outcome what came of it
 * @param captures what was bound, for people
 * @param failed the condition that does not hold; {@code null} unless that is the outcome
 */
public record Attempt(Rule rule, Outcome outcome, Map<String, String> captures, @Nullable Condition failed) {

	/** What came of an attempt. */
	public enum Outcome {

		/** It decided. */
		DECIDED,

		/** One of its conditions does not hold. */
		CONDITION_FAILED,

		/** What was captured would lead where its target may not. */
		TARGET_REFUSED,

		/** It matches as well, but another one stands before it. */
		STANDS_LATER

	}

}
