package dev.reroute.assertions;

import java.util.Arrays;
import java.util.List;

import dev.reroute.engine.MalformedPaths;
import dev.reroute.engine.RuleSet;
import dev.reroute.rule.RuleBuilder;
import dev.reroute.rule.RuleSettings;
import dev.reroute.source.LiveRules;
import dev.reroute.source.RuleSource;
import dev.reroute.source.file.RuleFiles;
import dev.reroute.source.file.YamlRules;

/**
 * Rule sets for tests without an application. Settings of an application are not read:
 * {@link RuleSettings#DEFAULT} holds unless others are given.
 */
public final class Rules {

	private Rules() {
	}

	/**
	 * Read rule files.
	 * @param locations as in {@code reroute.locations}
	 * @return the rules
	 * @throws dev.reroute.source.InvalidRulesException if they have problems
	 */
	public static RuleSet load(String... locations) {
		return load(RuleSettings.DEFAULT, locations);
	}

	/**
	 * Read rule files.
	 * @param settings such as the hosts that are allowed
	 * @param locations as in {@code reroute.locations}
	 * @return the rules
	 * @throws dev.reroute.source.InvalidRulesException if they have problems
	 */
	public static RuleSet load(RuleSettings settings, String... locations) {
		return of(settings,
				Arrays.stream(locations)
					.<RuleSource>map((location) -> new RuleFiles(location, settings, false))
					.toList());
	}

	/**
	 * Read rules from text.
	 * @param yaml the content of a rule file
	 * @return the rules
	 * @throws dev.reroute.source.InvalidRulesException if they have problems
	 */
	public static RuleSet parse(String yaml) {
		return of(RuleSettings.DEFAULT, List.of(new YamlRules("text", yaml)));
	}

	/**
	 * Take rules that are written in code.
	 * @param rules the rules
	 * @return the rules
	 * @throws dev.reroute.source.InvalidRulesException if they have problems
	 */
	public static RuleSet of(RuleBuilder... rules) {
		return of(RuleSettings.DEFAULT, List.of(RuleSource.of(rules)));
	}

	private static RuleSet of(RuleSettings settings, List<RuleSource> sources) {
		try (LiveRules rules = new LiveRules(sources, settings, MalformedPaths.REJECT)) {
			return rules.current();
		}
	}

}
