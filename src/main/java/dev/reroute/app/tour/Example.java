package dev.reroute.app.tour;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A request that the tour may send. There are no others: nothing of it comes from a user.
 *
 * @param name what the page calls it
 * @param method the method
 * @param target path and query, inside the context path
 * @param form the body, a form
 */
record Example(String name, String method, String target, @Nullable String form) {

	/** Stands for the context path where a target carries another path. */
	static final String CONTEXT = "{context}";

	private static final String ORDER = "item=tea&quantity=2";

	private static final String TEA = "tea=green&cups=2";

	static final List<Example> ALL = List.of(
			// The first way
			get("home", "/"), get("sling-academy", "/sling-academy"), get("redirect", "/redirect?to={context}/new"),
			get("redirect-escape", "/redirect?to=//evil.example"), post("order", "/orders", ORDER),
			post("order-v1", "/v1/orders", ORDER),
			// The five statuses
			post("post-301", "/redirect?to={context}/new&status=301", TEA),
			post("post-302", "/redirect?to={context}/new&status=302", TEA),
			post("post-303", "/redirect?to={context}/new&status=303", TEA),
			post("post-307", "/redirect?to={context}/new&status=307", TEA),
			post("post-308", "/redirect?to={context}/new&status=308", TEA),
			// The second way
			get("old", "/old?x=1"), get("old-encoded", "/old/a%20b/c%2Fd"), post("old-form", "/old", TEA),
			get("older", "/older"),
			// Rules that answer
			get("blog", "/blog/2009/tea-time"), get("item", "/item-42.html"), get("press", "/press/2009/launch"));

	static Optional<Example> find(String name) {
		return ALL.stream().filter((example) -> example.name.equals(name)).findFirst();
	}

	String targetIn(String contextPath) {
		return contextPath + this.target.replace(CONTEXT, contextPath);
	}

	private static Example get(String name, String target) {
		return new Example(name, "GET", target, null);
	}

	private static Example post(String name, String target, String form) {
		return new Example(name, "POST", target, form);
	}

}
