package dev.reroute.importer.nextjs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.InvalidDirectiveException;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.regex.ForeignRegex;
import dev.reroute.importer.regex.SearchedRegex;
import dev.reroute.rule.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * What {@code has} and {@code missing} ask of a request.
 *
 * <pre>
 * item = { "type": "header" | "cookie" | "query", "key": name [, "value": regex ] }
 *      | { "type": "host", "value": regex }
 * </pre>
 *
 * A regex matches a value from {@code ^} to <code>$</code>, which belong to its first and
 * last alternative only. A parameter without value counts only if it is not empty.
 */
final class RequestItems {

	/** Something, whatever it is. */
	private static final String NOT_EMPTY = "{:.+}";

	/** Any number of characters of a kind, possibly in a group. */
	private static final Pattern ANY = Pattern
		.compile("((?:\\((?:\\?<\\w+>|\\?:)?)?(?:\\.|\\\\[dwsDWS]|\\[[^]\\[]+]))\\*(\\??\\)?)");

	private final Predicate<String> used;

	private final Set<String> taken;

	private final ForeignConditions conditions = new ForeignConditions();

	private final Map<String, Parameter> parameters = new LinkedHashMap<>();

	/**
	 * Create.
	 * @param used whether a name is needed
	 * @param taken names that the source binds, and others that are taken
	 */
	RequestItems(Predicate<String> used, Set<String> taken) {
		this.used = used;
		this.taken = taken;
	}

	ForeignConditions conditions() {
		return this.conditions;
	}

	/** What was bound, by name. */
	Map<String, Parameter> parameters() {
		return this.parameters;
	}

	void add(@Nullable TextNode items, boolean not) throws NotTranslatableException, InvalidDirectiveException {
		if (items == null) {
			return;
		}
		if (!(items instanceof TextNode.Listing listing)) {
			throw new InvalidDirectiveException("a list under 'has' and 'missing'");
		}
		for (TextNode item : listing.items()) {
			if (!(item instanceof TextNode.Mapping mapping)
					|| !Set.of("type", "key", "value").containsAll(mapping.entries().keySet())) {
				throw new InvalidDirectiveException("'type', 'key' and 'value' in an item of 'has' and 'missing'");
			}
			add(new Item(mapping), not);
		}
	}

	private void add(Item item, boolean not) throws NotTranslatableException, InvalidDirectiveException {
		if (item.type.equals("host")) {
			addHost(item, not);
			return;
		}
		List<String> texts = texts(item, not);
		switch (item.type) {
			case "header" -> this.conditions.header(not, item.key(), texts);
			case "cookie" -> this.conditions.cookie(not, item.key(), texts);
			case "query" -> this.conditions.parameter(not, item.key(), texts);
			default -> throw new InvalidDirectiveException("'header', 'cookie', 'query' or 'host' as type");
		}
	}

	private void addHost(Item item, boolean not) throws NotTranslatableException, InvalidDirectiveException {
		if (item.value.isEmpty()) {
			throw new InvalidDirectiveException("a value for the type 'host'");
		}
		ForeignRegex regex = ForeignRegex.parseEcmaScript("^" + item.value + "$");
		if (regex.holdsUpperCase()) {
			throw new NotTranslatableException("the host is compared in lower case, so that its value never matches");
		}
		Map<Integer, String> names = not ? Map.of() : names(regex);
		this.conditions.host(not, regex.hostTexts(names));
		if (!not && regex.groupNames().isEmpty()) {
			this.parameters.put("host", new Parameter("{host}", Parameter.Kind.SINGLE));
		}
	}

	private List<String> texts(Item item, boolean not) throws NotTranslatableException, InvalidDirectiveException {
		if (!item.value.isEmpty()) {
			ForeignRegex regex = ForeignRegex.parseEcmaScript("^" + notEmpty(item.value) + "$");
			return regex.texts(false, not ? Map.of() : names(regex));
		}
		String name = item.key().replaceAll("[^A-Za-z]", "");
		return List.of((not || name.isEmpty() || !this.used.test(name)) ? NOT_EMPTY : bind(name));
	}

	/** What is empty is as if it were not there, whatever the regex says. */
	private static String notEmpty(String value) throws NotTranslatableException {
		SearchedRegex whole = SearchedRegex.of(ForeignRegex.parseEcmaScript("^" + value + "$"), false);
		if (whole.finds(SearchedRegex.Known.of("")) != SearchedRegex.Found.YES) {
			return value;
		}
		Matcher any = ANY.matcher(value);
		if (!any.matches()) {
			throw new NotTranslatableException(
					"its value '" + value + "' matches the empty text, which is not asked for");
		}
		return any.replaceFirst("$1+$2");
	}

	private Map<Integer, String> names(ForeignRegex regex) {
		Map<Integer, String> names = new LinkedHashMap<>();
		regex.groupNames().forEach((group, name) -> {
			if (this.used.test(name)) {
				String placeholder = bind(name);
				names.put(group, placeholder.substring(1, placeholder.length() - 1));
			}
		});
		return names;
	}

	/** What the source binds has a name of its own. */
	private String bind(String name) {
		String free = name;
		while (this.taken.contains(free)) {
			free = "has" + free.substring(0, 1).toUpperCase(Locale.ROOT) + free.substring(1);
		}
		String placeholder = "{" + free + "}";
		this.parameters.put(name, new Parameter(placeholder, Parameter.Kind.SINGLE));
		return placeholder;
	}

	/** One item. */
	private static final class Item {

		private final String type;

		private final String key;

		private final String value;

		Item(TextNode.Mapping mapping) throws InvalidDirectiveException {
			this.type = text(mapping, "type");
			this.key = text(mapping, "key");
			this.value = text(mapping, "value");
		}

		String key() throws InvalidDirectiveException {
			if (this.key.isEmpty()) {
				throw new InvalidDirectiveException("a 'key' in each item of 'has' and 'missing'");
			}
			return this.key;
		}

		/** On Vercel a value may be an object with operators of its own. */
		private static String text(TextNode.Mapping mapping, String key) throws InvalidDirectiveException {
			TextNode node = mapping.entries().get(key);
			if (node == null) {
				return "";
			}
			if (node instanceof TextNode.Scalar scalar && scalar.text() != null) {
				return scalar.text();
			}
			throw new InvalidDirectiveException("text as '" + key + "' of an item of 'has' and 'missing'");
		}

	}

}
