package dev.reroute.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.reroute.engine.MalformedPaths;
import dev.reroute.engine.RuleSet;
import dev.reroute.pattern.MatchOptions;
import dev.reroute.pattern.RedirectTargets;
import dev.reroute.rule.Definitions;
import dev.reroute.rule.ParsedRules;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RedirectStatus;
import dev.reroute.rule.ReservedPaths;
import dev.reroute.rule.RuleParser;
import dev.reroute.rule.RuleSettings;
import dev.reroute.source.file.RuleFiles;

/**
 * Rule sets and problems from the text of a rule file, read the way a file is read.
 */
public final class RuleText {

	/** As the application is set up, with {@code *.example.com} allowed. */
	public static final RuleSettings SETTINGS = new RuleSettings(RedirectStatus.TEMPORARY_REDIRECT, MatchOptions.STRICT,
			new RedirectTargets(List.of("example.com", "*.example.com")),
			new ReservedPaths(List.of("/actuator", "/error")));

	private RuleText() {
	}

	/**
	 * A rule set of rules that must not have problems.
	 * @param yaml a rule file, or the rules alone: a list
	 * @return the rule set
	 */
	public static RuleSet rules(String yaml) {
		return rules(yaml, SETTINGS);
	}

	public static RuleSet rules(String yaml, RuleSettings settings) {
		ParsedRules parsed = parse("yaml", yaml, settings);
		if (!parsed.problems().isEmpty()) {
			throw new AssertionError("Problems: " + parsed.problems());
		}
		return RuleSet.of(parsed.rules(), MalformedPaths.REJECT, settings.reserved());
	}

	/**
	 * The problems of a rule file.
	 * @param yaml a rule file, or the rules alone
	 * @return all problems, of reading and of checking
	 */
	public static List<Problem> problems(String yaml) {
		return parse("yaml", yaml, SETTINGS).problems();
	}

	public static List<Problem> problems(String yaml, RuleSettings settings) {
		return parse("yaml", yaml, settings).problems();
	}

	public static List<Problem> problemsOfCsv(String csv) {
		return parse("csv", csv, SETTINGS).problems();
	}

	public static List<Problem> problemsOfJson(String json) {
		return parse("json", json, SETTINGS).problems();
	}

	private static ParsedRules parse(String extension, String text, RuleSettings settings) {
		try {
			Path file = Files.createTempFile("rules", "." + extension);
			try {
				Files.writeString(file, text);
				Definitions definitions = new RuleFiles(file.toString()).load();
				ParsedRules parsed = RuleParser.parse(definitions.rules(), settings);
				return definitions.problems().isEmpty() ? parsed : new ParsedRules(List.of(),
						Stream.of(definitions.problems(), parsed.problems()).flatMap(List::stream).toList());
			}
			finally {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
