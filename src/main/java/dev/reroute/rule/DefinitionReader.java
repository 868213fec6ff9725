package dev.reroute.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads rule definitions from structured text. Every key of the rule language stands here
 * once.
 */
public final class DefinitionReader {

	private static final Set<String> RULE_KEYS = keys("from", "from-regex", "when", "redirect", "rewrite", "respond",
			"pass", "status", "cache", "request-headers", "query", "fallback", "ignore-case", "ignore-trailing-slash",
			"id", "note", "enabled", "examples");

	private static final Set<String> WHEN_KEYS = keys("host", "method", "scheme", "header", "cookie", "path", "query",
			"query-string", "only-query", "client", "after", "before", "not");

	private static final Set<String> QUERY_KEYS = keys("keep", "remove", "rename", "set");

	private static final Set<String> HEADER_KEYS = keys("set", "remove");

	private static final Set<String> EXAMPLE_KEYS = keys("request", "expect");

	private final Problems problems = new Problems();

	private final List<RuleDefinition> definitions = new ArrayList<>();

	private static Set<String> keys(String... keys) {
		return new LinkedHashSet<>(List.of(keys));
	}

	/**
	 * Read a document: a list of rules, or a mapping with such a list under
	 * {@code rules}.
	 * @param root the document
	 * @return the rules and the problems
	 */
	public static Definitions read(TextNode root) {
		DefinitionReader reader = new DefinitionReader();
		reader.addDocument(root);
		return reader.definitions();
	}

	private void addDocument(TextNode root) {
		TextNode rules = root;
		if (root instanceof TextNode.Mapping mapping) {
			new MappingReader(mapping, "", this::add, new HashMap<>()).requireKnown(Set.of("rules"));
			rules = mapping.entries().get("rules");
		}
		if (rules instanceof TextNode.Listing listing) {
			listing.items().forEach(this::add);
		}
		else {
			TextNode got = (rules != null) ? rules : root;
			add(Problem.of("no-rules", got.origin(), null, "a list of rules under 'rules'",
					(rules != null) ? MappingReader.shape(rules) : "no 'rules'"));
		}
	}

	/**
	 * Read one rule.
	 * @param rule the rule
	 */
	public void add(TextNode rule) {
		if (rule instanceof TextNode.Mapping mapping) {
			this.definitions.add(readRule(mapping));
		}
		else {
			add(Problem.of("wrong-shape", rule.origin(), "rules", "a rule, which is keys with values",
					MappingReader.shape(rule)));
		}
	}

	/**
	 * Note that something could not be read.
	 * @param problem the problem
	 */
	public void add(Problem problem) {
		this.problems.add(problem);
	}

	/**
	 * What was read so far.
	 * @return the rules and the problems
	 */
	public Definitions definitions() {
		return new Definitions(this.definitions, this.problems.toList());
	}

	/**
	 * Find what is no key of a rule.
	 * @param keys what may be keys
	 * @return those that are none, in order, each with a suggestion that may be empty
	 */
	public static Map<String, String> unknownKeys(List<String> keys) {
		Map<String, String> unknown = new LinkedHashMap<>();
		keys.stream().filter((key) -> !RULE_KEYS.contains(key)).forEach((key) -> {
			String suggestion = Suggestion.of(key, RULE_KEYS);
			unknown.put(key, (suggestion != null) ? suggestion : "");
		});
		return unknown;
	}

	private RuleDefinition readRule(TextNode.Mapping mapping) {
		Map<String, Origin> origins = new HashMap<>();
		MappingReader rule = new MappingReader(mapping, "", this::add, origins).requireKnown(RULE_KEYS);
		MappingReader when = rule.mapping("when");
		return new RuleDefinition(mapping.origin(), rule.text("id"), rule.text("from"), rule.text("from-regex"),
				(when != null) ? readWhen(when) : RuleDefinition.When.ALWAYS, rule.text("redirect"),
				rule.text("rewrite"), rule.integer("respond"), orElse(rule.bool("pass"), false), rule.integer("status"),
				rule.text("cache"), readHeaders(rule.mapping("request-headers")), readQuery(rule),
				orElse(rule.bool("fallback"), false), rule.bool("ignore-case"), rule.bool("ignore-trailing-slash"),
				rule.text("note"), orElse(rule.bool("enabled"), true), readExamples(rule),
				compact(origins, mapping.origin()));
	}

	/**
	 * Where all keys stand at the rule's own origin, as in a row, nothing need be kept.
	 */
	private static Map<String, Origin> compact(Map<String, Origin> origins, Origin rule) {
		return origins.values().stream().allMatch(rule::equals) ? Map.of() : origins;
	}

	private RuleDefinition.When readWhen(MappingReader when) {
		when.requireKnown(WHEN_KEYS);
		MappingReader not = when.mapping("not");
		return new RuleDefinition.When(when.texts("host"), when.texts("method"), when.texts("scheme"),
				when.textsMap("header"), when.textsMap("cookie"), when.texts("path"), when.textsMap("query"),
				when.texts("query-string"), when.texts("only-query"), when.texts("client"), when.text("after"),
				when.text("before"), (not != null) ? readWhen(not) : null);
	}

	private static RuleDefinition.Headers readHeaders(@Nullable MappingReader headers) {
		if (headers == null) {
			return RuleDefinition.Headers.UNCHANGED;
		}
		headers.requireKnown(HEADER_KEYS);
		return new RuleDefinition.Headers(headers.textMap("set"), headers.texts("remove"));
	}

	private static RuleDefinition.Query readQuery(MappingReader rule) {
		if (!rule.has("query")) {
			return RuleDefinition.Query.KEPT;
		}
		if (rule.isText("query")) {
			String text = rule.text("query");
			if (!"drop".equals(text)) {
				rule.problem("bad-query", "query", "'drop', or 'keep', 'remove', 'rename', 'set' below it",
						String.valueOf(text));
			}
			return RuleDefinition.Query.DROPPED;
		}
		MappingReader query = rule.mapping("query");
		if (query == null) {
			return RuleDefinition.Query.KEPT;
		}
		query.requireKnown(QUERY_KEYS);
		return new RuleDefinition.Query(query.texts("keep"), query.texts("remove"), query.textMap("rename"),
				query.textMap("set"));
	}

	private static List<RuleDefinition.Example> readExamples(MappingReader rule) {
		if (!rule.has("examples")) {
			return List.of();
		}
		List<RuleDefinition.Example> examples = new ArrayList<>();
		for (MappingReader example : rule.mappings("examples")) {
			example.requireKnown(EXAMPLE_KEYS);
			String request = example.text("request");
			String expect = example.text("expect");
			if (request == null || expect == null) {
				example.problem("bad-example", "request", "'request' and 'expect'", "one of them");
			}
			else {
				examples.add(new RuleDefinition.Example(request, expect));
			}
		}
		return examples;
	}

	private static boolean orElse(@Nullable Boolean value, boolean other) {
		return (value != null) ? value : other;
	}

}
