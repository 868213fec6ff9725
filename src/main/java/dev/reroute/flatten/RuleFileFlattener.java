package dev.reroute.flatten;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.reroute.rule.Definitions;
import dev.reroute.rule.Origin;
import dev.reroute.rule.ParsedRules;
import dev.reroute.rule.Problem;
import dev.reroute.rule.Problems;
import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleDefinition;
import dev.reroute.rule.RuleParser;
import dev.reroute.rule.RuleSettings;
import dev.reroute.source.file.RuleFiles;

/**
 * Flattens the chains of a rule file: what leads from A to B and from there to C leads
 * from A to C at once. Nothing is written; the new text is returned.
 * <p>
 * For each request the end stays the same, with its query and fragment. A rule is left as
 * it is where that is not sure, and the summary says why. The file is taken to be all
 * there is: rules of other files that stand in front of it are not known.
 */
public final class RuleFileFlattener {

	private static final Set<String> FORMATS = Set.of("yaml", "yml", "json", "csv");

	private RuleFileFlattener() {
	}

	/**
	 * Flatten a rule file.
	 * @param file a YAML, JSON or CSV file
	 * @param settings what holds for all rules
	 * @param hops which hops to merge
	 * @return the new text and what was done, or the problems of the file
	 */
	public static FlattenedFile flatten(Path file, RuleSettings settings, Hops hops) {
		String name = file.toString();
		if (Files.notExists(file)) {
			return FlattenedFile.failed(List.of(problem("missing-file", name, "no such file")));
		}
		String format = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		if (!FORMATS.contains(format)) {
			return FlattenedFile.failed(List.of(new Problem("unknown-format", Origin.of(name), null,
					"a file that ends in '.yaml', '.yml', '.json' or '.csv'", Problem.quoted(name),
					"of another system's file 'convert' makes one")));
		}
		Definitions definitions = RuleFiles.of(file, settings).load();
		ParsedRules parsed = RuleParser.parse(definitions.rules(), settings);
		Problems problems = new Problems();
		problems.addAll(definitions.problems());
		problems.addAll(parsed.problems());
		if (!problems.isEmpty()) {
			return FlattenedFile.failed(explained(problems.toList()));
		}
		try {
			String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
			RuleEditor editor = RuleEditor.of(format, text);
			if (editor.size() == definitions.rules().size()) {
				return flatten(editor, definitions.rules(), parsed.rules(), settings, hops);
			}
		}
		catch (IOException ex) {
			return FlattenedFile.failed(List.of(problem("unreadable-file", name, String.valueOf(ex.getMessage()))));
		}
		return FlattenedFile.failed(List.of(problem("unreadable-file", name, "one that changes while it is read")));
	}

	private static Problem problem(String code, String name, String got) {
		return Problem.of(code, Origin.of(name), null, "a file that can be read", got);
	}

	/** The configuration of an application looks much like a rule file. */
	private static List<Problem> explained(List<Problem> problems) {
		for (Problem problem : problems) {
			if (problem.code().equals("unknown-key") && problem.got().equals("'reroute'")) {
				return List.of(new Problem("no-rules", problem.origin(), null,
						"a rule file: a list of rules, alone or under 'rules'",
						"the configuration of an application, with 'reroute'",
						"put the rules into a file of their own, and name it in reroute.locations"));
			}
		}
		return problems;
	}

	private static FlattenedFile flatten(RuleEditor editor, List<RuleDefinition> definitions, List<Rule> rules,
			RuleSettings settings, Hops hops) {
		IdentityHashMap<Rule, Integer> positions = positions(definitions, rules);
		FlattenSummary summary = RuleFlattener.flatten(rules, settings, hops, (change) -> {
			int position = positions.getOrDefault(change.rule(), -1);
			if (!definitions.get(position).examples().isEmpty()) {
				return LeftReason.EXAMPLES;
			}
			return editor.canChange(position, change) ? null : LeftReason.TEXT;
		});
		summary.flattened().forEach((change) -> editor.change(positions.getOrDefault(change.rule(), -1), change));
		return new FlattenedFile(editor.text(), summary, List.of());
	}

	/** Rules that are not enabled are in the text, but not among the rules. */
	private static IdentityHashMap<Rule, Integer> positions(List<RuleDefinition> definitions, List<Rule> rules) {
		IdentityHashMap<Rule, Integer> positions = new IdentityHashMap<>();
		int rule = 0;
		for (int i = 0; i < definitions.size(); i++) {
			if (definitions.get(i).enabled()) {
				positions.put(rules.get(rule++), i);
			}
		}
		return positions;
	}

}
