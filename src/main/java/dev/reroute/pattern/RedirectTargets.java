package dev.reroute.pattern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Tells where a redirect may lead when request data takes part in it (design 3.6).
 * <p>
 * The everyday case, "send the user back to {@code ?next=}", in a controller of yours:
 *
 * <pre class="code">
 * String next = this.redirectTargets.accept(request.getParameter("next")).orElse("/");
 * return ResponseEntity.status(303).location(URI.create(next)).build();
 * </pre>
 *
 * Accepted are
 * <ul>
 * <li>a path on this host: it starts with exactly one {@code /};</li>
 * <li>an {@code http} or {@code https} URL whose host is in
 * {@code reroute.allowed-hosts}.</li>
 * </ul>
 * Everything else is not, whatever it is dressed as: {@code //evil.example},
 * {@code /\evil.example}, {@code https:evil.example}, {@code javascript:...}, dot
 * segments, backslashes, control characters, user info.
 */
public final class RedirectTargets {

	private static final Pattern ABSOLUTE = Pattern.compile("(?i)(https?)://([^/?#]*)([/?#].*)?");

	/** To a browser, what follows a second slash is another host. */
	private static final Pattern SLASHES_AT_START = Pattern.compile("(?i)^/(/|%2f|%5c)");

	private static final String SUBDOMAINS = "*.";

	private final List<Authority> hosts = new ArrayList<>();

	private final List<Authority> parents = new ArrayList<>();

	/**
	 * Create the check.
	 * @param allowedHosts hosts such as {@code www.example.com}, {@code *.example.com}
	 * for all hosts below it, and {@code example.com:8443}; without a port the default
	 * port of the scheme is meant
	 * @throws InvalidTextException if one of them is no host
	 */
	public RedirectTargets(Collection<String> allowedHosts) {
		for (String text : allowedHosts) {
			boolean parent = text.startsWith(SUBDOMAINS);
			Authority authority = Authority.parse(parent ? text.substring(SUBDOMAINS.length()) : text);
			if (authority == null) {
				throw new InvalidTextException("bad-host", 0, "a host such as 'www.example.com' or '*.example.com'",
						InvalidTextException.quoted(text));
			}
			(parent ? this.parents : this.hosts).add(authority);
		}
	}

	/**
	 * Check a target that came with a request.
	 * @param target the target as the client sent it, decoded
	 * @return the value for {@code Location}: ASCII, percent-encoded; empty if a redirect
	 * to this target is not safe
	 */
	public Optional<String> accept(@Nullable String target) {
		if (target == null || target.isEmpty() || target.length() > Limits.TEXT_LENGTH || hasForbidden(target)) {
			return Optional.empty();
		}
		if (target.charAt(0) == '/') {
			return acceptPath(target);
		}
		Matcher matcher = ABSOLUTE.matcher(target);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
		Authority authority = Authority.parse(matcher.group(2));
		if (authority == null || !allows(scheme, authority)) {
			return Optional.empty();
		}
		String rest = (matcher.group(3) != null) ? matcher.group(3) : "";
		return Optional.of(scheme + "://" + authority + encode(rest.startsWith("/") ? rest : "/" + rest));
	}

	private static Optional<String> acceptPath(String target) {
		int end = target.length();
		for (char delimiter : new char[] { '?', '#' }) {
			int index = target.indexOf(delimiter);
			end = (index >= 0 && index < end) ? index : end;
		}
		String path = PercentEncoding.decode(target.substring(0, end), false);
		if (path == null || SLASHES_AT_START.matcher(target).find() || PathText.hasDotSegment(path)
				|| hasForbidden(path)) {
			return Optional.empty();
		}
		return Optional.of(encode(target));
	}

	/** Path and query, and a fragment as it is: nothing in it leads anywhere else. */
	private static String encode(String target) {
		int hash = target.indexOf('#');
		if (hash < 0) {
			return PercentEncoding.PATH.encodeLiteral(target);
		}
		return PercentEncoding.PATH.encodeLiteral(target.substring(0, hash)) + "#"
				+ PercentEncoding.FRAGMENT.encodeLiteral(target.substring(hash + 1));
	}

	private static boolean hasForbidden(String text) {
		return text.chars().anyMatch((c) -> c == '\\' || Character.isISOControl(c)) || text.startsWith(" ");
	}

	/**
	 * Whether a redirect may lead to a host.
	 * @param scheme {@code http} or {@code https}
	 * @param authority the host and port
	 * @return whether it is allowed
	 */
	boolean allows(String scheme, Authority authority) {
		return this.hosts.stream()
			.anyMatch((host) -> samePort(host, authority, scheme) && host.host().equals(authority.host()))
				|| this.parents.stream()
					.anyMatch((parent) -> samePort(parent, authority, scheme)
							&& authority.host().endsWith("." + parent.host()));
	}

	boolean couldAllowByWildcard(String suffix) {
		String end = withoutPort(suffix);
		return this.parents.stream()
			.map((parent) -> "." + parent.host())
			.anyMatch((parent) -> parent.endsWith(end) || end.endsWith(parent));
	}

	private static String withoutPort(String suffix) {
		return suffix.replaceFirst(":[^:]*$", "").toLowerCase(Locale.ROOT);
	}

	private static boolean samePort(Authority allowed, Authority asked, String scheme) {
		return allowed.portFor(scheme) == asked.portFor(scheme);
	}

	/**
	 * Whether any allowed host could end in a text, so that a rule whose placeholder
	 * stands in front of it has a chance.
	 * @param suffix the end of an authority, possibly with a port, possibly empty
	 * @return whether one could
	 */
	boolean couldAllow(String suffix) {
		String end = withoutPort(suffix);
		return this.hosts.stream().anyMatch((host) -> host.host().endsWith(end)) || couldAllowByWildcard(suffix);
	}

}
