package dev.reroute.source.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.reroute.rule.RuleDefinition;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes rules as a person would have written them: the source first, the note last, and
 * nothing that goes without saying.
 */
public final class YamlWriter {

	private final Yaml yaml;

	private YamlWriter() {
		DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		options.setIndicatorIndent(2);
		options.setIndentWithIndicator(true);
		options.setSplitLines(false);
		options.setAllowUnicode(true);
		this.yaml = new Yaml(options);
	}

	/**
	 * Write rules. Each is written for itself, since there may be a million.
	 * @param rules the rules
	 * @param out where to
	 */
	public static void write(List<RuleDefinition> rules, Appendable out) {
		YamlWriter writer = new YamlWriter();
		try {
			out.append(rules.isEmpty() ? "rules: []\n" : "rules:\n");
			for (RuleDefinition rule : rules) {
				out.append(writer.yaml.dump(List.of(keys(rule))));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, Object> keys(RuleDefinition rule) {
		Map<String, Object> keys = new LinkedHashMap<>();
		put(keys, "id", rule.id());
		put(keys, "from", rule.from());
		put(keys, "from-regex", rule.fromRegex());
		put(keys, "when", when(rule.when()));
		put(keys, "redirect", rule.redirect());
		put(keys, "rewrite", rule.rewrite());
		put(keys, "respond", rule.respond());
		put(keys, "pass", rule.pass() ? true : null);
		put(keys, "status", rule.status());
		put(keys, "cache", rule.cache());
		put(keys, "query", query(rule.query()));
		put(keys, "request-headers", headers(rule.requestHeaders()));
		put(keys, "fallback", rule.fallback() ? true : null);
		put(keys, "ignore-case", rule.ignoreCase());
		put(keys, "ignore-trailing-slash", rule.ignoreTrailingSlash());
		put(keys, "enabled", rule.enabled() ? null : false);
		put(keys, "note", rule.note());
		put(keys, "examples", examples(rule.examples()));
		return keys;
	}

	private static Map<String, Object> when(RuleDefinition.When when) {
		Map<String, Object> keys = new LinkedHashMap<>();
		put(keys, "host", oneOrMore(when.host()));
		put(keys, "method", oneOrMore(when.method()));
		put(keys, "scheme", oneOrMore(when.scheme()));
		put(keys, "header", each(when.header()));
		put(keys, "cookie", each(when.cookie()));
		put(keys, "path", oneOrMore(when.path()));
		put(keys, "query", each(when.query()));
		put(keys, "query-string", oneOrMore(when.queryString()));
		put(keys, "only-query", oneOrMore(when.onlyQuery()));
		put(keys, "client", oneOrMore(when.client()));
		put(keys, "after", when.after());
		put(keys, "before", when.before());
		RuleDefinition.When not = when.not();
		put(keys, "not", (not != null) ? when(not) : null);
		return keys;
	}

	private static Object query(RuleDefinition.Query query) {
		if (query.equals(RuleDefinition.Query.DROPPED)) {
			return "drop";
		}
		Map<String, Object> keys = new LinkedHashMap<>();
		put(keys, "keep", oneOrMore(query.keep()));
		put(keys, "remove", oneOrMore(query.remove()));
		put(keys, "rename", query.rename());
		put(keys, "set", query.set());
		return keys;
	}

	private static Map<String, Object> headers(RuleDefinition.Headers headers) {
		Map<String, Object> keys = new LinkedHashMap<>();
		put(keys, "set", headers.set());
		put(keys, "remove", oneOrMore(headers.remove()));
		return keys;
	}

	private static List<Object> examples(List<RuleDefinition.Example> examples) {
		List<Object> all = new ArrayList<>();
		for (RuleDefinition.Example example : examples) {
			Map<String, Object> keys = new LinkedHashMap<>();
			put(keys, "request", example.request());
			put(keys, "expect", example.expect());
			all.add(keys);
		}
		return all;
	}

	private static Map<String, Object> each(Map<String, List<String>> entries) {
		Map<String, Object> keys = new LinkedHashMap<>();
		entries.forEach((name, values) -> put(keys, name, oneOrMore(values)));
		return keys;
	}

	private static @Nullable Object oneOrMore(List<String> texts) {
		return (texts.size() > 1) ? new ArrayList<>(texts) : texts.isEmpty() ? null : texts.get(0);
	}

	/** What is absent or empty is left out. */
	private static void put(Map<String, Object> keys, String key, @Nullable Object value) {
		boolean empty = value == null || (value instanceof Map<?, ?> map && map.isEmpty())
				|| (value instanceof List<?> list && list.isEmpty());
		if (!empty) {
			keys.put(key, value);
		}
	}

}
