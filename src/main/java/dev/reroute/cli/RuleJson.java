package dev.reroute.cli;

import dev.reroute.rule.Origin;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A rule, named in JSON.
 *
 * @param id its name
 * @param file where it stands
 * @param line the line; none if unknown
 * @param column the column; none if unknown
 */
record RuleJson(String id, String file, @Nullable Integer line, @Nullable Integer column) {

	static RuleJson of(Rule rule) {
		Origin origin = rule.origin();
		return new RuleJson(rule.id(), origin.source(), known(origin.line()), known(origin.column()));
	}

	static @Nullable Integer known(int number) {
		return (number > 0) ? number : null;
	}

}
