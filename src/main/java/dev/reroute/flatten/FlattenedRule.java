package dev.reroute.flatten;

import dev.reroute.rule.RedirectStatus;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A rule that leads to the end of its chain now.
 *
 * @param rule the rule as it was
 * @param target where it leads now
 * @param status its status now; {@code null} if that did not change
 * @param cacheControl its {@code Cache-Control} now; {@code null} if that did not change
 * @param hops how many hops there were, at least 2
 */
public record FlattenedRule(Rule rule, String target, @Nullable RedirectStatus status, @Nullable String cacheControl,
		int hops) {

	/**
	 * Its {@code cache} now.
	 * @return for instance {@code 5m}; {@code null} if that did not change
	 */
	public @Nullable String cache() {
		return (this.cacheControl != null) ? Merging.cacheText(this.cacheControl) : null;
	}

}
