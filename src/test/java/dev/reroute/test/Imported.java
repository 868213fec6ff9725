package dev.reroute.test;

import java.util.List;

import dev.reroute.engine.MalformedPaths;
import dev.reroute.engine.RuleSet;
import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.ImportResult;
import dev.reroute.rule.ParsedRules;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleParser;

/**
 * Rule sets and problems from the text of a foreign format.
 */
public final class Imported {

	private Imported() {
	}

	public static ImportResult result(ImportFormat format, String text) {
		ImportResult result = format.read(text, "in", RuleText.SETTINGS);
		int unrelated = result.unrelated().values().stream().mapToInt(Integer::intValue).sum();
		if (result.directives() != result.translated() + result.refused() + unrelated) {
			throw new AssertionError("Directives are lost: " + result);
		}
		return result;
	}

	/**
	 * The rule set of a text all of which can be translated.
	 * @param format its format
	 * @param text the text
	 * @return the rule set
	 */
	public static RuleSet rules(ImportFormat format, String text) {
		ImportResult result = result(format, text);
		ParsedRules parsed = RuleParser.parse(result.rules(), RuleText.SETTINGS);
		if (!result.problems().isEmpty() || !parsed.problems().isEmpty()) {
			throw new AssertionError("Problems: " + result.problems() + parsed.problems());
		}
		return RuleSet.of(parsed.rules(), MalformedPaths.REJECT, RuleText.SETTINGS.reserved());
	}

	public static List<String> problems(ImportFormat format, String text) {
		return result(format, text).problems().stream().map(Problem::toString).toList();
	}

}
