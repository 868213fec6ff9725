package dev.reroute.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.pattern.Captures;
import dev.reroute.pattern.PercentEncoding;
import dev.reroute.pattern.Template;
import dev.reroute.pattern.TextPattern;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the query (design 3.4). The steps, in order:
 * <ol>
 * <li>of the request's parameters those stay whose names {@code keep} has;</li>
 * <li>those that {@code remove} has go;</li>
 * <li>those that {@code rename} has get their new name; values stay byte for byte;</li>
 * <li>the target's own parameters and those of {@code set} come first, and replace the
 * request's of the same name.</li>
 * </ol>
 *
 * @param keep names to keep
 * @param remove names to remove
 * @param rename new names by old name, decoded
 * @param set values by name
 */
public record QueryPolicy(List<TextPattern> keep, List<TextPattern> remove, Map<String, String> rename,
		Map<String, Template> set) {

	/** The query goes along. */
	public static final QueryPolicy KEEP_ALL = new QueryPolicy(List.of(TextPattern.parse("*")), List.of(), Map.of(),
			Map.of());

	/**
	 * Make the query.
	 * @param own the target's own query, encoded, or {@code null}
	 * @param request the request's query, or {@code null}
	 * @param values the values of placeholders
	 * @return the query, printable ASCII; {@code null} if there is none
	 */
	@Nullable String apply(@Nullable String own, @Nullable String request, Template.Values values) {
		boolean nothingKept = request == null || request.isEmpty() || this.keep.isEmpty();
		if (nothingKept && this.set.isEmpty()) {
			return own;
		}
		if (equals(KEEP_ALL) && own == null && request != null) {
			return asciiOnly(request);
		}
		List<String> parameters = new ArrayList<>(QueryText.parameters(own));
		Map<String, String> added = new LinkedHashMap<>();
		this.set.forEach((name, value) -> added.put(encode(name), value.fill(values)));
		added.forEach((name, value) -> parameters.add(name + "=" + value));
		Set<String> ownNames = new HashSet<>();
		parameters.forEach((parameter) -> ownNames.add(QueryText.name(parameter)));
		for (String parameter : QueryText.parameters(request)) {
			String name = QueryText.name(parameter);
			if (!matchesAny(this.keep, name) || matchesAny(this.remove, name)) {
				continue;
			}
			String renamed = this.rename.get(name);
			if (!ownNames.contains((renamed != null) ? renamed : name)) {
				parameters.add(asciiOnly((renamed != null) ? rename(parameter, renamed) : parameter));
			}
		}
		return parameters.isEmpty() ? null : String.join("&", parameters);
	}

	private static boolean matchesAny(List<TextPattern> patterns, String name) {
		return patterns.stream().anyMatch((pattern) -> pattern.matches(name, new Captures()));
	}

	private static String rename(String parameter, String name) {
		int equals = parameter.indexOf('=');
		return (equals < 0) ? encode(name) : encode(name) + parameter.substring(equals);
	}

	private static String encode(String name) {
		return PercentEncoding.QUERY.encode(name);
	}

	/**
	 * Byte for byte, but never a raw control, space or non-ASCII character, nor one that
	 * would end the query: containers differ in what they let through.
	 */
	private static String asciiOnly(String query) {
		return PercentEncoding.encodeForbidden(query);
	}

}
