package dev.reroute.source;

import java.util.Arrays;
import java.util.List;

import dev.reroute.rule.Definitions;
import dev.reroute.rule.RuleBuilder;
import dev.reroute.rule.RuleDefinition;

/**
 * Gives rules. A bean of this type takes part behind the configuration and the files, in
 * the order of {@link org.springframework.core.annotation.Order @Order}:
 *
 * <pre class="code">
 * &#64;Bean
 * RuleSource moved() {
 *     return RuleSource.of(Rule.from("/old/{*rest}").rewrite("/new/{*rest}"));
 * }
 * </pre>
 */
@FunctionalInterface
public interface RuleSource {

	/**
	 * Read the rules. Called at start and on each reload; what it throws is a problem.
	 * @return the rules, and what could not be read
	 */
	Definitions load();

	/**
	 * What to call this source.
	 * @return a name that a person can find
	 */
	default String name() {
		return getClass().getName();
	}

	/**
	 * A source of rules that never change.
	 * @param rules the rules
	 * @return the source
	 */
	static RuleSource of(RuleBuilder... rules) {
		List<RuleDefinition> definitions = Arrays.stream(rules).map(RuleBuilder::build).toList();
		return () -> Definitions.of(definitions);
	}

}
