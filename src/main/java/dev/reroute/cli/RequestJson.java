package dev.reroute.cli;

import java.util.List;
import java.util.Map;

import dev.reroute.engine.UrlRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request, in JSON.
 *
 * @param method the method
 * @param url the URL; a path is one on {@code http://localhost}
 * @param headers values by name
 * @param client the client's address
 * @param time when it is asked
 */
record RequestJson(String method, String url, Map<String, List<String>> headers, String client, String time) {

	static @Nullable RequestJson of(@Nullable UrlRequest request) {
		return (request == null) ? null : new RequestJson(request.method(), request.url().toString(), request.headers(),
				request.client(), request.time().toString());
	}

}
