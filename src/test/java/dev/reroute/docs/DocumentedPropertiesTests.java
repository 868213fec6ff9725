package dev.reroute.docs;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.reroute.actuate.RerouteMeters;
import dev.reroute.autoconfigure.RerouteProperties;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.BeanWrapperImpl;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The properties of the documentation are those of the generated metadata, with their
 * defaults.
 */
class DocumentedPropertiesTests {

	private static final Pattern PROPERTY = Pattern.compile("(?<![\\w.:/-])reroute(\\.[a-z][a-z-]*)+");

	static Map<String, JsonNode> properties() throws IOException {
		Map<String, JsonNode> properties = new TreeMap<>();
		for (URL url : Collections.list(
				RerouteProperties.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream in = url.openStream()) {
				for (JsonNode property : new JsonMapper().readTree(in).get("properties")) {
					if (property.get("name").asString().startsWith("reroute.")) {
						properties.put(property.get("name").asString(), property);
					}
				}
			}
		}
		return properties;
	}

	@Test
	void everyPropertyIsInTheTable() throws IOException {
		assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(properties().keySet());
	}

	@Test
	void everyPropertyThatIsMentionedExists() throws IOException {
		TreeSet<String> mentioned = new TreeSet<>();
		Markdown.pages()
			.forEach((page) -> PROPERTY.matcher(page.text()).results().map(MatchResult::group).forEach(mentioned::add));
		// meters; that of the rules is called like a property
		mentioned.removeAll(List.of(RerouteMeters.DECISIONS, RerouteMeters.PROBLEMS));
		assertThat(mentioned).containsExactlyElementsOf(properties().keySet());
	}

	@Test
	void everyDefaultIsThatOfTheCode() throws IOException {
		BeanWrapperImpl defaults = new BeanWrapperImpl(new RerouteProperties());
		Map<String, JsonNode> properties = properties();
		table().forEach((name, row) -> {
			List<String> documented = Markdown.code(row.get(1));
			JsonNode property = properties.get(name);
			if (property.has("defaultValue")) {
				assertThat(documented).as(name).containsExactly(property.get("defaultValue").asString());
			}
			else if (!name.equals("reroute.rules")) {
				Object value = defaults.getPropertyValue(camelCase(name.substring("reroute.".length())));
				List<?> values = (value instanceof List<?> list) ? list
						: (value != null) ? List.of(value.toString()) : List.of();
				assertThat(documented).as(name).isEqualTo(values);
			}
		});
	}

	private static Map<String, List<String>> table() {
		Map<String, List<String>> table = new TreeMap<>();
		Markdown.RULES.rows("property", "default", "meaning")
			.forEach((row) -> table.put(Markdown.code(row.get(0)).get(0), row));
		return table;
	}

	private static String camelCase(String name) {
		return Pattern.compile("-(.)").matcher(name).replaceAll((match) -> match.group(1).toUpperCase(Locale.ROOT));
	}

}
