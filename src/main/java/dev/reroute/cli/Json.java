package dev.reroute.cli;

import java.io.PrintWriter;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes records as JSON: indented, in the order of their components, without those that
 * are {@code null}, and in ASCII, which comes through whatever a terminal's charset is.
 */
final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
		.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
		.enable(SerializationFeature.INDENT_OUTPUT)
		.enable(JsonWriteFeature.ESCAPE_NON_ASCII)
		.build();

	private Json() {
	}

	static void write(Object shape, PrintWriter out) {
		MAPPER.writeValue(out, shape);
		out.println();
	}

}
