package dev.reroute.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.reroute.pattern.Limits;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON with Jackson's token stream, whose bounds on depth and length stay on.
 */
public final class JsonText {

	private final String name;

	private final JsonParser parser;

	private JsonText(String name, JsonParser parser) {
		this.name = name;
		this.parser = parser;
	}

	/**
	 * Read a document.
	 * @param text the text
	 * @param name what to call it in messages, such as its file
	 * @return its structure, with lines and columns
	 * @throws InvalidDocumentException if it is not JSON
	 */
	public static TextNode parse(String text, String name) throws InvalidDocumentException {
		JsonFactory json = JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Limits.LINE_LENGTH).build())
			.build();
		try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
			return new JsonText(name, parser).document();
		}
	}

	private TextNode document() throws InvalidDocumentException {
		try {
			this.parser.nextToken();
			TextNode root = turn();
			if (this.parser.nextToken() != null) {
				throw invalid("bad-json", "one document", "more behind it");
			}
			return root;
		}
		catch (JacksonException ex) {
			// what is over a limit does not say where
			TokenStreamLocation at = (ex.getLocation() != null) ? ex.getLocation() : this.parser.currentLocation();
			throw new InvalidDocumentException(
					Problem.of("bad-json", new Origin(this.name, at.getLineNr(), at.getColumnNr()), null, "JSON",
							"something else (" + ex.getOriginalMessage() + ")"));
		}
	}

	private TextNode turn() throws InvalidDocumentException {
		Origin origin = origin();
		JsonToken token = this.parser.currentToken();
		if (token == JsonToken.START_OBJECT) {
			Map<String, TextNode> entries = new LinkedHashMap<>();
			while (this.parser.nextToken() != JsonToken.END_OBJECT) {
				String key = this.parser.currentName();
				if (entries.containsKey(key)) {
					throw invalid("duplicate-key", "each key once", Problem.quoted(key) + " again");
				}
				this.parser.nextToken();
				entries.put(key, turn());
			}
			return new TextNode.Mapping(origin, entries);
		}
		if (token == JsonToken.START_ARRAY) {
			List<TextNode> items = new ArrayList<>();
			while (this.parser.nextToken() != JsonToken.END_ARRAY) {
				items.add(turn());
			}
			return new TextNode.Listing(origin, items);
		}
		return new TextNode.Scalar(origin, (token == JsonToken.VALUE_NULL) ? null : this.parser.getString());
	}

	private Origin origin() {
		TokenStreamLocation at = this.parser.currentTokenLocation();
		return new Origin(this.name, at.getLineNr(), at.getColumnNr());
	}

	private InvalidDocumentException invalid(String code, String expected, String got) {
		return new InvalidDocumentException(Problem.of(code, origin(), null, expected, got));
	}

}
