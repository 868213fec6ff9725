package dev.reroute.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.reroute.engine.MalformedPaths;
import dev.reroute.engine.RuleSet;
import dev.reroute.rule.Definitions;
import dev.reroute.rule.ParsedRules;
import dev.reroute.rule.Problem;
import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleDefinition;
import dev.reroute.rule.RuleParser;
import dev.reroute.rule.RuleSettings;
import dev.reroute.source.file.RuleFiles;

/**
 * The rules of some files, read and checked as the application does at start.
 *
 * @param rules the rules without problems
 * @param problems the problems; with any of them the rules are of no use
 * @param files how many files were read
 * @param settings what holds for all rules
 */
record LoadedRules(List<Rule> rules, List<Problem> problems, int files, RuleSettings settings) {

	/**
	 * Read files.
	 * @param files the files, in the order in which their rules are tested
	 * @param settings what holds for all rules
	 * @param progress shows how far the work is
	 * @return what was read
	 */
	static LoadedRules read(List<Path> files, RuleSettings settings, ProgressLine progress) {
		List<RuleDefinition> definitions = new ArrayList<>();
		List<Problem> problems = new ArrayList<>();
		for (Path file : files) {
			progress.begin("Reading " + file, 0);
			Definitions read = RuleFiles.of(file, settings).load();
			definitions.addAll(read.rules());
			problems.addAll(read.problems());
		}
		progress.begin("Checking", definitions.size());
		ParsedRules parsed = RuleParser.parse(definitions, settings, progress::step);
		problems.addAll(parsed.problems());
		return new LoadedRules(parsed.rules(), problems, files.size(), settings);
	}

	RuleSet ruleSet() {
		return RuleSet.of(this.rules, MalformedPaths.REJECT, this.settings.reserved());
	}

}
