package dev.reroute.lint;

import java.util.List;

import dev.reroute.pattern.Captures;
import dev.reroute.pattern.TargetTemplate;
import dev.reroute.rule.Action;
import dev.reroute.rule.Condition;
import dev.reroute.rule.Rule;

/**
 * Whether a rule takes whatever matches its source and comes to another rule.
 */
final class Takes {

	private Takes() {
	}

	/**
	 * Whether an earlier rule leaves nothing that it matches to a later one, where host,
	 * scheme and method are given.
	 * @param earlier the earlier rule
	 * @param later the later rule
	 * @param host the host that is asked
	 * @param languages the languages of sources
	 * @return whether all its other conditions hold wherever those of the later one do,
	 * and its target refuses no value
	 * @throws BeyondMethodException if that cannot be told
	 */
	static boolean all(Rule earlier, Rule later, String host, RuleLanguages languages) throws BeyondMethodException {
		List<Condition> others = PathConditions.others(later.conditions());
		for (Condition condition : PathConditions.others(earlier.conditions())) {
			boolean given = condition instanceof Condition.Scheme || condition instanceof Condition.Method
					|| (condition instanceof Condition.Host hosts && takesHost(hosts, later, host));
			if (!given && !others.contains(condition)) {
				return false;
			}
		}
		// of a path that ignores case, only some spellings are tried
		boolean allTried = !later.source().options().ignoreCase() || later.source().literalPaths().isEmpty();
		return (allTried || earlier.source().options().ignoreCase()) && takesPaths(earlier, later, allTried, languages)
				&& languages.refusesNothing(earlier);
	}

	/** What an earlier rule asks of the path is heeded where its paths are ruled out. */
	private static boolean takesPaths(Rule earlier, Rule later, boolean allTried, RuleLanguages languages)
			throws BeyondMethodException {
		List<Condition> onPath = PathConditions.of(earlier.conditions());
		if (PathConditions.of(later.conditions()).containsAll(onPath)) {
			return true;
		}
		if (!later.source().literalPaths().isEmpty()) {
			return allTried;
		}
		languages.of(earlier);
		return languages.knowsConditions(earlier);
	}

	/** One host stands for others where a wildcard of the later rule has let it in. */
	private static boolean takesHost(Condition.Host earlier, Rule later, String host) {
		if (later.literalHosts().contains(host)) {
			return true;
		}
		for (Condition condition : later.conditions()) {
			if (condition instanceof Condition.Host hosts) {
				return hosts.hosts()
					.stream()
					.filter((pattern) -> pattern.matches(host, new Captures()))
					.allMatch((pattern) -> pattern.isLiteral() || earlier.hosts().contains(pattern));
			}
		}
		return false;
	}

	/**
	 * Whether no value can keep a rule from acting. Values that form a dot segment do,
	 * and those that lead to a host that is not allowed.
	 * @param rule the rule
	 * @param source its source
	 * @return whether its target can always be filled
	 * @throws BeyondMethodException if that cannot be told
	 */
	static boolean refusesNothing(Rule rule, SourceLanguage source) throws BeyondMethodException {
		if (rule.action() instanceof Action.Redirect redirect) {
			TargetTemplate target = redirect.target();
			return !target.isHostFilled() && Preimage.of(source, target.pathPieces(), Languages.DOT_SEGMENTS).isEmpty();
		}
		// a rewrite may not lead to reserved paths, either
		return !(rule.action() instanceof Action.Rewrite rewrite) || rewrite.target().names().isEmpty();
	}

}
