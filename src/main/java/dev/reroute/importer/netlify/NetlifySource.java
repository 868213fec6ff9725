package dev.reroute.importer.netlify;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.importer.InvalidDirectiveException;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.pages.PagePath;
import org.jspecify.annotations.Nullable;

/**
 * The source of a redirect.
 *
 * <pre>
 * source = [ scheme "://" host ] path
 * path   = { "/" ( segment | ":" name | "*" ) }     "*" is the last
 * </pre>
 *
 * @param scheme the scheme, or {@code null}
 * @param host the host, possibly with a port, or {@code null}
 * @param path the path
 */
record NetlifySource(@Nullable String scheme, @Nullable String host, PagePath path) {

	private static final Pattern URL = Pattern.compile("(https?)://([^/?#]*)(.*)");

	private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+(?::\\d{1,5})?");

	private static final String OWN = "/.netlify";

	static NetlifySource parse(String from) throws InvalidDirectiveException, NotTranslatableException {
		Matcher url = URL.matcher(from);
		if (!url.matches()) {
			return new NetlifySource(null, null, path(from));
		}
		String host = url.group(2);
		if (host.isEmpty() || host.startsWith(":")) {
			throw new InvalidDirectiveException("a source that is a path or a URL with a host");
		}
		if (!HOST.matcher(host).matches()) {
			throw new NotTranslatableException("nothing is known of hosts such as '" + host + "' in a source");
		}
		return new NetlifySource(url.group(1), host.toLowerCase(Locale.ROOT),
				path(url.group(3).isEmpty() ? "/" : url.group(3)));
	}

	private static PagePath path(String text) throws InvalidDirectiveException, NotTranslatableException {
		if (text.startsWith(OWN)) {
			throw new InvalidDirectiveException("a source outside of '/.netlify', which is Netlify's own");
		}
		if (!text.startsWith("/")) {
			throw new InvalidDirectiveException("a source that begins with '/', 'http://' or 'https://'");
		}
		if (text.indexOf('?') >= 0) {
			throw new InvalidDirectiveException("a source without a query, which is written behind it as name=value");
		}
		if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
			throw new InvalidDirectiveException("a source without braces (is this a template?)");
		}
		int splat = text.indexOf('*');
		if (splat >= 0 && splat < text.length() - 1) {
			throw new NotTranslatableException("an asterisk is known to work at the end of a source only");
		}
		return PagePath.parse(text, PagePath.Placeholders.SEGMENTS);
	}

	/**
	 * Whether it matches with and without a slash at its end by itself.
	 * @return whether it does
	 */
	boolean takesAnySlash() {
		return this.path.endsWithSplat() || this.path.asTarget().equals("/");
	}

	/**
	 * Whether a target is the source itself, but for a slash at its end.
	 * @param target the target, without query and fragment
	 * @return whether it is
	 */
	boolean isSame(String target) {
		return withoutSlash(pathOf(target)).equals(withoutSlash(this.path.asTarget())) && isOwnHost(target);
	}

	/**
	 * Whether a target is sure to be on the host that was asked.
	 * @param target the target
	 * @return whether it has no host, or that of the source
	 */
	boolean isOwnHost(String target) {
		Matcher url = URL.matcher(target);
		return !url.matches() || (url.group(1).equals(this.scheme) && url.group(2).equalsIgnoreCase(this.host));
	}

	static String pathOf(String target) {
		Matcher url = URL.matcher(target);
		return url.matches() ? (url.group(3).isEmpty() ? "/" : url.group(3)) : target;
	}

	private static String withoutSlash(String path) {
		return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

}
