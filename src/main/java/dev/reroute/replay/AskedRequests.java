package dev.reroute.replay;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.reroute.engine.UrlRequest;
import dev.reroute.pattern.InvalidTextException;
import dev.reroute.pattern.UrlText;
import dev.reroute.replay.log.LoggedRequest;
import org.jspecify.annotations.Nullable;

/**
 * Makes a request of what a log has, with what the log does not have filled in. Headers
 * and client are only taken where rules look at them.
 */
final class AskedRequests {

	/** Hosts whose normal form is kept. */
	private static final int KNOWN = 10_000;

	private final UrlText base;

	private final Instant time;

	private final LookedFor lookedFor;

	private final UrlRequest template;

	private final Map<String, UrlText> known = new HashMap<>();

	private final Set<String> told = new TreeSet<>();

	/**
	 * Create for a log.
	 * @param assumed scheme and host of requests for which the log has none
	 * @param time when the rules are asked
	 * @param lookedFor what the rules look at
	 */
	AskedRequests(AssumedOrigin assumed, Instant time, LookedFor lookedFor) {
		this.base = assumed.url();
		this.time = time;
		this.lookedFor = lookedFor;
		this.template = UrlRequest.of(this.base).at(time);
		if (assumed.isHostGiven()) {
			this.told.add(LookedFor.HOST);
		}
		if (assumed.isSchemeGiven()) {
			this.told.add(LookedFor.SCHEME);
		}
	}

	/**
	 * Make a request.
	 * @param logged what the log has
	 * @return the request, or {@code null} if it has no path or its host is none
	 */
	@Nullable UrlRequest of(LoggedRequest logged) {
		UrlText url = url(logged);
		return (url == null) ? null : new UrlRequest(logged.method().isEmpty() ? "GET" : logged.method(), url,
				headers(logged), client(logged), this.time);
	}

	/** What rules look at, but the log did not tell so far. */
	Map<String, Integer> gaps() {
		return this.lookedFor.missingFrom(this.told);
	}

	/** RFC 9112 section 3.2: of the four forms of a target, two have a path. */
	private @Nullable UrlText url(LoggedRequest logged) {
		String target = logged.target();
		if (target.startsWith("/")) {
			String scheme = (logged.scheme() != null) ? logged.scheme() : schemeOf(logged.host());
			UrlText at = at(scheme, logged.host());
			return (at == null) ? null : withTarget(at, target);
		}
		int colon = target.indexOf("://");
		String scheme = (colon > 0) ? target.substring(0, colon).toLowerCase(Locale.ROOT) : "";
		if (!scheme.equals("http") && !scheme.equals("https")) {
			return null;
		}
		int start = colon + 3;
		int end = start;
		while (end < target.length() && target.charAt(end) != '/' && target.charAt(end) != '?') {
			end++;
		}
		UrlText at = at(scheme, target.substring(start, end));
		String rest = target.substring(end);
		return (at == null) ? null : withTarget(at, rest.startsWith("/") ? rest : "/" + rest);
	}

	/** A log of virtual hosts has the port, if not the scheme. */
	private static @Nullable String schemeOf(@Nullable String host) {
		return (host == null) ? null : host.endsWith(":443") ? "https" : host.endsWith(":80") ? "http" : null;
	}

	private static UrlText withTarget(UrlText at, String target) {
		int mark = target.indexOf('?');
		return (mark < 0) ? new UrlText(at.scheme(), at.host(), at.port(), target, null)
				: new UrlText(at.scheme(), at.host(), at.port(), target.substring(0, mark), target.substring(mark + 1));
	}

	private @Nullable UrlText at(@Nullable String scheme, @Nullable String host) {
		if (scheme == null && host == null) {
			return this.base;
		}
		String actual = this.base.scheme();
		if (scheme != null && (scheme.equals("http") || scheme.equals("https"))) {
			actual = scheme;
			this.told.add(LookedFor.SCHEME);
		}
		if (host == null) {
			return actual.equals(this.base.scheme()) ? this.base : this.base.withScheme(actual);
		}
		this.told.add(LookedFor.HOST);
		String origin = actual + "://" + host;
		UrlText url = this.known.get(origin);
		if (url == null) {
			url = parse(origin);
			if (url != null && this.known.size() < KNOWN) {
				this.known.put(origin, url);
			}
		}
		return url;
	}

	private static @Nullable UrlText parse(String origin) {
		try {
			return UrlText.parse(origin + "/");
		}
		catch (InvalidTextException ex) {
			return null;
		}
	}

	private String client(LoggedRequest logged) {
		String client = logged.client();
		if (client == null || !this.lookedFor.contains(LookedFor.CLIENT)) {
			return this.template.client();
		}
		this.told.add(LookedFor.CLIENT);
		return client;
	}

	private Map<String, List<String>> headers(LoggedRequest logged) {
		Map<String, List<String>> headers = new TreeMap<>();
		add("User-Agent", logged.userAgent(), LookedFor.USER_AGENT, headers);
		add("Referer", logged.referer(), LookedFor.REFERER, headers);
		return headers;
	}

	private void add(String name, @Nullable String value, String what, Map<String, List<String>> headers) {
		if (value != null && this.lookedFor.contains(what)) {
			this.told.add(what);
			headers.put(name, List.of(value));
		}
	}

}
