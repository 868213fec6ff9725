package dev.reroute.importer;

import dev.reroute.engine.MalformedPaths;
import dev.reroute.engine.RuleSet;
import dev.reroute.rule.ParsedRules;
import dev.reroute.rule.ReservedPaths;
import dev.reroute.rule.RuleParser;
import dev.reroute.rule.RuleSettings;

/**
 * Rule sets from the text of another system.
 */
public final class ImportedRules {

	private ImportedRules() {
	}

	/**
	 * A rule set of a text that must be understood as a whole.
	 * @param format its format
	 * @param text the text
	 * @return the rule set
	 */
	public static RuleSet of(ImportFormat format, String text) {
		return of(format, "text", text);
	}

	public static RuleSet of(ImportFormat format, String name, String text) {
		ImportResult result = format.read(text, name, RuleSettings.DEFAULT);
		if (!result.problems().isEmpty()) {
			throw new AssertionError("Problems: " + result.problems());
		}
		return of(result);
	}

	public static RuleSet of(ImportResult result) {
		ParsedRules parsed = RuleParser.parse(result.rules(), RuleSettings.DEFAULT);
		if (!parsed.problems().isEmpty()) {
			throw new AssertionError("Problems: " + parsed.problems());
		}
		return RuleSet.of(parsed.rules(), MalformedPaths.REJECT, ReservedPaths.NONE);
	}

}
