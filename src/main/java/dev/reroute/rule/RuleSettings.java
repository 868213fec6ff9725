package dev.reroute.rule;

import java.util.List;

import dev.reroute.pattern.MatchOptions;
import dev.reroute.pattern.RedirectTargets;

/**
 * What holds for all rules unless one says otherwise.
 *
 * @param defaultStatus the status of a redirect that has none
 * @param match how strictly sources match
 * @param allowed where a placeholder in a host may lead
 * @param reserved paths that rules leave alone
 */
public record RuleSettings(RedirectStatus defaultStatus, MatchOptions match, RedirectTargets allowed,
		ReservedPaths reserved) {

	/** 307, strict matching, no foreign hosts, nothing reserved. */
	public static final RuleSettings DEFAULT = new RuleSettings(RedirectStatus.TEMPORARY_REDIRECT, MatchOptions.STRICT,
			new RedirectTargets(List.of()), ReservedPaths.NONE);

}
