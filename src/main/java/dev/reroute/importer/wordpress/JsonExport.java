package dev.reroute.importer.wordpress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.importer.Directive;
import dev.reroute.importer.ImportLog;
import dev.reroute.pattern.Limits;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the export as JSON.
 */
final class JsonExport {

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Limits.LINE_LENGTH).build())
			.build())
		.build();

	private final ImportLog log;

	private final List<Item> items = new ArrayList<>();

	private final Set<String> disabledGroups = new HashSet<>();

	private boolean found;

	/** An item of the list of redirects, and where it stands. */
	private record Item(int line, JsonNode node) {

		private int position() {
			return this.node.path("position").asInt(0);
		}

		private int id() {
			return this.node.path("id").asInt(0);
		}

	}

	JsonExport(ImportLog log) {
		this.log = log;
	}

	void read(String text) {
		try (JsonParser parser = MAPPER.createParser(text)) {
			readDocument(parser);
		}
		this.items.sort(Comparator.comparingInt(Item::position).thenComparingInt(Item::id));
		this.items.forEach(this::add);
	}

	private void readDocument(JsonParser parser) {
		try {
			parser.nextToken();
			readRoot(parser);
			if (!this.found) {
				this.log.unreadable("no-rules", 0, "an export with a list under 'redirects'", "none");
			}
		}
		catch (JacksonException ex) {
			// what is over a limit does not say where
			TokenStreamLocation at = (ex.getLocation() != null) ? ex.getLocation() : parser.currentLocation();
			this.log.unreadable("bad-json", at.getLineNr(), "JSON", "something else (" + ex.getOriginalMessage() + ")");
		}
	}

	private void readRoot(JsonParser parser) {
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String key = parser.currentName();
			boolean list = parser.nextToken() == JsonToken.START_ARRAY;
			if (list && key.equals("redirects")) {
				this.found = true;
				while (parser.nextToken() != JsonToken.END_ARRAY) {
					int line = parser.currentTokenLocation().getLineNr();
					this.items.add(new Item(line, parser.readValueAsTree()));
				}
			}
			else if (list && key.equals("groups")) {
				JsonNode groups = parser.readValueAsTree();
				groups.forEach(this::addGroup);
			}
			else {
				parser.skipChildren();
			}
		}
	}

	private void addGroup(JsonNode group) {
		if (!group.path("enabled").asBoolean(true) || text(group, "status").equals("disabled")) {
			this.disabledGroups.add(text(group, "id"));
		}
	}

	private void add(Item item) {
		JsonNode node = item.node();
		String url = text(node, "url");
		Directive directive = this.log.directive(item.line(), url.isEmpty() ? node.toString() : url);
		if (!node.isObject() || url.isEmpty()) {
			directive.isInvalid("a redirect with a 'url'");
		}
		else {
			Translation.of(redirection(item.line(), node, url)).tell(directive);
		}
	}

	private Redirection redirection(int line, JsonNode node, String url) {
		JsonNode action = node.path("action_data");
		Map<String, String> match = new HashMap<>();
		List<String> addresses = new ArrayList<>();
		action.propertyStream().forEach((entry) -> match.put(entry.getKey(), entry.getValue().asString("")));
		action.path("ip").forEach((address) -> addresses.add(address.asString("")));
		String plain = action.isString() ? action.asString() : match.getOrDefault("url", "");
		boolean enabled = node.path("enabled").asBoolean(true) && !text(node, "status").equals("disabled")
				&& !this.disabledGroups.contains(text(node, "group_id"));
		return new Redirection(line, url, text(node, "title"), url, flags(node),
				orElse(text(node, "match_type"), "url"), match, addresses, orElse(text(node, "action_type"), "url"),
				node.path("action_code").asInt(0), match.getOrDefault("url_from", plain),
				match.getOrDefault("url_notfrom", ""), enabled);
	}

	/**
	 * Those that are not there are those of the site, which a new installation has so.
	 */
	private static Redirection.Flags flags(JsonNode node) {
		JsonNode source = node.path("match_data").path("source");
		boolean regex = source.path("flag_regex")
			.asBoolean(node.path("regex").asBoolean(false) || node.path("regex").asInt(0) == 1);
		return new Redirection.Flags(regex, orElse(text(source, "flag_query"), Redirection.Flags.EXACT),
				source.path("flag_case").asBoolean(true), source.path("flag_trailing").asBoolean(true));
	}

	private static String text(JsonNode node, String key) {
		return node.path(key).asString("");
	}

	private static String orElse(String text, String otherwise) {
		return text.isEmpty() ? otherwise : text;
	}

}
