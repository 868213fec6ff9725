package dev.reroute.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.reroute.pattern.PercentEncoding;
import org.jspecify.annotations.Nullable;

/**
 * A query as its parameters, byte for byte. Parameters are separated by {@code &} only.
 */
public final class QueryText {

	private QueryText() {
	}

	/**
	 * Split a query.
	 * @param query the query, or {@code null}
	 * @return its parameters, undecoded; empty ones are kept
	 */
	public static List<String> parameters(@Nullable String query) {
		if (query == null || query.isEmpty()) {
			return List.of();
		}
		return List.of(query.split("&", -1));
	}

	/**
	 * The decoded name of a parameter; one that cannot be decoded is its own name.
	 * @param parameter the parameter, undecoded
	 * @return the name
	 */
	public static String name(String parameter) {
		int equals = parameter.indexOf('=');
		String name = (equals < 0) ? parameter : parameter.substring(0, equals);
		String decoded = PercentEncoding.decode(name, true);
		return (decoded != null) ? decoded : name;
	}

	/**
	 * Whether two queries mean the same, however they are encoded.
	 * @param one a query, or {@code null}
	 * @param other another one, or {@code null}
	 * @return whether they have the same parameters in the same order
	 */
	public static boolean sameParameters(@Nullable String one, @Nullable String other) {
		return Objects.equals(one, other) || decoded(one).equals(decoded(other));
	}

	private static List<String> decoded(@Nullable String query) {
		return parameters(query).stream().map((parameter) -> {
			String decoded = PercentEncoding.decode(parameter, true);
			return (decoded != null) ? decoded : parameter;
		}).toList();
	}

	/**
	 * The decoded values of a name, as a container reads them.
	 * @param query the query, or {@code null}
	 * @param name the decoded name
	 * @return the values in order; malformed ones are left out
	 */
	static List<String> values(@Nullable String query, String name) {
		List<String> values = new ArrayList<>();
		for (String parameter : parameters(query)) {
			if (name(parameter).equals(name)) {
				int equals = parameter.indexOf('=');
				String value = (equals < 0) ? "" : PercentEncoding.decode(parameter.substring(equals + 1), true);
				if (value != null) {
					values.add(value);
				}
			}
		}
		return values;
	}

}
