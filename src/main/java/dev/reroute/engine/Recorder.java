package dev.reroute.engine;

import dev.reroute.pattern.Captures;
import dev.reroute.rule.Condition;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Told of what happens while rules are tried.
 */
interface Recorder {

	/** Records nothing, and the first match ends the walk. */
	Recorder NONE = new Recorder() {
	};

	/**
	 * The source matched, but a condition does not hold.
	 * @param rule the rule
	 * @param captures what was bound until then
	 * @param failed the condition
	 */
	default void failed(Rule rule, Captures captures, Condition failed) {
	}

	/**
	 * Source and conditions match.
	 * @param rule the rule
	 * @param captures what was bound
	 * @param decision the decision; {@code null} if the target refuses what was bound
	 */
	default void matched(Rule rule, Captures captures, @Nullable Decision decision) {
	}

	/**
	 * Whether to try what stands behind the first match, too.
	 * @return whether to go on
	 */
	default boolean goesOn() {
		return false;
	}

}
