package dev.reroute.importer;

import dev.reroute.engine.Decision;
import dev.reroute.engine.MalformedPaths;
import dev.reroute.engine.RuleSet;
import dev.reroute.rule.ParsedRules;
import dev.reroute.rule.RequestView;
import dev.reroute.rule.RuleParser;
import dev.reroute.test.RuleText;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Foreign texts as tests read them.
 */
public final class Imported {

	private Imported() {
	}

	public static ImportResult read(ImportFormat format, String name, String text) {
		ImportResult result = format.read(text, name, RuleText.SETTINGS);
		int unrelated = result.unrelated().values().stream().mapToInt(Integer::intValue).sum();
		assertThat(result.directives()).isEqualTo(result.translated() + result.refused() + unrelated);
		return result;
	}

	/**
	 * The rules of a text that has no problems.
	 */
	public static RuleSet rules(ImportFormat format, String name, String text) {
		ImportResult result = read(format, name, text);
		assertThat(result.problems()).isEmpty();
		return rules(result);
	}

	public static RuleSet rules(ImportResult result) {
		ParsedRules parsed = RuleParser.parse(result.rules(), RuleText.SETTINGS);
		assertThat(parsed.problems()).isEmpty();
		return RuleSet.of(parsed.rules(), MalformedPaths.REJECT, RuleText.SETTINGS.reserved());
	}

	/**
	 * What rules answer, in a few words: {@code 301 /b}, {@code rewrite /b},
	 * {@code pass}, {@code 404: 301 /b} for a fallback, and {@code -} for nothing.
	 */
	public static String answer(RuleSet rules, RequestView request) {
		Decision decision = rules.decide(request);
		if (!decision.concernsNoRule()) {
			return words(decision);
		}
		Decision fallback = rules.decideFallback(request);
		return fallback.concernsNoRule() ? "-" : "404: " + words(fallback);
	}

	private static String words(Decision decision) {
		if (decision instanceof Decision.Redirect redirect) {
			return redirect.status() + " " + redirect.target().location("");
		}
		if (decision instanceof Decision.Rewrite rewrite) {
			return "rewrite " + rewrite.target().location("");
		}
		return (decision instanceof Decision.Pass) ? "pass" : decision.toString();
	}

}
