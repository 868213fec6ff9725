package dev.reroute.rule;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.reroute.pattern.Captures;
import dev.reroute.pattern.SourcePattern;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a rule set: a source, conditions, one action. Immutable and without any
 * state of a request.
 *
 * @param id the name, unique in its rule set
 * @param source what paths it is for
 * @param conditions what else must hold; those that look at headers come last, so that
 * {@code Vary} names no header in vain
 * @param action what it does
 * @param fallback whether it is only for requests that the application answers with 404
 * @param examples tests that travel with it
 * @param origin where its text stands
 */
public record Rule(String id, SourcePattern source, List<Condition> conditions, Action action, boolean fallback,
		List<Example> examples, Origin origin) {

	public Rule {
		conditions = (conditions.size() < 2) ? List.copyOf(conditions)
				: conditions.stream()
					.sorted(Comparator.comparing((condition) -> !condition.headersLookedAt().isEmpty()))
					.toList();
	}

	/**
	 * Begin a rule in code:
	 * {@code Rule.from("/old/{*rest}").rewrite("/new/{*rest}").build()}.
	 * @param source a path or path pattern, possibly behind scheme and host
	 * @return a builder
	 */
	public static RuleBuilder from(String source) {
		return new RuleBuilder().from(source);
	}

	/**
	 * Begin a rule in code with a regular expression.
	 * @param regex RE2 syntax; matches the whole path
	 * @return a builder
	 */
	public static RuleBuilder fromRegex(String regex) {
		return new RuleBuilder().fromRegex(regex);
	}

	/**
	 * Test the conditions in order, until one does not hold.
	 * @param request the request
	 * @param captures where names are bound
	 * @param lookedAt told of each condition that is tested
	 * @return the one that does not hold, or {@code null} if all hold
	 */
	public @Nullable Condition failingCondition(RequestView request, Captures captures, LookedAt lookedAt) {
		for (Condition condition : this.conditions) {
			lookedAt.add(condition);
			if (!condition.test(request, captures)) {
				return condition;
			}
		}
		return null;
	}

	/**
	 * The only hosts that the rule is for, if they can be listed.
	 * @return hosts in their normal form; empty if it is for any host, or if there are
	 * wildcards
	 */
	public Set<String> literalHosts() {
		for (Condition condition : this.conditions) {
			if (condition instanceof Condition.Host host
					&& host.hosts().stream().allMatch((pattern) -> pattern.isLiteral())) {
				Set<String> hosts = new LinkedHashSet<>();
				host.hosts().forEach((pattern) -> hosts.add(pattern.text()));
				return hosts;
			}
		}
		return Set.of();
	}

	@Override
	public String toString() {
		return this.id + " (" + this.origin + ")";
	}

}
