package dev.reroute.fidelity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.pattern.PathText;
import dev.reroute.pattern.PercentEncoding;

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
			return this.status + " " + withoutOwnHost(location, request);
		}
		if (this.status != 200 && this.status != 404) {
			return Integer.toString(this.status);
		}
		String path = this.headers.get(ECHO_PATH.toLowerCase(Locale.ROOT));
		String query = this.headers.getOrDefault(ECHO_QUERY.toLowerCase(Locale.ROOT), "");
		String asked = decoded(request.path());
		if (path == null || (decoded(path).equals(asked) && query.equals(request.query()))) {
			return "passes";
		}
		return "rewrites " + decoded(path) + (query.isEmpty() ? "" : "?" + query);
	}

	/** A server that answers with its own name in front means a path. */
	private static String withoutOwnHost(String location, RawRequest request) {
		Matcher own = OWN_HOST.matcher(location);
		if (own.matches() && own.group(1).equalsIgnoreCase(request.host())) {
			String path = (own.group(2) != null) ? own.group(2) : "/";
			return path.startsWith("/") ? path : "/" + path;
		}
		return location;
	}

	private static String decoded(String path) {
		String text = new String(path.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
		String encoded = text.replace(" ", "%20");
		String plain = PathText.decode(encoded.chars().allMatch((c) -> c < 0x7f) ? encoded : PercentEncoding
			.encodeForbidden(encoded));
		return (plain != null) ? plain.replace("\0", "%2F") : text;
	}

}
