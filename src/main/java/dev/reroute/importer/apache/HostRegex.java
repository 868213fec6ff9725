package dev.reroute.importer.apache;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Regular expressions that are written as if they were text.
 */
final class HostRegex {

	private static final Pattern ONE_HOST = Pattern.compile("\\^([A-Za-z0-9-]+(?:\\\\\\.[A-Za-z0-9-]+)*)\\$");

	private HostRegex() {
	}

	/**
	 * Nearly everybody forgets to escape the dots of a host, and no other character is
	 * meant by them.
	 * @param regex a regular expression that is searched in a host
	 * @return the same, in which a dot between letters is a dot
	 */
	static String withPlainDots(String regex) {
		return regex.replaceAll("(?<=(?<!\\\\)[A-Za-z0-9-])\\.(?=[A-Za-z0-9])", "\\\\.");
	}

	/**
	 * The only host that conditions allow.
	 * @param alternatives the conditions
	 * @return the host; empty if there may be others
	 */
	static String text(List<RewriteCond> alternatives) {
		String pattern = alternatives.get(0).pattern();
		Matcher host = ONE_HOST.matcher(withPlainDots(pattern));
		if (alternatives.size() > 1 || !host.matches()) {
			return "";
		}
		return host.group(1).replace("\\", "").toLowerCase(Locale.ROOT);
	}

}
