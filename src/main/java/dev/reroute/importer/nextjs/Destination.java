package dev.reroute.importer.nextjs;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.reroute.importer.InvalidDirectiveException;

/**
 * Where a redirect or rewrite leads.
 *
 * <pre>
 * destination = [ ( "http://" | "https://" ) host [ ":" port ] ] path [ "?" query ] [ "#" fragment ]
 * </pre>
 *
 * Host, path and fragment are in the syntax of path-to-regexp. In the query only
 * {@code :name} is replaced, where there is such a parameter.
 *
 * @param scheme such as {@code https://}; empty for this host
 * @param host the pieces of the host
 * @param port such as {@code :8080}, or empty
 * @param path the pieces of the path and the fragment
 * @param query the query without {@code ?}; empty for none
 */
record Destination(String scheme, List<PathToken> host, String port, List<PathToken> path, String query) {

	private static final Pattern SCHEME = Pattern.compile("(?i)https?://");

	private static final Pattern PORT = Pattern.compile(":\\d+$");

	private static final Pattern GROUP = Pattern.compile("\\$\\d");

	/** A name in a query. */
	static final Pattern NAME = Pattern.compile(":(\\w+)([*+?]?)");

	static Destination parse(String text) throws InvalidDirectiveException {
		Matcher scheme = SCHEME.matcher(text);
		int authority = scheme.lookingAt() ? scheme.end() : 0;
		if (GROUP.matcher(text).find()) {
			throw new InvalidDirectiveException("a destination that names a group as ':name', and not as '$1'");
		}
		if (authority == 0 && !text.startsWith("/")) {
			throw new InvalidDirectiveException("a destination that starts with '/', 'http://' or 'https://'");
		}
		int path = (authority == 0) ? 0 : indexOfAny(text, "/?#", authority);
		int query = indexOfAny(text, "?#", path);
		int fragment = indexOfAny(text, "#", query);
		String host = text.substring(authority, path);
		Matcher port = PORT.matcher(host);
		int hostEnd = port.find() ? port.start() : host.length();
		return new Destination(text.substring(0, authority), PathTokenParser.parse(host.substring(0, hostEnd)),
				host.substring(hostEnd), PathTokenParser.parse(text.substring(path, query) + text.substring(fragment)),
				(query < fragment) ? text.substring(query + 1, fragment) : "");
	}

	private static int indexOfAny(String text, String delimiters, int from) {
		int index = from;
		while (index < text.length() && delimiters.indexOf(text.charAt(index)) < 0) {
			index++;
		}
		return index;
	}

	boolean isExternal() {
		return !this.scheme.isEmpty();
	}

	/** The parameters in path, fragment and host. */
	Set<String> pathNames() {
		Set<String> names = new TreeSet<>();
		Stream.concat(this.path.stream(), this.host.stream()).forEach((token) -> {
			if (token instanceof PathToken.Key key) {
				names.add(key.name());
			}
		});
		return names;
	}

	/** What may be a parameter, anywhere. */
	Set<String> names() {
		Set<String> names = pathNames();
		NAME.matcher(this.query).results().forEach((found) -> names.add(found.group(1)));
		return names;
	}

	/** Whether a name is used only as the rest of a path: {@code /new/:name*}. */
	boolean usesOnlyAsRest(String name) {
		boolean inPath = this.path.stream()
			.allMatch((token) -> !(token instanceof PathToken.Key key) || !key.name().equals(name)
					|| (key.prefix().equals("/") && key.suffix().isEmpty()));
		boolean inHost = this.host.stream()
			.anyMatch((token) -> token instanceof PathToken.Key key && key.name().equals(name));
		boolean inQuery = NAME.matcher(this.query).results().anyMatch((found) -> found.group(1).equals(name));
		return inPath && !inHost && !inQuery;
	}

}
