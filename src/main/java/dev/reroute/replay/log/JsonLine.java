package dev.reroute.replay.log;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line that is a JSON object; what is where in it, {@link LogField} says.
 */
final class JsonLine implements LineFormat {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
		.build();

	private static final String[] CADDY_TLS = { "request", "tls" };

	private final Map<LogField, List<Place>> places = new EnumMap<>(LogField.class);

	/**
	 * Create the format.
	 * @param names names that are used instead of the usual ones
	 */
	JsonLine(Map<LogField, String> names) {
		for (LogField field : LogField.values()) {
			String name = names.get(field);
			this.places.put(field, ((name != null) ? List.of(name) : field.names()).stream().map(Place::of).toList());
		}
	}

	@Override
	public LoggedRequest parse(String line) throws UnreadableLineException {
		JsonNode object = object(line);
		RequestLine request = request(object);
		return new LoggedRequest(request.method(), request.target(), status(object), text(object, LogField.HOST),
				scheme(object), text(object, LogField.CLIENT), text(object, LogField.USER_AGENT),
				text(object, LogField.REFERER));
	}

	/** The whole line, where there is one, is what was sent; a path may be decoded. */
	private RequestLine request(JsonNode object) throws UnreadableLineException {
		String whole = text(object, LogField.REQUEST);
		if (whole != null) {
			return RequestLine.of(whole);
		}
		String target = text(object, LogField.PATH);
		if (target == null) {
			throw new UnreadableLineException("no path in it");
		}
		String method = text(object, LogField.METHOD);
		return new RequestLine((method != null) ? method : "GET", withQuery(target, text(object, LogField.QUERY)));
	}

	private static JsonNode object(String line) throws UnreadableLineException {
		try {
			return MAPPER.readTree(line);
		}
		catch (JacksonException ex) {
			TokenStreamLocation at = ex.getLocation();
			throw new UnreadableLineException(
					"broken JSON" + ((at != null) ? ", at character " + at.getColumnNr() : ""));
		}
	}

	private int status(JsonNode object) throws UnreadableLineException {
		String status = text(object, LogField.STATUS);
		if (status == null) {
			return 0;
		}
		if (!status.matches("\\d{1,3}")) {
			throw new UnreadableLineException("the status is '" + Line.shortened(status) + "'");
		}
		return Integer.parseInt(status);
	}

	/** Caddy logs the connection instead of the scheme. */
	private @Nullable String scheme(JsonNode object) {
		String scheme = text(object, LogField.SCHEME);
		boolean tls = scheme == null && object.path(CADDY_TLS[0]).path(CADDY_TLS[1]).isObject();
		return tls ? "https" : scheme;
	}

	private static String withQuery(String target, @Nullable String query) {
		if (query == null || target.indexOf('?') >= 0) {
			return target;
		}
		return query.startsWith("?") ? target + query : target + "?" + query;
	}

	/** The first value that there is; a dash says that there is none. */
	private @Nullable String text(JsonNode object, LogField field) {
		for (Place place : this.places.getOrDefault(field, List.of())) {
			String text = place.textIn(object);
			if (text != null && !text.isEmpty() && !text.equals("-")) {
				return text;
			}
		}
		return null;
	}

	/**
	 * Where a value stands.
	 *
	 * @param name the name as a whole, which may be that of a member with dots in it
	 * @param steps the names on the way
	 */
	private record Place(String name, List<String> steps) {

		static Place of(String name) {
			return new Place(name, List.of(name.split("\\.")));
		}

		@Nullable String textIn(JsonNode object) {
			JsonNode node = object.path(this.name);
			if (node.isMissingNode() && this.steps.size() > 1) {
				node = object;
				for (String step : this.steps) {
					node = node.path(step);
				}
			}
			// a header may have several values, of which the first is taken
			JsonNode value = node.isArray() ? node.path(0) : node;
			return (value.isString() || value.isNumber()) ? value.asString() : null;
		}

	}

}
