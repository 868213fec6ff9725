package dev.reroute.pattern;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The right side of a rule: where a request is sent or what it becomes.
 * <ul>
 * <li>It starts with {@code /} (this host), or {@code http://} or {@code https://}, or
 * {@code {scheme}://}.</li>
 * <li>A target on this host stays there whatever the captures hold: every leading run of
 * slashes and backslashes, in any encoding, becomes one {@code /}.</li>
 * <li>A placeholder in the host needs {@code reroute.allowed-hosts}, and only those hosts
 * can come out of it.</li>
 * <li>Captured text never forms a dot segment: such a request is not the rule's.</li>
 * </ul>
 * {@code /new/{*rest}} takes {@code /old} to {@code /new} and {@code /old/a%2Fb} to
 * {@code /new/a%2Fb}. {@code //host/x}, {@code javascript:x} and
 * {@code https://host.example{1}} are problems.
 */
public final class TargetTemplate {

	private static final Pattern ABSOLUTE = Pattern.compile("(?i)(https?|\\{scheme}):(//)?");

	/** In a path that begins with these, a browser could see another host. */
	private static final Pattern LEADING_SLASHES = Pattern.compile("(?i)^(?:[/\\\\]|%2f|%5c)+");

	private final String text;

	private final @Nullable String scheme;

	private final @Nullable Template host;

	private final @Nullable Authority fixedAuthority;

	private final Template path;

	private final @Nullable Template query;

	private final @Nullable Template fragment;

	private final RedirectTargets allowed;

	private TargetTemplate(String text, CaptureNames names, RedirectTargets allowed) {
		this.text = text;
		this.allowed = allowed;
		String rest = text;
		int offset = 0;
		Matcher absolute = ABSOLUTE.matcher(text);
		if (absolute.lookingAt() && absolute.group(2) != null) {
			this.scheme = absolute.group(1).toLowerCase(Locale.ROOT);
			offset = endOfAuthority(text, absolute.end(), names);
			rest = text.substring(offset);
			this.host = parsePart(text.substring(absolute.end(), offset), PercentEncoding.HEADER, names,
					absolute.end());
			this.fixedAuthority = checkAuthority(text.substring(absolute.end(), offset), this.host, absolute.end());
		}
		else {
			this.scheme = null;
			this.host = null;
			this.fixedAuthority = null;
			if ((!text.startsWith("/") && !text.startsWith("{path}"))
					|| LEADING_SLASHES.matcher(text).results().anyMatch((slashes) -> slashes.end() > 1)) {
				throw new InvalidTextException("bad-target", 0,
						"a target that starts with one '/', 'http://' or 'https://'",
						InvalidTextException.quoted(text));
			}
		}
		int hash = rest.indexOf('#');
		String beforeHash = (hash < 0) ? rest : rest.substring(0, hash);
		int question = beforeHash.indexOf('?');
		String pathPart = (question < 0) ? beforeHash : beforeHash.substring(0, question);
		this.path = parsePart(pathPart, PercentEncoding.PATH, names, offset);
		this.query = (question < 0) ? null
				: parsePart(beforeHash.substring(question + 1), PercentEncoding.QUERY, names, offset + question + 1);
		this.fragment = (hash < 0) ? null
				: parsePart(rest.substring(hash + 1), PercentEncoding.FRAGMENT, names, offset + hash + 1);
		checkPath(pathPart, offset);
	}

	/**
	 * Parse a target.
	 * @param text the text
	 * @param names the names that may be used
	 * @param allowed where a placeholder in the host may lead
	 * @return the template
	 * @throws InvalidTextException if it is malformed or could leave the host
	 */
	public static TargetTemplate parse(String text, CaptureNames names, RedirectTargets allowed) {
		if (text.length() > Limits.TEXT_LENGTH) {
			throw new InvalidTextException("too-long", Limits.TEXT_LENGTH,
					"a target of at most " + Limits.TEXT_LENGTH + " characters", text.length() + " characters");
		}
		return new TargetTemplate(text, names, allowed);
	}

	private static Template parsePart(String part, PercentEncoding encoding, CaptureNames names, int offset) {
		try {
			return Template.parse(part, encoding, names);
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

	private @Nullable Authority checkAuthority(String authorityText, Template template, int offset) {
		if (!template.isLiteral()) {
			if (this.allowed.isEmpty()) {
				throw new InvalidTextException("open-redirect", offset,
						"a host without placeholders, or reroute.allowed-hosts to say where it may lead",
						InvalidTextException.quoted(this.text));
			}
			return null;
		}
		Authority authority = Authority.parse(authorityText);
		if (authority == null) {
			throw new InvalidTextException("bad-host", offset,
					"a host without user info, such as 'www.example.com' or 'www.example.com:8443'",
					InvalidTextException.quoted(authorityText));
		}
		return authority;
	}

	private static void checkPath(String path, int offset) {
		String literal = path.replaceAll("\\{[^{}]*}", "x");
		String decoded = PercentEncoding.decode(literal, false);
		if (decoded == null) {
			throw new InvalidTextException("bad-encoding", offset, "'%' followed by two hex digits, UTF-8",
					InvalidTextException.quoted(path));
		}
		if (decoded.indexOf('\\') >= 0 || decoded.chars().anyMatch(Character::isISOControl)
				|| PathText.hasDotSegment(decoded)) {
			throw new InvalidTextException("bad-target", offset,
					"a path without dot segments, backslashes and control characters",
					InvalidTextException.quoted(path));
		}
	}

	/**
	 * Fill in the values.
	 * @param values gives them
	 * @return the target, or {@code null} if the values would lead to a host that is not
	 * allowed, or form a dot segment
	 */
	public @Nullable FilledTarget fill(Template.Values values) {
		String filledPath = this.path.fill(values);
		if ((filledPath.indexOf('.') >= 0 || filledPath.indexOf('%') >= 0) && climbs(filledPath)) {
			return null;
		}
		String filledQuery = (this.query != null) ? this.query.fill(values) : null;
		String filledFragment = (this.fragment != null) ? this.fragment.fill(values) : null;
		if (this.scheme == null || this.host == null) {
			return new FilledTarget(null, null, -1, withOneLeadingSlash(filledPath), filledQuery, filledFragment);
		}
		String filledScheme = this.scheme.startsWith("{") ? values.get("scheme") : this.scheme;
		if (!filledScheme.equals("http") && !filledScheme.equals("https")) {
			// a forwarding header may say anything
			return null;
		}
		Authority authority = (this.fixedAuthority != null) ? this.fixedAuthority
				: allowedAuthority(filledScheme, values);
		if (authority == null) {
			return null;
		}
		String absolutePath = filledPath.startsWith("/") ? filledPath : "/" + filledPath;
		return new FilledTarget(filledScheme, authority.host(), authority.port(), absolutePath, filledQuery,
				filledFragment);
	}

	private @Nullable Authority allowedAuthority(String filledScheme, Template.Values values) {
		Authority authority = (this.host != null) ? Authority.parse(this.host.fill(values)) : null;
		return (authority != null && this.allowed.allows(filledScheme, authority)) ? authority : null;
	}

	private static String withOneLeadingSlash(String path) {
		if (path.length() > 1 && path.charAt(0) == '/' && "/\\%".indexOf(path.charAt(1)) < 0) {
			return path;
		}
		return "/" + LEADING_SLASHES.matcher(path).replaceFirst("");
	}

	private static boolean climbs(String encodedPath) {
		String decoded = PercentEncoding.decode(encodedPath, false);
		return decoded == null || PathText.hasDotSegment(decoded);
	}

	/**
	 * Whether the target is on the host that was asked.
	 * @return whether it is
	 */
	public boolean isRelative() {
		return this.scheme == null;
	}

	/**
	 * Whether the request chooses the host.
	 * @return whether a placeholder stands in the host
	 */
	public boolean hasOpenHost() {
		return this.scheme != null && this.fixedAuthority == null;
	}

	/**
	 * Whether the target has a fragment.
	 * @return whether it has
	 */
	public boolean hasFragment() {
		return this.fragment != null;
	}

	/**
	 * The names that are used.
	 * @return the names, in order
	 */
	public List<String> names() {
		return Stream.of(this.host, this.path, this.query, this.fragment)
			.flatMap((part) -> (part != null) ? part.names().stream() : Stream.empty())
			.toList();
	}

	/**
	 * The text that it was parsed from.
	 * @return the text
	 */
	public String text() {
		return this.text;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
