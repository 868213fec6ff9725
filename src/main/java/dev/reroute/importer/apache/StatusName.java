package dev.reroute.importer.apache;

import java.util.Locale;
import java.util.Map;

/**
 * A status as httpd takes it: {@code permanent}, {@code temp}, {@code seeother},
 * {@code gone} or a number.
 */
final class StatusName {

	private static final Map<String, Integer> NAMES = Map.of("permanent", 301, "temp", 302, "seeother", 303, "gone",
			410);

	private StatusName() {
	}

	/**
	 * Parse a status.
	 * @param text the text
	 * @return the status, or -1 if it is none
	 */
	static int parse(String text) {
		Integer named = NAMES.get(text.toLowerCase(Locale.ROOT));
		if (named != null) {
			return named;
		}
		return text.matches("\\d{3}") ? Integer.parseInt(text) : -1;
	}

	static boolean isRedirect(int status) {
		return status >= 300 && status < 400;
	}

}
