package dev.reroute.flatten;

import dev.reroute.rule.Rule;

/**
 * A rule at the head of a chain that stays, or the rest of which stays.
 *
 * @param rule the rule
 * @param reason why
 * @param at the target at which the chain could not be followed further
 * @param next the rule that stands there; the rule itself where the fault is its own
 */
public record LeftRule(Rule rule, LeftReason reason, String at, Rule next) {

	/** One line: {@code rules.yaml:3: left: temporary: ...}. */
	@Override
	public String toString() {
		String line = this.rule.origin() + ": left: " + this.reason + ": '" + this.rule.id() + "' leads to '" + this.at
				+ "': " + this.reason.sentence();
		return this.next.equals(this.rule) ? line : line + " ('" + this.next.id() + "', " + this.next.origin() + ")";
	}

}
