package dev.reroute.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.reroute.engine.MalformedPaths;
import dev.reroute.engine.RuleSet;
import dev.reroute.rule.Definitions;
import dev.reroute.rule.Origin;
import dev.reroute.rule.ParsedRules;
import dev.reroute.rule.Problem;
import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleDefinition;
import dev.reroute.rule.RuleParser;
import dev.reroute.rule.RuleSettings;
import dev.reroute.source.file.RuleFiles;
import org.jspecify.annotations.Nullable;

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
	 * @param files files, or wildcards that the shell has left alone
	 * @param settings what holds for all rules
	 * @param progress shows how far the work is
	 * @return what was read
	 */
	static LoadedRules read(List<String> files, RuleSettings settings, ProgressLine progress) {
		List<RuleDefinition> definitions = new ArrayList<>();
		List<Problem> problems = new ArrayList<>();
		Set<String> names = new HashSet<>();
		for (String file : files) {
			progress.begin("Reading " + file, 0);
			Definitions read = read(file);
			definitions.addAll(read.rules());
			problems.addAll(read.problems());
			read.rules().forEach((rule) -> names.add(rule.origin().source()));
			read.problems().forEach((problem) -> names.add(problem.origin().source()));
		}
		progress.begin("Checking", definitions.size());
		ParsedRules parsed = RuleParser.parse(definitions, settings, progress::step);
		problems.addAll(parsed.problems());
		return new LoadedRules(parsed.rules(), problems, Math.max(files.size(), names.size()), settings);
	}

	private static Definitions read(String file) {
		Path path = path(file);
		if (path != null && (Files.exists(path) || !isWildcard(file))) {
			return RuleFiles.of(path).load();
		}
		Definitions read = isWildcard(file) ? new RuleFiles(file).load() : Definitions.of(List.of());
		boolean nothing = read.rules().isEmpty() && read.problems().isEmpty();
		return nothing
				? Definitions
					.failed(Problem.of("missing-file", Origin.of(file), null, "a file with rules that matches", "none"))
				: read;
	}

	private static boolean isWildcard(String file) {
		return file.indexOf('*') >= 0 || file.indexOf('?') >= 0;
	}

	private static @Nullable Path path(String file) {
		try {
			return Path.of(file);
		}
		catch (InvalidPathException ex) {
			return null;
		}
	}

	RuleSet ruleSet() {
		return RuleSet.of(this.rules, MalformedPaths.REJECT, this.settings.reserved());
	}

}
