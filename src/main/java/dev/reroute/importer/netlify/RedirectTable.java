package dev.reroute.importer.netlify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.importer.InvalidDirectiveException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Parses a table of {@code netlify.toml}.
 *
 * <pre>
 * from       = path or URL            was once called origin
 * to         = path or URL            was once called destination
 * status     = integer, or its text
 * force      = boolean
 * query      = { name = text }        was once called params and parameters
 * conditions = { name = text or list of texts }
 * signed     = text                   was once called signing and sign
 * headers    = { name = text }
 * </pre>
 */
final class RedirectTable {

	private static final Set<String> KNOWN = Set.of("from", "origin", "to", "destination", "status", "force", "query",
			"params", "parameters", "conditions", "signed", "signing", "sign", "headers");

	private RedirectTable() {
	}

	static NetlifyRule parse(JsonNode table) throws InvalidDirectiveException {
		if (!table.isObject()) {
			throw new InvalidDirectiveException("a table with 'from' and 'to'");
		}
		String from = text(table, "from", "origin");
		if (from == null) {
			throw new InvalidDirectiveException("a table that has 'from'");
		}
		Integer status = status(table.get("status"));
		String to = NetlifyRule.target(from, text(table, "to", "destination"), status);
		return new NetlifyRule(from, query(table), to, status, force(table.get("force")), conditions(table),
				extras(table));
	}

	private static @Nullable JsonNode first(JsonNode table, String... names) {
		for (String name : names) {
			if (table.has(name)) {
				return table.get(name);
			}
		}
		return null;
	}

	private static @Nullable String text(JsonNode table, String... names) throws InvalidDirectiveException {
		JsonNode value = first(table, names);
		if (value != null && !value.isString()) {
			throw new InvalidDirectiveException("text for '" + names[0] + "'");
		}
		return (value != null) ? value.stringValue() : null;
	}

	private static @Nullable Integer status(@Nullable JsonNode value) throws InvalidDirectiveException {
		Integer status = (value != null && value.isValueNode()) ? NetlifyRule.status(value.asString()) : null;
		if (value != null && status == null) {
			throw new InvalidDirectiveException("a 'status' such as 301");
		}
		return status;
	}

	private static boolean force(@Nullable JsonNode value) throws InvalidDirectiveException {
		if (value != null && !value.isBoolean()) {
			throw new InvalidDirectiveException("'true' or 'false' for 'force'");
		}
		return value != null && value.booleanValue();
	}

	private static List<Map.Entry<String, String>> query(JsonNode table) throws InvalidDirectiveException {
		List<Map.Entry<String, String>> query = new ArrayList<>();
		JsonNode pairs = first(table, "query", "params", "parameters");
		for (Map.Entry<String, JsonNode> pair : properties(pairs, "query")) {
			if (!pair.getValue().isString()) {
				throw new InvalidDirectiveException("text for each name of 'query'");
			}
			query.add(Map.entry(pair.getKey(), pair.getValue().stringValue()));
		}
		return query;
	}

	private static List<Map.Entry<String, List<String>>> conditions(JsonNode table) throws InvalidDirectiveException {
		List<Map.Entry<String, List<String>>> conditions = new ArrayList<>();
		for (Map.Entry<String, JsonNode> condition : properties(table.get("conditions"), "conditions")) {
			JsonNode value = condition.getValue();
			List<String> values = new ArrayList<>();
			for (JsonNode one : value.isArray() ? value : List.of(value)) {
				if (!one.isString()) {
					throw new InvalidDirectiveException("text or a list of texts for each condition");
				}
				values.add(one.stringValue());
			}
			conditions.add(value.isArray() ? Conditions.entry(condition.getKey(), values)
					: Conditions.entry(condition.getKey(), values.get(0)));
		}
		return conditions;
	}

	private static Iterable<Map.Entry<String, JsonNode>> properties(@Nullable JsonNode value, String name)
			throws InvalidDirectiveException {
		if (value != null && !value.isObject()) {
			throw new InvalidDirectiveException("a table for '" + name + "'");
		}
		return (value != null) ? value.properties() : List.of();
	}

	private static Set<String> extras(JsonNode table) throws InvalidDirectiveException {
		Set<String> extras = new LinkedHashSet<>();
		if (first(table, "signed", "signing", "sign") != null) {
			extras.add("signed");
		}
		if (properties(table.get("headers"), "headers").iterator().hasNext()) {
			extras.add("headers");
		}
		table.propertyNames().stream().filter((name) -> !KNOWN.contains(name)).forEach(extras::add);
		return extras;
	}

}
