package dev.reroute.app.tour;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * One request and its answer, with the headers that matter here.
 *
 * @param request what was sent
 * @param response what came back
 * @param then what a browser does next, if it does anything
 */
record Hop(Request request, Response response, @Nullable String then) {

	static final String FORM = "application/x-www-form-urlencoded";

	private static final List<String> SHOWN = List.of("Location", "Cache-Control", "Vary", "Allow", "Content-Type");

	private static final Pattern READABLE = Pattern.compile("text/plain|application/(problem\\+)?json");

	static Hop of(Step step, HttpResponse<?> response, String body, @Nullable String then) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (String name : SHOWN) {
			response.headers().firstValue(name).ifPresent((value) -> headers.put(name, value));
		}
		HttpStatus status = HttpStatus.resolve(response.statusCode());
		String reason = (status != null) ? status.getReasonPhrase() : "";
		boolean readable = READABLE.matcher(headers.getOrDefault("Content-Type", "")).lookingAt();
		return new Hop(Request.of(step),
				new Response(response.statusCode(), reason, headers, (readable && !body.isEmpty()) ? body : null),
				then);
	}

	/**
	 * What was sent.
	 *
	 * @param method the method
	 * @param target path and query
	 * @param headers those that matter
	 * @param body the form, if there is one
	 */
	record Request(String method, String target, Map<String, String> headers, @Nullable String body) {

		private static Request of(Step step) {
			URI uri = step.uri();
			Map<String, String> headers = new LinkedHashMap<>();
			headers.put("Host", uri.getRawAuthority());
			if (step.form() != null) {
				headers.put("Content-Type", FORM);
				headers.put("Content-Length", String.valueOf(step.form().getBytes(StandardCharsets.UTF_8).length));
			}
			String query = (uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "";
			return new Request(step.method(), uri.getRawPath() + query, headers, step.form());
		}

	}

	/**
	 * What came back.
	 *
	 * @param status the status code
	 * @param reason what the code is called
	 * @param headers those that matter
	 * @param body the body, if it is JSON or plain text
	 */
	record Response(int status, String reason, Map<String, String> headers, @Nullable String body) {
	}

}
