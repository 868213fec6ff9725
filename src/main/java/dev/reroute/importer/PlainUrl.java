package dev.reroute.importer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.pattern.PercentEncoding;
import dev.reroute.rule.QueryText;
import org.jspecify.annotations.Nullable;

/**
 * An old URL that is text and no pattern: {@code /data-*} is for that path alone.
 *
 * @param origin scheme and host, or {@code //} and the host, or nothing
 * @param path the path, encoded or not
 * @param query the query, encoded; {@code null} for none
 */
public record PlainUrl(String origin, String path, @Nullable String query) {

	private static final Pattern URL = Pattern.compile(
			"(?<origin>(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*)?(?<path>/[^?#]*)?(?:\\?(?<query>[^#]*))?(?<fragment>#.*)?",
			Pattern.DOTALL);

	/**
	 * Parse a URL.
	 * @param text a path, or a URL with its host
	 * @return the URL
	 * @throws NotTranslatableException if it is none, or no request can be for it
	 */
	public static PlainUrl parse(String text) throws NotTranslatableException {
		if (text.startsWith("/") && !text.startsWith("//") && text.indexOf('?') < 0 && text.indexOf('#') < 0) {
			return new PlainUrl("", text, null);
		}
		Matcher url = URL.matcher(text);
		String origin = url.matches() ? url.group("origin") : null;
		if (!url.matches() || (origin == null && url.group("path") == null)) {
			throw new NotTranslatableException("it is neither a path that begins with '/' nor a URL");
		}
		if (url.group("fragment") != null) {
			throw new NotTranslatableException("what follows a '#' is never sent to a server");
		}
		if (origin != null && origin.chars().anyMatch((c) -> "*{}".indexOf(c) >= 0)) {
			throw new NotTranslatableException("it has no host that could be asked");
		}
		return new PlainUrl((origin != null) ? origin : "", (url.group("path") != null) ? url.group("path") : "/",
				url.group("query"));
	}

	/**
	 * The same, with a {@code ?} as the last character of its path instead of an empty
	 * query.
	 * @return this URL if it has no empty query
	 */
	public PlainUrl withEmptyQueryAsText() {
		return "".equals(this.query) ? new PlainUrl(this.origin, this.path + "?", null) : this;
	}

	/**
	 * The source of a rule, without the query.
	 * @return a path pattern in which all characters stand for themselves
	 */
	public String source() {
		if (this.path.chars().noneMatch((c) -> "*?{}".indexOf(c) >= 0)) {
			return this.origin + this.path;
		}
		return this.origin + LiteralText.target(this.path).replace("*", "%2A").replace("?", "%3F");
	}

	/**
	 * The parameters of the query.
	 * @return decoded values by name
	 * @throws NotTranslatableException if a name is there twice, or they cannot be
	 * decoded
	 */
	public Map<String, String> parameters() throws NotTranslatableException {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String parameter : QueryText.parameters(this.query)) {
			int equals = parameter.indexOf('=');
			String value = (equals < 0) ? "" : PercentEncoding.decode(parameter.substring(equals + 1), true);
			if (parameter.isEmpty()) {
				continue;
			}
			if (value == null || equals == 0) {
				throw new NotTranslatableException("its query has a malformed parameter");
			}
			if (parameters.put(QueryText.name(parameter), value) != null) {
				throw new NotTranslatableException(
						"a condition cannot ask for two values of the parameter '" + QueryText.name(parameter) + "'");
			}
		}
		return parameters;
	}

	/**
	 * The conditions that the query has these parameters and no others.
	 * @param conditions where to add them
	 * @throws NotTranslatableException if they cannot be said
	 */
	public void addExactQuery(ForeignConditions conditions) throws NotTranslatableException {
		Map<String, String> parameters = parameters();
		for (Map.Entry<String, String> parameter : parameters.entrySet()) {
			conditions.parameter(false, parameter.getKey(), List.of(LiteralText.condition(parameter.getValue())));
		}
		addOnlyQuery(parameters, conditions);
	}

	/**
	 * The condition that the query has no parameters but these.
	 * @param parameters the parameters
	 * @param conditions where to add it
	 * @throws NotTranslatableException if it cannot be said
	 */
	public static void addOnlyQuery(Map<String, String> parameters, ForeignConditions conditions)
			throws NotTranslatableException {
		// alone, 'none' would say that there are none
		conditions.onlyQuery(parameters.keySet()
			.stream()
			.map((name) -> name.equals("none") ? "{:none}" : LiteralText.condition(name))
			.toList());
	}

}
