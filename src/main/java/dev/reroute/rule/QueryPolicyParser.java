package dev.reroute.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.reroute.pattern.CaptureNames;
import dev.reroute.pattern.InvalidTextException;
import dev.reroute.pattern.Limits;
import dev.reroute.pattern.PercentEncoding;
import dev.reroute.pattern.Template;
import dev.reroute.pattern.TextPattern;

/**
 * Turns {@code query} into a policy.
 */
final class QueryPolicyParser {

	private QueryPolicyParser() {
	}

	static QueryPolicy parse(RuleDefinition definition, CaptureNames names, Problems problems) {
		RuleDefinition.Query query = definition.query();
		if (query.equals(RuleDefinition.Query.KEPT)) {
			return QueryPolicy.KEEP_ALL;
		}
		Map<String, Template> set = new LinkedHashMap<>();
		problems.parseEach(definition, "query.set", query.set(), (name, text) -> set.put(checkSet(definition, name),
				Template.parse(bounded(text), PercentEncoding.PARAMETER, names)));
		return new QueryPolicy(keep(definition, problems), globs(definition, "query.remove", query.remove(), problems),
				query.rename(), set);
	}

	private static List<TextPattern> keep(RuleDefinition definition, Problems problems) {
		List<String> keep = definition.query().keep();
		if (keep.equals(List.of("none"))) {
			return List.of();
		}
		if (keep.isEmpty() || keep.equals(List.of("all"))) {
			return QueryPolicy.KEEP_ALL.keep();
		}
		if (keep.contains("none") || keep.contains("all")) {
			problems.add(definition, "bad-query", "query.keep", "'all', 'none', or names", "one of them beside names");
		}
		return globs(definition, "query.keep", keep, problems);
	}

	private static List<TextPattern> globs(RuleDefinition definition, String key, List<String> names,
			Problems problems) {
		List<TextPattern> globs = new ArrayList<>();
		for (String name : names) {
			TextPattern glob = problems.parse(definition, key, () -> glob(name));
			if (glob != null) {
				globs.add(glob);
			}
		}
		return globs;
	}

	static TextPattern glob(String name) {
		TextPattern glob = TextPattern.parse(name);
		if (!glob.names().all().isEmpty()) {
			throw new InvalidTextException("bad-name", 0, "a parameter's name, possibly with '*'",
					Problem.quoted(name));
		}
		return glob;
	}

	static String bounded(String text) {
		if (text.length() > Limits.TEXT_LENGTH) {
			throw new InvalidTextException("too-long", Limits.TEXT_LENGTH,
					"at most " + Limits.TEXT_LENGTH + " characters", text.length() + " characters");
		}
		return text;
	}

	/** Two values for one name, both the author's, could only be a mistake. */
	private static String checkSet(RuleDefinition definition, String name) {
		String target = (definition.redirect() != null) ? definition.redirect() : definition.rewrite();
		int question = (target != null) ? target.indexOf('?') : -1;
		if (target != null && question >= 0) {
			String own = target.substring(question + 1).replaceAll("#.*", "");
			if (QueryText.parameters(own).stream().anyMatch((parameter) -> QueryText.name(parameter).equals(name))) {
				throw new InvalidTextException("duplicate-parameter", 0, "a parameter that the target does not have",
						Problem.quoted(name));
			}
		}
		return name;
	}

}
