package dev.reroute.importer.netlify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.reroute.importer.Directive;
import dev.reroute.importer.ImportLog;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * Reads the redirects of {@code netlify.toml}, an array of tables.
 */
final class NetlifyToml {

	private static final String REDIRECTS = "redirects";

	private NetlifyToml() {
	}

	static List<Found> read(String text, ImportLog log) {
		List<Found> all = new ArrayList<>();
		if (!isLibraryPresent()) {
			log.unreadable("missing-library", 0,
					"'tools.jackson.dataformat:jackson-dataformat-toml' on the class path, to read TOML", "none");
			return all;
		}
		JsonNode root;
		try {
			root = new TomlMapper().readTree(text);
		}
		catch (JacksonException ex) {
			TokenStreamLocation at = ex.getLocation();
			log.unreadable("bad-toml", (at != null) ? at.getLineNr() : 0, "TOML",
					"something else (" + ex.getOriginalMessage() + ")");
			return all;
		}
		TomlLines lines = TomlLines.of(text);
		for (Map.Entry<String, JsonNode> entry : root.properties()) {
			if (!entry.getKey().equals(REDIRECTS)) {
				log.directive(lines.lineOf(entry.getKey()), entry.getKey()).isUnrelated();
			}
			else if (!entry.getValue().isArray()) {
				log.directive(lines.lineOf(REDIRECTS), REDIRECTS + " = " + entry.getValue())
					.isInvalid("tables that begin with '[[redirects]]'");
			}
			else {
				readAll(entry.getValue(), lines, log, all);
			}
		}
		return all;
	}

	/** The library for TOML is not every user's. */
	private static boolean isLibraryPresent() {
		try {
			Class.forName("tools.jackson.dataformat.toml.TomlMapper", false, NetlifyToml.class.getClassLoader());
			return true;
		}
		catch (ClassNotFoundException ex) {
			return false;
		}
	}

	private static void readAll(JsonNode redirects, TomlLines lines, ImportLog log, List<Found> all) {
		List<TomlLines.Header> headers = lines.all(REDIRECTS, redirects.size());
		int index = 0;
		for (JsonNode redirect : redirects) {
			TomlLines.Header header = headers.get(index++);
			Directive directive = log.directive(header.line(), redirect.toString());
			directive.comment(header.comment());
			all.add(Found.of(directive, () -> RedirectTable.parse(redirect)));
		}
	}

}
