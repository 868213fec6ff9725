package dev.reroute.pattern;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A target in its parts.
 *
 * <pre>
 * target    = [ scheme "://" authority ] path [ "?" query ] [ "#" fragment ]
 * scheme    = "http" | "https" | "{scheme}"
 * </pre>
 *
 * @param host scheme and authority; {@code null} for a target on this host
 * @param path the path
 * @param query the query; {@code null} for none
 * @param fragment the fragment; {@code null} for none
 */
record TargetParts(@Nullable TargetHost host, Template path, @Nullable Template query, @Nullable Template fragment) {

	private static final Pattern ABSOLUTE = Pattern.compile("(?i)(https?|\\{scheme})://");

	private static final Pattern DELIMITERS = Pattern.compile("(?<path>[^?#]*)(\\?(?<query>[^#]*))?(#(?<fragment>.*))?",
			Pattern.DOTALL);

	static TargetParts parse(String text, CaptureNames names, RedirectTargets allowed) {
		Matcher absolute = ABSOLUTE.matcher(text);
		int pathStart = 0;
		TargetHost host = null;
		if (absolute.lookingAt()) {
			pathStart = endOfAuthority(text, absolute.end(), names);
			String authority = text.substring(absolute.end(), pathStart);
			host = at(absolute.end(), () -> TargetHost.parse(absolute.group(1), authority, names, allowed));
		}
		else {
			checkStart(text, names);
		}
		Matcher parts = DELIMITERS.matcher(text).region(pathStart, text.length());
		if (!parts.matches()) {
			throw new IllegalStateException("Every text has delimiters or none");
		}
		Template path = at(pathStart, () -> Template.parse(parts.group("path"), PercentEncoding.PATH, names));
		at(pathStart, () -> checkPath(parts.group("path")));
		return new TargetParts(host, path, part(parts, "query", PercentEncoding.QUERY, names),
				part(parts, "fragment", PercentEncoding.FRAGMENT, names));
	}

	private static @Nullable Template part(Matcher parts, String name, PercentEncoding encoding, CaptureNames names) {
		String text = parts.group(name);
		return (text != null) ? at(parts.start(name), () -> Template.parse(text, encoding, names)) : null;
	}

	/** Parse a part; what is wrong in it is told by its place in the whole. */
	private static <T> T at(int offset, Supplier<T> parser) {
		try {
			return parser.get();
		}
		catch (InvalidTextException ex) {
			throw new InvalidTextException(ex.code(), ex.position() + offset, ex.expected(), ex.got());
		}
	}

	/**
	 * The authority ends at the first delimiter, or at a placeholder whose value is sure
	 * to begin with a slash: {@code https://www.example.com{path}}.
	 */
	private static int endOfAuthority(String text, int start, CaptureNames names) {
		for (int i = start; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '/' || c == '?' || c == '#' || c == '\\') {
				return i;
			}
			if (c == '{') {
				Placeholder placeholder = Placeholder.parseAt(text, i);
				if (names.rests().contains(placeholder.name())) {
					return i;
				}
				i = placeholder.end() - 1;
			}
		}
		return text.length();
	}

	private static void checkStart(String text, CaptureNames names) {
		boolean slash = text.startsWith("/")
				|| (text.startsWith("{") && names.rests().contains(Placeholder.parseAt(text, 0).name()));
		if (!slash || endOfSlashes(text) > 1) {
			throw new InvalidTextException("bad-target", 0,
					"a target that starts with one '/', 'http://', 'https://', or a placeholder for a path",
					InvalidTextException.quoted(text));
		}
	}

	private static String checkPath(String path) {
		String decoded = PercentEncoding.decode(path.replaceAll("\\{[^{}]*}", "x"), false);
		if (decoded == null) {
			throw new InvalidTextException("bad-encoding", 0, "'%' followed by two hex digits, UTF-8",
					InvalidTextException.quoted(path));
		}
		if (decoded.indexOf('\\') >= 0 || decoded.chars().anyMatch(Character::isISOControl)
				|| PathText.hasDotSegment(decoded)) {
			throw new InvalidTextException("bad-target", 0,
					"a path without dot segments, backslashes and control characters",
					InvalidTextException.quoted(path));
		}
		return decoded;
	}

	/**
	 * Fill in the values.
	 * @param values gives them
	 * @return the target, or {@code null} if the values may not go there
	 */
	@Nullable FilledTarget fill(Template.Values values) {
		String filledPath = this.path.fill(values);
		if (!this.path.isLiteral() && climbs(filledPath)) {
			return null;
		}
		String filledQuery = (this.query != null) ? this.query.fill(values) : null;
		String filledFragment = (this.fragment != null) ? this.fragment.fill(values) : null;
		if (this.host == null) {
			return new FilledTarget(null, null, -1, withOneLeadingSlash(filledPath), filledQuery, filledFragment);
		}
		String scheme = this.host.scheme(values);
		Authority authority = (scheme != null) ? this.host.authority(scheme, values) : null;
		return (authority == null) ? null : new FilledTarget(scheme, authority.host(), authority.port(),
				filledPath.startsWith("/") ? filledPath : "/" + filledPath, filledQuery, filledFragment);
	}

	private static String withOneLeadingSlash(String path) {
		if (path.length() > 1 && path.charAt(0) == '/' && "/\\%".indexOf(path.charAt(1)) < 0) {
			return path;
		}
		return "/" + path.substring(endOfSlashes(path));
	}

	/**
	 * In a path that begins with several of these, a browser could see another host. Not
	 * a regular expression: the JDK's recurse, and a request decides how many there are.
	 */
	private static int endOfSlashes(String path) {
		int i = 0;
		while (i < path.length()) {
			if (path.charAt(i) == '/' || path.charAt(i) == '\\') {
				i++;
			}
			else if (path.regionMatches(true, i, "%2f", 0, 3) || path.regionMatches(true, i, "%5c", 0, 3)) {
				i += 3;
			}
			else {
				break;
			}
		}
		return i;
	}

	private static boolean climbs(String encodedPath) {
		if (encodedPath.indexOf('.') < 0 && encodedPath.indexOf('%') < 0) {
			return false;
		}
		String decoded = PercentEncoding.decode(encodedPath, false);
		return decoded == null || PathText.hasDotSegment(decoded);
	}

	List<String> names() {
		return Stream.of((this.host != null) ? this.host.template() : null, this.path, this.query, this.fragment)
			.flatMap((part) -> (part != null) ? part.names().stream() : Stream.empty())
			.toList();
	}

}
