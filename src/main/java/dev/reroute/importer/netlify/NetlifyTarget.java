package dev.reroute.importer.netlify;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.importer.NotTranslatableException;

/**
 * The target of a redirect.
 *
 * @param text the target
 * @param path the target without query and fragment
 * @param hasQuery whether it has a query of its own
 */
record NetlifyTarget(String text, String path, boolean hasQuery) {

	private static final Pattern PARTS = Pattern.compile("([^?#]*)(?:\\?([^#]*))?(#.*)?", Pattern.DOTALL);

	private static final Pattern PLACEHOLDER = Pattern.compile(":([A-Za-z_]\\w*)");

	private static final String OWN = "/.netlify/";

	static NetlifyTarget parse(String to, Set<String> names) throws NotTranslatableException {
		Matcher parts = PARTS.matcher(to);
		if (!parts.matches()) {
			throw new IllegalStateException("Every text has parts");
		}
		String path = parts.group(1);
		String query = (parts.group(2) != null) ? parts.group(2) : "";
		String fragment = (parts.group(3) != null) ? parts.group(3) : "";
		if (path.startsWith(OWN)) {
			throw new NotTranslatableException("it leads to a function or service of Netlify");
		}
		if (path.indexOf('*') >= 0) {
			throw new NotTranslatableException("nothing is known of an asterisk in a target; is ':splat' meant?");
		}
		checkPlaceholders(to, names);
		return new NetlifyTarget(path + (query.isEmpty() ? "" : "?" + query) + fragment, path, !query.isEmpty());
	}

	/**
	 * A colon may be text, as in a port or in Special:Search, but not where it looks
	 * otherwise.
	 */
	private static void checkPlaceholders(String to, Set<String> names) throws NotTranslatableException {
		Matcher placeholder = PLACEHOLDER.matcher(to);
		while (placeholder.find()) {
			String name = placeholder.group(1);
			boolean meant = placeholder.start() > 0 && "/=".indexOf(to.charAt(placeholder.start() - 1)) >= 0;
			if (!names.contains(name) && (meant || names.stream().anyMatch(name::startsWith))) {
				throw new NotTranslatableException("nothing binds its '" + placeholder.group() + "'");
			}
		}
	}

}
