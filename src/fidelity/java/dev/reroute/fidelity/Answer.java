package dev.reroute.fidelity;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered.
 *
 * @param status the status
 * @param headers the first value of each header, by name in lower case; octets as they
 * came
 */
record Answer(int status, Map<String, String> headers) {

	/** Tells the path that a request had in the end, decoded or not. */
	static final String ECHO_PATH = "X-Echo-Path";

	/** Tells the query that a request had in the end. */
	static final String ECHO_QUERY = "X-Echo-Query";

	private static final Pattern ENCODED = Pattern.compile("%[0-9a-fA-F]{2}");

	/** An empty path is the root (RFC 3986 section 6.2.3). */
	private static final Pattern BARE_HOST = Pattern.compile("^https?://[^/?#]+(?![^/?#])(?!/)");

	private static final Pattern OWN_HOST = Pattern.compile("(?i)http://([^/:?#]*)(?::\\d+)?([/?#].*)?");

	/**
	 * The answer in a form in which those of two servers can be compared: {@code 301 /b},
	 * {@code rewrites /b?x=1}, {@code 410}, or {@code passes}, whether or not there is a
	 * file then.
	 * @param request what was asked
	 * @return a few words
	 */
	String outcome(RawRequest request) {
		String location = this.headers.get("location");
		if (this.status >= 300 && this.status < 400 && location != null) {
			String target = upperCaseEncoding(withoutOwnHost(location, request));
			// Reroute sends nobody to where he is
			return isSame(target, request) ? "passes" : this.status + " " + target;
		}
		if (this.status != 200 && this.status != 404) {
			return Integer.toString(this.status);
		}
		String path = this.headers.get(ECHO_PATH.toLowerCase(Locale.ROOT));
		String query = this.headers.getOrDefault(ECHO_QUERY.toLowerCase(Locale.ROOT), "");
		String asked = decoded(request.path());
		if (path == null || path.isEmpty() || (decoded(path).equals(asked) && query.equals(request.query()))) {
			return "passes";
		}
		return "rewrites " + decoded(path) + (query.isEmpty() ? "" : "?" + query);
	}

	/**
	 * The same answer, if the server told a file rather than a path.
	 * @param root the directory of all its files
	 * @return the answer
	 */
	Answer withoutRoot(String root) {
		String name = ECHO_PATH.toLowerCase(Locale.ROOT);
		String path = this.headers.get(name);
		if (path == null || !path.startsWith(root) || path.equals(root)) {
			return this;
		}
		Map<String, String> changed = new HashMap<>(this.headers);
		changed.put(name, path.substring(root.length()));
		return new Answer(this.status, changed);
	}

	/** A server that answers with its own name in front means a path. */
	private static String withoutOwnHost(String location, RawRequest request) {
		Matcher own = OWN_HOST.matcher(location);
		if (own.matches() && own.group(1).equalsIgnoreCase(request.host())) {
			String path = (own.group(2) != null) ? own.group(2) : "/";
			return path.startsWith("/") ? path : "/" + path;
		}
		return BARE_HOST.matcher(location).replaceFirst("$0/");
	}

	private static boolean isSame(String target, RawRequest request) {
		String[] parts = target.split("\\?", 2);
		return target.startsWith("/") && decoded(parts[0]).equals(decoded(request.path()))
				&& request.query().equals((parts.length == 2) ? parts[1] : "");
	}

	/** {@code %c3} and {@code %C3} are the same (RFC 3986 section 6.2.2.1). */
	private static String upperCaseEncoding(String url) {
		return ENCODED.matcher(url).replaceAll((octet) -> octet.group().toUpperCase(Locale.ROOT));
	}

	/** As lenient as need be: what is no encoding stays. */
	private static String decoded(String path) {
		byte[] octets = ENCODED.matcher(path.replaceAll(";[^/]*", ""))
			.replaceAll((octet) -> octet.group().equalsIgnoreCase("%2F") ? "%2F"
					: Matcher.quoteReplacement(Character.toString(Integer.parseInt(octet.group().substring(1), 16))))
			.replaceAll("/+", "/")
			.getBytes(StandardCharsets.ISO_8859_1);
		return new String(octets, StandardCharsets.UTF_8);
	}

}
