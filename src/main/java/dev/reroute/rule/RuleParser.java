package dev.reroute.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.reroute.pattern.CaptureNames;
import dev.reroute.pattern.SourcePattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks definitions and turns them into rules. All problems of all definitions are
 * reported together.
 */
public final class RuleParser {

	private final RuleSettings settings;

	private final Problems problems = new Problems();

	private final Map<String, Origin> ids = new HashMap<>();

	/** How many rules without a name have a source, so that each is numbered once. */
	private final Map<String, Integer> copies = new HashMap<>();

	private RuleParser(RuleSettings settings) {
		this.settings = settings;
	}

	/**
	 * Parse definitions.
	 * @param definitions the definitions, in the order in which they are to be tested
	 * @param settings what holds for all of them
	 * @return the rules and the problems
	 */
	public static ParsedRules parse(List<RuleDefinition> definitions, RuleSettings settings) {
		return parse(definitions, settings, () -> {
		});
	}

	/**
	 * Parse many definitions.
	 * @param definitions the definitions, in the order in which they are to be tested
	 * @param settings what holds for all of them
	 * @param onRule run for each of them
	 * @return the rules and the problems
	 */
	public static ParsedRules parse(List<RuleDefinition> definitions, RuleSettings settings, Runnable onRule) {
		return new RuleParser(settings).parse(definitions, onRule);
	}

	private ParsedRules parse(List<RuleDefinition> definitions, Runnable onRule) {
		definitions.forEach(this::reserveId);
		List<Rule> rules = new ArrayList<>(definitions.size());
		for (RuleDefinition definition : definitions) {
			onRule.run();
			Rule rule = parse(definition);
			if (rule != null && definition.enabled()) {
				rules.add(rule);
			}
		}
		return new ParsedRules(rules, this.problems.toList());
	}

	/** Names that were given come first: names that are made up give way to them. */
	private void reserveId(RuleDefinition definition) {
		String id = definition.id();
		if (id == null) {
			return;
		}
		if (id.isBlank()) {
			this.problems.add(definition, "bad-id", "id", "a name", Problem.quoted(id));
		}
		Origin first = this.ids.putIfAbsent(id, definition.originOf("id"));
		if (first != null) {
			this.problems.add(Problem.of("duplicate-id", definition.originOf("id"), "id", "a name of its own",
					Problem.quoted(id) + ", which is the rule at " + first));
		}
	}

	private String idOf(RuleDefinition definition, String sourceText) {
		String id = definition.id();
		if (id != null) {
			return id;
		}
		String candidate = sourceText;
		while (this.ids.putIfAbsent(candidate, definition.origin()) != null) {
			candidate = sourceText + "#" + this.copies.merge(sourceText, 2, (count, two) -> count + 1);
		}
		return candidate;
	}

	private @Nullable Rule parse(RuleDefinition definition) {
		List<Condition> conditions = new ArrayList<>();
		SourcePattern source = SourceParser.parse(definition, this.settings.match(), conditions, this.problems);
		conditions.addAll(ConditionParser.parse(definition, this.problems));
		CaptureNames names = (source != null) ? names(definition, source, conditions) : null;
		Action action = new ActionParser(definition, this.settings, this.problems).parse(names);
		List<Example> examples = parseExamples(definition);
		if (source == null || action == null) {
			return null;
		}
		String sourceText = (definition.from() != null) ? definition.from() : source.text();
		return new Rule(idOf(definition, sourceText), source, conditions, action, definition.fallback(), examples,
				definition.origin());
	}

	private List<Example> parseExamples(RuleDefinition definition) {
		if (definition.examples().isEmpty()) {
			return List.of();
		}
		List<Example> examples = new ArrayList<>();
		for (RuleDefinition.Example text : definition.examples()) {
			Example example = this.problems.parse(definition, "examples", () -> Example.parse(text));
			if (example != null) {
				examples.add(example);
			}
		}
		return examples;
	}

	private @Nullable CaptureNames names(RuleDefinition definition, SourcePattern source, List<Condition> conditions) {
		return this.problems.parse(definition, "from", () -> {
			CaptureNames names = CaptureNames.BUILT_IN.and(source.names());
			for (Condition condition : conditions) {
				names = names.and(condition.names());
			}
			return names;
		});
	}

}
