package dev.reroute.engine;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.reroute.pattern.Captures;
import dev.reroute.pattern.TextPattern;
import dev.reroute.rule.Condition;
import dev.reroute.rule.Rule;

/**
 * The hosts that a rule set names in its sources and conditions: a redirect to one of
 * these comes back to it.
 */
public final class KnownHosts {

	private final Set<String> literals = new HashSet<>();

	private final Set<TextPattern> patterns = new LinkedHashSet<>();

	/**
	 * Gather the hosts.
	 * @param rules the rules
	 */
	public KnownHosts(List<Rule> rules) {
		for (Rule rule : rules) {
			for (Condition condition : rule.conditions()) {
				if (condition instanceof Condition.Host host) {
					host.hosts().forEach(this::add);
				}
			}
		}
	}

	private void add(TextPattern host) {
		if (host.isLiteral()) {
			this.literals.add(host.text());
		}
		else {
			this.patterns.add(host);
		}
	}

	/**
	 * Whether the rules name a host.
	 * @param host the host, in its normal form
	 * @return whether a source or a condition has it
	 */
	public boolean contains(String host) {
		return this.literals.contains(host)
				|| this.patterns.stream().anyMatch((pattern) -> pattern.matches(host, new Captures()));
	}

}
