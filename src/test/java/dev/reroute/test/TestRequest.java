package dev.reroute.test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.reroute.pattern.PathText;
import dev.reroute.rule.RequestView;
import org.jspecify.annotations.Nullable;

/**
 * A request as a test writes it: {@code TestRequest.get("http://shop.example.com/a?x=1")}
 * or {@code TestRequest.get("/a")}, which asks {@code http://localhost}.
 */
public final class TestRequest implements RequestView {

	private final String method;

	private final String scheme;

	private final String host;

	private final int port;

	private final String rawPath;

	private final @Nullable String query;

	private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private String contextPath = "";

	private String client = "192.0.2.1";

	private Instant time = Instant.parse("2026-11-22T12:00:00Z");

	private TestRequest(String method, String url) {
		this.method = method;
		String rest = url;
		String authority = "localhost";
		int scheme = url.startsWith("http") ? url.indexOf("://") : -1;
		this.scheme = (scheme > 0) ? url.substring(0, scheme) : "http";
		if (scheme > 0) {
			int slash = url.indexOf('/', scheme + 3);
			authority = url.substring(scheme + 3, (slash < 0) ? url.length() : slash);
			rest = (slash < 0) ? "/" : url.substring(slash);
		}
		int colon = authority.startsWith("[") ? authority.indexOf("]:") + 1 : authority.indexOf(':');
		this.host = ((colon > 0) ? authority.substring(0, colon) : authority).toLowerCase(Locale.ROOT);
		this.port = (colon > 0) ? Integer.parseInt(authority.substring(colon + 1))
				: this.scheme.equals("https") ? 443 : 80;
		int question = rest.indexOf('?');
		this.rawPath = (question < 0) ? rest : rest.substring(0, question);
		this.query = (question < 0) ? null : rest.substring(question + 1);
	}

	public static TestRequest get(String url) {
		return new TestRequest("GET", url);
	}

	public static TestRequest of(String method, String url) {
		return new TestRequest(method, url);
	}

	public TestRequest header(String name, String value) {
		this.headers.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value);
		return this;
	}

	/** A cookie; tests see it in {@link #cookies}, and as a header. */
	public TestRequest cookie(String name, String value) {
		return header("Cookie", name + "=" + value);
	}

	public TestRequest from(String client) {
		this.client = client;
		return this;
	}

	public TestRequest at(String instant) {
		this.time = Instant.parse(instant);
		return this;
	}

	public TestRequest inContext(String contextPath) {
		this.contextPath = contextPath;
		return this;
	}

	@Override
	public String method() {
		return this.method;
	}

	@Override
	public String scheme() {
		return this.scheme;
	}

	@Override
	public String host() {
		return this.host;
	}

	@Override
	public int port() {
		return this.port;
	}

	@Override
	public String contextPath() {
		return this.contextPath;
	}

	@Override
	public @Nullable String path() {
		return PathText.decode(this.rawPath);
	}

	@Override
	public @Nullable String query() {
		return this.query;
	}

	@Override
	public List<String> headers(String name) {
		return this.headers.getOrDefault(name, List.of());
	}

	@Override
	public List<String> cookies(String name) {
		return headers("Cookie").stream()
			.filter((cookie) -> cookie.startsWith(name + "="))
			.map((cookie) -> cookie.substring(name.length() + 1))
			.toList();
	}

	@Override
	public String client() {
		return this.client;
	}

	@Override
	public Instant time() {
		return this.time;
	}

	@Override
	public String toString() {
		return this.method + " " + this.scheme + "://" + this.host + ":" + this.port + this.rawPath
				+ ((this.query != null) ? "?" + this.query : "") + " " + this.headers;
	}

}
