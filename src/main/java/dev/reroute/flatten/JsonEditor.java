package dev.reroute.flatten;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.reroute.pattern.Limits;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Changes JSON in place. Jackson's token stream tells where each value starts and ends.
 */
final class JsonEditor implements RuleEditor {

	private final String text;

	private final int bom;

	private final List<Map<String, Span>> rules = new ArrayList<>();

	private final Edits edits = new Edits();

	JsonEditor(String text) {
		this.text = text;
		this.bom = text.startsWith("\uFEFF") ? 1 : 0;
		JsonFactory json = JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Limits.LINE_LENGTH).build())
			.build();
		try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text.substring(this.bom))) {
			JsonToken token = parser.nextToken();
			while (token != null && token != JsonToken.START_ARRAY) {
				token = parser.nextToken();
			}
			while (token != null && parser.nextToken() == JsonToken.START_OBJECT) {
				this.rules.add(readRule(parser));
			}
		}
	}

	private Map<String, Span> readRule(JsonParser parser) {
		Map<String, Span> values = new HashMap<>();
		while (parser.nextToken() != JsonToken.END_OBJECT) {
			String key = parser.currentName();
			JsonToken token = parser.nextToken();
			if (token.isScalarValue()) {
				// the whole value must have been read before its end is known
				parser.getString();
				int start = this.bom + (int) parser.currentTokenLocation().getCharOffset();
				values.put(key, new Span(start, this.bom + (int) parser.currentLocation().getCharOffset()));
			}
			else {
				parser.skipChildren();
			}
		}
		return values;
	}

	@Override
	public int size() {
		return this.rules.size();
	}

	@Override
	public boolean canChange(int position, FlattenedRule rule) {
		Map<String, Span> values = this.rules.get(position);
		return values.containsKey("redirect") && (rule.cache() == null || values.containsKey("cache"));
	}

	@Override
	public void change(int position, FlattenedRule rule) {
		Map<String, Span> values = this.rules.get(position);
		Span redirect = values.get("redirect");
		Span status = values.get("status");
		replace(redirect, quoted(rule.target()));
		if (rule.cache() != null) {
			replace(values.get("cache"), quoted(rule.cache()));
		}
		if (rule.status() != null) {
			String code = Integer.toString(rule.status().code());
			if (status != null) {
				replace(status, (this.text.charAt(status.start()) == '"') ? quoted(code) : code);
			}
			else if (redirect != null) {
				this.edits.insert(redirect.end(), ", \"status\": " + code);
			}
		}
	}

	private void replace(@Nullable Span span, String value) {
		if (span != null) {
			this.edits.replace(span.start(), span.end(), value);
		}
	}

	/** A target has no control characters. */
	private static String quoted(String value) {
		return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

	@Override
	public String text() {
		return this.edits.applyTo(this.text);
	}

	/**
	 * Where a value stands.
	 *
	 * @param start its first character
	 * @param end behind its last one
	 */
	private record Span(int start, int end) {

	}

}
