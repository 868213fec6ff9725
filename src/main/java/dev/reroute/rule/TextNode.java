package dev.reroute.rule;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Text with structure, before anything is known of rules: what YAML, JSON and the
 * configuration have in common. In a file, values are text as it was written, so that
 * {@code yes} and {@code 010} mean what they say; in the configuration they are what
 * Spring Boot's YAML makes of them.
 */
public sealed interface TextNode {

	Origin origin();

	/**
	 * One value.
	 *
	 * @param origin where it stands
	 * @param text the text; {@code null} where nothing stands
	 */
	record Scalar(Origin origin, @Nullable String text) implements TextNode {

	}

	/**
	 * A list.
	 *
	 * @param origin where it starts
	 * @param items its items
	 */
	record Listing(Origin origin, List<TextNode> items) implements TextNode {

	}

	/**
	 * Keys and values.
	 *
	 * @param origin where it starts
	 * @param entries the values by key, in order
	 */
	record Mapping(Origin origin, Map<String, TextNode> entries) implements TextNode {

	}

}
