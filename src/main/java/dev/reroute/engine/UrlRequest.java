package dev.reroute.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.reroute.pattern.PathText;
import dev.reroute.pattern.UrlText;
import dev.reroute.rule.RequestView;
import org.jspecify.annotations.Nullable;

/**
 * A request that is made up rather than received: to ask a rule set what it would do.
 *
 * @param method the method
 * @param url the URL
 * @param headers values by name, without regard to case
 * @param client the client's address
 * @param time when it is asked
 */
public record UrlRequest(String method, UrlText url, Map<String, List<String>> headers, String client,
		Instant time) implements RequestView {

	/** An address of no one (RFC 5737). */
	private static final String NO_ONE = "192.0.2.1";

	public UrlRequest {
		headers = sorted(headers);
	}

	private static Map<String, List<String>> sorted(Map<String, List<String>> headers) {
		Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		sorted.putAll(headers);
		return sorted;
	}

	/**
	 * Ask for a URL with GET, now.
	 * @param url a URL, or a path on {@code http://localhost}
	 * @return the request
	 * @throws dev.reroute.pattern.InvalidTextException if it is no URL
	 */
	public static UrlRequest get(String url) {
		return of(UrlText.parse(url));
	}

	/**
	 * Ask for a URL with GET, now.
	 * @param url the URL
	 * @return the request
	 */
	public static UrlRequest of(UrlText url) {
		return new UrlRequest("GET", url, Map.of(), NO_ONE, Instant.now());
	}

	public UrlRequest withMethod(String method) {
		return new UrlRequest(method, this.url, this.headers, this.client, this.time);
	}

	public UrlRequest withUrl(UrlText url) {
		return new UrlRequest(this.method, url, this.headers, this.client, this.time);
	}

	/**
	 * Add a header.
	 * @param name its name
	 * @param value its value
	 * @return the request with it
	 */
	public UrlRequest withHeader(String name, String value) {
		Map<String, List<String>> more = sorted(this.headers);
		List<String> values = new ArrayList<>(headers(name));
		values.add(value);
		more.put(name, values);
		return new UrlRequest(this.method, this.url, more, this.client, this.time);
	}

	public UrlRequest withClient(String client) {
		return new UrlRequest(this.method, this.url, this.headers, client, this.time);
	}

	public UrlRequest at(Instant time) {
		return new UrlRequest(this.method, this.url, this.headers, this.client, time);
	}

	@Override
	public String scheme() {
		return this.url.scheme();
	}

	@Override
	public String host() {
		return this.url.host();
	}

	@Override
	public int port() {
		return this.url.port();
	}

	@Override
	public String contextPath() {
		return "";
	}

	@Override
	public @Nullable String path() {
		return PathText.decode(this.url.path());
	}

	@Override
	public @Nullable String query() {
		return this.url.query();
	}

	@Override
	public List<String> headers(String name) {
		return this.headers.getOrDefault(name, List.of());
	}

	@Override
	public List<String> cookies(String name) {
		List<String> values = new ArrayList<>();
		for (String header : headers("Cookie")) {
			for (String pair : header.split(";")) {
				int equals = pair.indexOf('=');
				if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
					values.add(pair.substring(equals + 1).strip());
				}
			}
		}
		return values;
	}

	/** The method, unless it is GET, and the URL. */
	@Override
	public String toString() {
		return this.method.equals("GET") ? this.url.toString() : this.method + " " + this.url;
	}

}
