package dev.reroute.importer.netlify;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.importer.InvalidDirectiveException;
import org.jspecify.annotations.Nullable;

/**
 * A redirect as Netlify's own parser understands it, from either file. Two that are equal
 * are one for Netlify.
 *
 * @param from a path or a URL
 * @param query names and values that the query must have, in order
 * @param to a path or a URL
 * @param status the status; {@code null} if none is written, which is not the same as 301
 * when two are compared
 * @param force whether it applies where there is a file as well
 * @param conditions names and alternatives
 * @param extras names of what else it has
 */
record NetlifyRule(String from, List<Map.Entry<String, String>> query, String to, @Nullable Integer status,
		boolean force, List<Map.Entry<String, List<String>>> conditions, Set<String> extras) {

	private static final int DEFAULT_STATUS = 301;

	private static final String SPLAT_END = "/*";

	/** JavaScript reads the digits in front and ignores what follows. */
	private static final Pattern STATUS = Pattern.compile("\\s*([+-]?\\d{1,9}).*");

	/**
	 * The target that a redirect has: its own, or its source where that may be left out.
	 * @param from the source
	 * @param to the target, or {@code null}
	 * @param status the status, or {@code null}
	 * @return the target
	 * @throws InvalidDirectiveException if it may not be left out
	 */
	static String target(String from, @Nullable String to, @Nullable Integer status) throws InvalidDirectiveException {
		if (to != null) {
			return to;
		}
		if (!from.endsWith(SPLAT_END) || status == null || status < 200 || status >= 300) {
			throw new InvalidDirectiveException(
					"a target; it may be left out only where the source ends in '/*' and the status is 200");
		}
		return from.substring(0, from.length() - 1) + ":splat";
	}

	/**
	 * Read a status.
	 * @param text the text, possibly with more behind it
	 * @return the status, or {@code null} if it is no number
	 */
	static @Nullable Integer status(String text) {
		Matcher matcher = STATUS.matcher(text);
		return matcher.matches() ? Integer.valueOf(matcher.group(1)) : null;
	}

	static boolean isUrl(String text) {
		return text.startsWith("http://") || text.startsWith("https://");
	}

	int effectiveStatus() {
		return (this.status != null) ? this.status : DEFAULT_STATUS;
	}

}
