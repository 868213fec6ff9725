package dev.reroute.fidelity;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request as it goes over the wire, nothing normalised.
 *
 * @param method the method
 * @param target path and query
 * @param headers the headers, {@code Host} among them
 */
record RawRequest(String method, String target, Map<String, String> headers) {

	/**
	 * Parse a line such as {@code GET /old?x=1 | Host: www.example.com | Cookie: a=b}. The
	 * method is {@code GET} and the host {@code localhost} unless said otherwise.
	 */
	static RawRequest parse(String line) {
		String[] parts = line.strip().split("\\s+\\|\\s+");
		String[] start = parts[0].split(" ", 2);
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Host", "localhost");
		for (int i = 1; i < parts.length; i++) {
			String[] header = parts[i].split(":\\s*", 2);
			headers.put(header[0], header[1]);
		}
		return (start.length == 1) ? new RawRequest("GET", start[0], headers)
				: new RawRequest(start[0], start[1], headers);
	}

	String path() {
		return this.target.split("\\?", 2)[0];
	}

	String query() {
		String[] parts = this.target.split("\\?", 2);
		return (parts.length == 2) ? parts[1] : "";
	}

	String host() {
		return this.headers.getOrDefault("Host", "").replaceFirst(":\\d+$", "");
	}

	@Override
	public String toString() {
		return this.method + " " + this.target + " " + this.headers;
	}

}
