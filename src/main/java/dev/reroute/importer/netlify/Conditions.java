package dev.reroute.importer.netlify;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.reroute.importer.NotTranslatableException;

/**
 * The conditions of a redirect, of which only one can be said here: that a cookie is
 * there.
 */
final class Conditions {

	private static final String COOKIE = "Cookie";

	/** Names that may be written in lower case, too. */
	private static final Map<String, String> NAMES = Map.of("country", "Country", "language", "Language", "role",
			"Role");

	private static final Map<String, String> REASONS = Map.of("Country", "a rule does not know a client's country",
			"Language",
			"Netlify weighs the languages of a client, and its cookie 'nf_lang'; write the texts of "
					+ "Accept-Language that are meant below 'when: header'",
			"Role", "it looks into a signed token, which is the application's own matter");

	private Conditions() {
	}

	/**
	 * A condition of {@code _redirects}.
	 * @param name the name
	 * @param value the alternatives, with commas
	 * @return the condition in its normal form
	 */
	static Map.Entry<String, List<String>> entry(String name, String value) {
		return entry(name, Arrays.asList(value.strip().split("\\s*,\\s*", -1)));
	}

	static Map.Entry<String, List<String>> entry(String name, List<String> values) {
		return Map.entry(NAMES.getOrDefault(name, name), List.copyOf(values));
	}

	/**
	 * The cookie that must be there.
	 * @param conditions the conditions
	 * @return the name of the cookie, or an empty text
	 * @throws NotTranslatableException if there is any other condition
	 */
	static String cookie(List<Map.Entry<String, List<String>>> conditions) throws NotTranslatableException {
		String cookie = "";
		for (Map.Entry<String, List<String>> condition : conditions) {
			String name = condition.getKey();
			if (!name.equals(COOKIE)) {
				throw new NotTranslatableException(
						REASONS.getOrDefault(name, "nothing is known of the condition '" + name + "'"));
			}
			if (condition.getValue().size() != 1) {
				throw new NotTranslatableException("it names several cookies; write one line for each");
			}
			cookie = condition.getValue().get(0);
		}
		return cookie;
	}

}
