package dev.reroute.engine;

import dev.reroute.pattern.Captures;
import dev.reroute.pattern.Template;
import dev.reroute.rule.RequestView;

/**
 * The values of placeholders: what was captured, and what is built in.
 *
 * @param request the request
 * @param path its path text
 * @param captures what was captured
 */
record RequestValues(RequestView request, String path, Captures captures) implements Template.Values {

	@Override
	public String get(String name) {
		String captured = this.captures.get(name);
		if (captured != null) {
			return captured;
		}
		return switch (name) {
			case "scheme" -> this.request.scheme();
			case "host" -> this.request.host();
			case "path" -> this.path;
			default -> throw new IllegalStateException("No rule is parsed with an unbound '{" + name + "}'");
		};
	}

}
