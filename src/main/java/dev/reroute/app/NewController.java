package dev.reroute.app;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells what it received. Behind a rewrite one sees here what the client does not.
 */
@Demo
@RestController
class NewController {

	/** Would let a script read what the browser keeps from it. */
	private static final Set<String> SECRET = Set.of("authorization", "cookie");

	@Operation(summary = "Shows the request as this endpoint received it; rules lead here from /old")
	@RequestMapping(path = { "/new", "/new/{*rest}" }, method = { RequestMethod.GET, RequestMethod.POST })
	Received show(HttpServletRequest request) {
		return new Received("This is the new endpoint", request.getMethod(), request.getRequestURI(), headers(request),
				params(request));
	}

	private static Map<String, String> headers(HttpServletRequest request) {
		Map<String, String> headers = new TreeMap<>();
		for (String name : Collections.list(request.getHeaderNames())) {
			String lower = name.toLowerCase(Locale.ROOT);
			String value = String.join(", ", Collections.list(request.getHeaders(name)));
			headers.put(lower, SECRET.contains(lower) ? "(not shown)" : value);
		}
		return headers;
	}

	private static Map<String, Object> params(HttpServletRequest request) {
		Map<String, Object> params = new TreeMap<>();
		request.getParameterMap()
			.forEach((name, values) -> params.put(name, (values.length == 1) ? values[0] : List.of(values)));
		return params;
	}

	/**
	 * A request from the controller's side.
	 *
	 * @param msg a greeting
	 * @param method the method
	 * @param path the path, encoded as it was dispatched
	 * @param headers values by lower-case name
	 * @param params values by name, of the query and of a form body; a list where a name
	 * stands more than once
	 */
	record Received(String msg, String method, String path, Map<String, String> headers, Map<String, Object> params) {
	}

}
