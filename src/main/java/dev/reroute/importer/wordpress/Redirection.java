package dev.reroute.importer.wordpress;

import java.util.List;
import java.util.Map;

/**
 * A redirect of the plugin.
 *
 * @param line the line in which it begins
 * @param text how it was written, for messages
 * @param title its title, possibly empty
 * @param url the source, a URL or a regular expression
 * @param flags how the source is matched
 * @param matchType what else is asked of a request: {@code url} for nothing
 * @param match the texts that this is compared with, by name
 * @param addresses the addresses that it is compared with
 * @param actionType what it does: {@code url} redirects
 * @param code its status
 * @param target where it leads if what else is asked holds; possibly empty
 * @param otherwise where it leads if it does not; possibly empty
 * @param enabled whether it takes part
 */
record Redirection(int line, String text, String title, String url, Flags flags, String matchType,
		Map<String, String> match, List<String> addresses, String actionType, int code, String target, String otherwise,
		boolean enabled) {

	/**
	 * How a source is matched.
	 *
	 * @param regex whether it is a regular expression
	 * @param query {@code exact}, {@code exactorder}, {@code ignore} or {@code pass}
	 * @param ignoreCase whether case makes no difference
	 * @param ignoreTrailingSlash whether a slash at the end makes no difference
	 */
	record Flags(boolean regex, String query, boolean ignoreCase, boolean ignoreTrailingSlash) {

		static final String EXACT = "exact";

		static final String EXACT_ORDER = "exactorder";

		static final String PASS = "pass";

	}

}
