package dev.reroute.bench;

import java.time.Instant;
import java.util.List;

import dev.reroute.pattern.PathText;
import dev.reroute.rule.RequestView;
import org.jspecify.annotations.Nullable;

/**
 * A request that costs what the servlet side's costs: the path is decoded when it is
 * made, everything else is there.
 */
record BenchRequest(String host, @Nullable String path, List<String> headers) implements RequestView {

	static BenchRequest get(String rawPath) {
		return new BenchRequest("www.example.com", PathText.decode(rawPath), List.of("de"));
	}

	@Override
	public String method() {
		return "GET";
	}

	@Override
	public String scheme() {
		return "https";
	}

	@Override
	public int port() {
		return 443;
	}

	@Override
	public String contextPath() {
		return "";
	}

	@Override
	public @Nullable String query() {
		return null;
	}

	@Override
	public List<String> headers(String name) {
		return this.headers;
	}

	@Override
	public List<String> cookies(String name) {
		return List.of();
	}

	@Override
	public String client() {
		return "192.0.2.1";
	}

	@Override
	public Instant time() {
		return Instant.EPOCH;
	}

}
