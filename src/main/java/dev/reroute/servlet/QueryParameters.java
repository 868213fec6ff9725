package dev.reroute.servlet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.reroute.pattern.PercentEncoding;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query as a container reads them: separated by {@code &}, decoded as
 * UTF-8; what is malformed is left out.
 */
final class QueryParameters {

	private QueryParameters() {
	}

	/**
	 * Parse queries, one behind the other.
	 * @param queries the queries; {@code null} for none
	 * @return the values by name, in order
	 */
	static Map<String, List<String>> parse(@Nullable String... queries) {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		for (String query : queries) {
			if (query != null) {
				parse(query, parameters);
			}
		}
		return parameters;
	}

	private static void parse(String query, Map<String, List<String>> parameters) {
		for (String parameter : query.split("&")) {
			int equals = parameter.indexOf('=');
			String name = PercentEncoding.decode((equals < 0) ? parameter : parameter.substring(0, equals), true);
			String value = (equals < 0) ? "" : PercentEncoding.decode(parameter.substring(equals + 1), true);
			if (name != null && value != null && !name.isEmpty()) {
				parameters.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value);
			}
		}
	}

	/**
	 * The values that did not come from the query: a container lists those of the query
	 * first.
	 * @param values all values of a name
	 * @param ofQuery those of the query
	 * @return the others
	 */
	static List<String> without(String[] values, List<String> ofQuery) {
		int fromQuery = 0;
		for (String value : ofQuery) {
			if (fromQuery < values.length && values[fromQuery].equals(value)) {
				fromQuery++;
			}
		}
		return List.of(values).subList(fromQuery, values.length);
	}

	static List<String> concat(List<String> one, List<String> other) {
		return Stream.concat(one.stream(), other.stream()).toList();
	}

}
