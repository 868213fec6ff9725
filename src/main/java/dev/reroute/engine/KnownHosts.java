package dev.reroute.engine;

import java.util.ArrayList;
import java.util.HashSet;
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
final class KnownHosts {

	private final Set<String> literals = new HashSet<>();

	private final List<TextPattern> patterns = new ArrayList<>();

	KnownHosts(List<Rule> rules) {
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

	boolean contains(String host) {
		return this.literals.contains(host)
				|| this.patterns.stream().anyMatch((pattern) -> pattern.matches(host, new Captures()));
	}

}
