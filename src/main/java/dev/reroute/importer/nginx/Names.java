package dev.reroute.importer.nginx;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Names of directives, as far as they mean something here.
 */
final class Names {

	/** Blocks that hold data, or settings of something else. */
	private static final Set<String> OPAQUE = Set.of("map", "geo", "types", "upstream", "split_clients", "events",
			"stream", "mail", "match", "limit_except", "charset_map");

	/** Included files of which everybody knows that nothing in them redirects. */
	private static final Set<String> HARMLESS = Set.of("mime.types", "fastcgi_params", "fastcgi.conf", "proxy_params",
			"uwsgi_params", "scgi_params", "fastcgi-php.conf", "koi-utf", "koi-win", "win-utf");

	private Names() {
	}

	/** Whether it is about redirects, or about which requests those are for. */
	static boolean isOurs(Statement statement) {
		return switch (statement.name()) {
			case "http", "server", "server_name", "listen", "location", "map", "internal" -> true;
			case "if" -> statement.body().stream().anyMatch(Statement::isCode);
			default -> statement.isCode();
		};
	}

	/** Whether what stands in its braces are no directives, or none of ours. */
	static boolean isOpaque(Statement statement) {
		return OPAQUE.contains(statement.name());
	}

	/** Whether the requests of a location go on as requests of something else. */
	static boolean addsSlash(Statement statement) {
		return switch (statement.name()) {
			case "proxy_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "memcached_pass", "grpc_pass" -> true;
			default -> false;
		};
	}

	/**
	 * Why a statement cannot be translated that is none of ours; {@code null} if it need
	 * not be.
	 */
	static @Nullable String refusal(Statement statement) {
		String name = statement.name();
		if (name.contains("_by_lua") || name.startsWith("js_") || name.startsWith("perl")) {
			return "it runs code";
		}
		return switch (name) {
			case "include" -> isHarmless(statement) ? null
					: "the file is not read; import it as well, and put its rules where this line stands";
			case "error_page" -> errorPage(statement);
			case "merge_slashes" ->
				statement.argument(0).equals("off") ? "runs of slashes are always merged here" : null;
			default -> null;
		};
	}

	private static boolean isHarmless(Statement statement) {
		String file = statement.argument(0);
		return HARMLESS.contains(file.substring(file.lastIndexOf('/') + 1));
	}

	/** A page of one's own changes nothing but what people read. */
	private static @Nullable String errorPage(Statement statement) {
		int last = statement.arguments().size() - 1;
		boolean status = statement.arguments().stream().anyMatch((word) -> word.startsWith("="));
		boolean page = statement.argument(Math.max(last, 0)).startsWith("/");
		return (page && !status) ? null
				: "it acts on what the application answers; a rule with 'fallback: true' may be near to it";
	}

}
