package dev.reroute.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of one mapping. What has the wrong shape becomes a problem and counts as
 * absent; what is not known becomes a problem with a suggestion.
 */
final class MappingReader {

	private final TextNode.Mapping mapping;

	/** The key of this mapping with a dot behind, or empty. */
	private final String prefix;

	private final Consumer<Problem> problems;

	private final Map<String, Origin> origins;

	MappingReader(TextNode.Mapping mapping, String prefix, Consumer<Problem> problems, Map<String, Origin> origins) {
		this.mapping = mapping;
		this.prefix = prefix;
		this.problems = problems;
		this.origins = origins;
	}

	/** Every key that is not known is a problem: nothing is skipped silently. */
	MappingReader requireKnown(Set<String> known) {
		this.mapping.entries().forEach((key, node) -> {
			if (!known.contains(key)) {
				this.problems
					.accept(new Problem("unknown-key", node.origin(), null, "one of " + String.join(", ", known),
							Problem.quoted(this.prefix + key), Suggestion.of(key, known)));
			}
			this.origins.put(this.prefix + key, node.origin());
		});
		return this;
	}

	@Nullable String text(String key) {
		return textOf(this.mapping.entries().get(key), this.prefix + key);
	}

	private @Nullable String textOf(@Nullable TextNode node, String key) {
		if (node == null) {
			return null;
		}
		if (node instanceof TextNode.Scalar scalar && scalar.text() != null) {
			return scalar.text();
		}
		wrongShape(node, key, "text");
		return null;
	}

	@Nullable Boolean bool(String key) {
		String text = text(key);
		if (text == null || text.equals("true") || text.equals("false")) {
			return (text != null) ? Boolean.valueOf(text) : null;
		}
		problem("bad-boolean", key, "'true' or 'false'", text);
		return null;
	}

	@Nullable Integer integer(String key) {
		String text = text(key);
		if (text == null || text.matches("\\d{1,9}")) {
			return (text != null) ? Integer.valueOf(text) : null;
		}
		problem("bad-number", key, "a number", text);
		return null;
	}

	/** One text or a list of texts. */
	List<String> texts(String key) {
		return textsOf(this.mapping.entries().get(key), this.prefix + key);
	}

	private List<String> textsOf(@Nullable TextNode node, String key) {
		List<String> texts = new ArrayList<>();
		if (node instanceof TextNode.Listing listing) {
			if (listing.items().isEmpty()) {
				this.problems
					.accept(Problem.of("wrong-shape", node.origin(), key, "text, or a list of texts", "an empty list"));
			}
			for (TextNode item : listing.items()) {
				String text = textOf(item, key);
				if (text != null) {
					texts.add(text);
				}
			}
			return texts;
		}
		String text = textOf(node, key);
		return (text != null) ? List.of(text) : texts;
	}

	Map<String, String> textMap(String key) {
		Map<String, String> map = new LinkedHashMap<>();
		entries(key).forEach((name, node) -> {
			String text = textOf(node, this.prefix + key + "." + name);
			if (text != null) {
				map.put(name, text);
			}
		});
		return map;
	}

	Map<String, List<String>> textsMap(String key) {
		Map<String, List<String>> map = new LinkedHashMap<>();
		entries(key).forEach((name, node) -> {
			List<String> texts = textsOf(node, this.prefix + key + "." + name);
			if (!texts.isEmpty()) {
				map.put(name, texts);
			}
		});
		return map;
	}

	private Map<String, TextNode> entries(String key) {
		TextNode node = this.mapping.entries().get(key);
		if (node instanceof TextNode.Mapping entries) {
			entries.entries()
				.forEach((name, entry) -> this.origins.put(this.prefix + key + "." + name, entry.origin()));
			return entries.entries();
		}
		if (node != null) {
			wrongShape(node, this.prefix + key, "names with values");
		}
		return Map.of();
	}

	/** A mapping under a key. */
	@Nullable MappingReader mapping(String key) {
		TextNode node = this.mapping.entries().get(key);
		if (node instanceof TextNode.Mapping below) {
			return new MappingReader(below, this.prefix + key + ".", this.problems, this.origins);
		}
		if (node != null) {
			wrongShape(node, this.prefix + key, "keys with values");
		}
		return null;
	}

	/** The mappings of a list under a key. */
	List<MappingReader> mappings(String key) {
		List<MappingReader> readers = new ArrayList<>();
		TextNode node = this.mapping.entries().get(key);
		if (node instanceof TextNode.Listing listing) {
			for (TextNode item : listing.items()) {
				if (item instanceof TextNode.Mapping below) {
					readers.add(new MappingReader(below, this.prefix + key + ".", this.problems, this.origins));
				}
				else {
					wrongShape(item, this.prefix + key, "keys with values");
				}
			}
		}
		else if (node != null) {
			wrongShape(node, this.prefix + key, "a list");
		}
		return readers;
	}

	boolean isText(String key) {
		return this.mapping.entries().get(key) instanceof TextNode.Scalar;
	}

	boolean has(String key) {
		return this.mapping.entries().containsKey(key);
	}

	private void wrongShape(TextNode node, String key, String expected) {
		this.problems.accept(Problem.of("wrong-shape", node.origin(), key, expected, shape(node)));
	}

	static String shape(TextNode node) {
		if (node instanceof TextNode.Scalar scalar) {
			return (scalar.text() != null) ? Problem.quoted(scalar.text()) : "nothing";
		}
		return (node instanceof TextNode.Listing) ? "a list" : "keys with values";
	}

	void problem(String code, String key, String expected, String got) {
		this.problems.accept(Problem.of(code, this.origins.getOrDefault(this.prefix + key, this.mapping.origin()),
				this.prefix + key, expected, Problem.quoted(got)));
	}

}
