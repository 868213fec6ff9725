package dev.reroute.pattern;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A URL as a person writes it: absolute, or a path on {@code http://localhost}. What a
 * browser would encode is encoded; a fragment, which never reaches a server, is left out.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the host, in its normal form
 * @param port the port, the scheme's own if none was written
 * @param path the path, encoded
 * @param query the query without {@code ?}; {@code null} for none
 */
public record UrlText(String scheme, String host, int port, String path, @Nullable String query) {

	/** The host of a URL without one. */
	public static final String LOCALHOST = "localhost";

	private static final Pattern URL = Pattern.compile(
			"(?:(?<scheme>https?)://(?<authority>[^/?#]*))?(?<path>/[^?#]*)?(?:\\?(?<query>[^#]*))?(?:#.*)?",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	/**
	 * Parse a URL.
	 * @param text for instance {@code https://www.example.com/a?b=c} or {@code /a?b=c}
	 * @return the URL
	 * @throws InvalidTextException if it is neither a URL of http or https nor a path
	 */
	public static UrlText parse(String text) {
		Matcher url = URL.matcher(text);
		if (text.length() > Limits.TEXT_LENGTH || !url.matches()
				|| (url.group("scheme") == null && url.group("path") == null)) {
			throw invalid(text);
		}
		boolean absolute = url.group("scheme") != null;
		String scheme = absolute ? url.group("scheme").toLowerCase(Locale.ROOT) : "http";
		Authority authority = absolute ? Authority.parse(url.group("authority")) : new Authority(LOCALHOST, -1);
		if (authority == null) {
			throw invalid(text);
		}
		String path = (url.group("path") != null) ? url.group("path") : "/";
		String query = url.group("query");
		return new UrlText(scheme, authority.host(), authority.portFor(scheme), PercentEncoding.encodeForbidden(path),
				(query != null) ? PercentEncoding.encodeForbidden(query) : null);
	}

	/**
	 * This URL with another scheme, and its port.
	 * @param scheme {@code http} or {@code https}
	 * @return the URL
	 */
	public UrlText withScheme(String scheme) {
		return new UrlText(scheme, this.host, Authority.defaultPort(scheme), this.path, this.query);
	}

	public UrlText withHost(String host) {
		return new UrlText(this.scheme, host, this.port, this.path, this.query);
	}

	public UrlText withPort(int port) {
		return new UrlText(this.scheme, this.host, port, this.path, this.query);
	}

	public UrlText withPath(String path) {
		return new UrlText(this.scheme, this.host, this.port, path, this.query);
	}

	public UrlText withQuery(@Nullable String query) {
		return new UrlText(this.scheme, this.host, this.port, this.path, query);
	}

	private static InvalidTextException invalid(String text) {
		return new InvalidTextException("bad-url", 0,
				"a path such as '/old', or a URL such as 'https://example.com/old'", InvalidTextException.quoted(text));
	}

	/**
	 * The URL; short where the host is {@link #LOCALHOST}.
	 */
	@Override
	public String toString() {
		String pathAndQuery = (this.query != null) ? this.path + "?" + this.query : this.path;
		boolean defaultPort = this.port == Authority.defaultPort(this.scheme);
		if (this.host.equals(LOCALHOST) && defaultPort && this.scheme.equals("http")) {
			return pathAndQuery;
		}
		return this.scheme + "://" + this.host + (defaultPort ? "" : ":" + this.port) + pathAndQuery;
	}

}
