package dev.reroute.importer.tuckey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.RequestMethods;
import dev.reroute.importer.SchemeHeaders;
import dev.reroute.importer.regex.AddressRegex;
import dev.reroute.importer.regex.ForeignRegex;
import dev.reroute.importer.regex.SearchedRegex;

/**
 * Turns one {@code condition} into tests. Its value is searched for, without regard to
 * case unless it says otherwise; a header or parameter that is not there counts as empty;
 * a condition without a value asks whether there is one.
 */
final class ConditionReader {

	private static final Set<String> CALENDAR = Set.of("time", "year", "month", "dayofmonth", "dayofweek", "ampm",
			"hourofday", "minute", "second", "millisecond");

	/** One character at least. */
	private static final String NOT_EMPTY = "{:.+}";

	private final XmlElement condition;

	private final boolean not;

	private final String value;

	private final boolean ignoreCase;

	private final Set<Integer> used;

	private final Map<Integer, String> groups = new LinkedHashMap<>();

	private boolean hasGroups;

	/**
	 * Create.
	 * @param condition the element
	 * @param wildcard whether its value is a wildcard
	 * @param used the groups that the target uses
	 */
	ConditionReader(XmlElement condition, boolean wildcard, Set<Integer> used) {
		this.condition = condition;
		this.not = condition.attribute("operator").equals("notequal");
		this.value = (wildcard && !condition.text().isEmpty()) ? Wildcard.toRegex(condition.text()) : condition.text();
		this.ignoreCase = !wildcard && !condition.isOn("casesensitive");
		this.used = this.not ? Set.of() : used;
	}

	/** What stands in a target for each group that is used. */
	Map<Integer, String> groups() {
		return this.groups;
	}

	/** Whether there are groups, used or not. */
	boolean hasGroups() {
		return this.hasGroups;
	}

	/** The alternatives, each with tests that all must hold. */
	List<List<ConditionTest>> read() throws NotTranslatableException {
		List<List<ConditionTest>> tests = tests();
		String operator = this.condition.attribute("operator");
		if (!Set.of("", "equal", "notequal").contains(operator)) {
			throw new NotTranslatableException("a condition has no operator '" + operator + "'");
		}
		return tests;
	}

	private List<List<ConditionTest>> tests() throws NotTranslatableException {
		String type = this.condition.attribute("type").isEmpty() ? "header" : this.condition.attribute("type");
		String name = this.condition.attribute("name");
		return switch (type) {
			case "header" -> header(name);
			case "content-type" -> valued(ConditionTest.Kind.HEADER, "Content-Type", true);
			case "parameter" -> valued(ConditionTest.Kind.PARAMETER, name, true);
			case "cookie" -> valued(ConditionTest.Kind.COOKIE, name, false);
			case "server-name" -> host();
			case "query-string" -> queryString();
			case "request-uri" -> one(ConditionTest.Kind.PATH, texts());
			case "method" -> one(ConditionTest.Kind.METHOD, found(RequestMethods.IN_USE));
			case "scheme" -> scheme();
			case "remote-addr" -> client();
			default -> throw new NotTranslatableException(
					CALENDAR.contains(type) ? "a rule knows instants and not '" + type + "': write 'after' and 'before'"
							: type.equals("port")
									? "a rule has no condition on the port: write 'scheme', or the port in 'from'"
									: "a rule does not look at '" + type + "'");
		};
	}

	private List<List<ConditionTest>> one(ConditionTest.Kind kind, List<String> texts) throws NotTranslatableException {
		if (texts.isEmpty()) {
			throw new NotTranslatableException(
					"a condition on the " + this.condition.attribute("type") + " never holds");
		}
		return List.of(List.of(new ConditionTest(kind, "", this.not, texts)));
	}

	private List<List<ConditionTest>> host() throws NotTranslatableException {
		requireValue();
		ForeignRegex regex = regex();
		return one(ConditionTest.Kind.HOST, regex.hostTexts(names(regex)));
	}

	private List<List<ConditionTest>> queryString() throws NotTranslatableException {
		if (this.value.isEmpty()) {
			return List.of(List.of(ConditionTest.of(ConditionTest.Kind.QUERY, "", !this.not, "")));
		}
		return one(ConditionTest.Kind.QUERY, texts());
	}

	private List<List<ConditionTest>> scheme() throws NotTranslatableException {
		List<String> schemes = found(List.of("http", "https"));
		if (schemes.size() == 2 && !this.not) {
			return List.of(List.of());
		}
		if (schemes.size() == 2) {
			throw new NotTranslatableException("'" + this.value + "' is found in 'https', too: it never holds");
		}
		return one(ConditionTest.Kind.SCHEME, schemes);
	}

	private List<List<ConditionTest>> header(String name) throws NotTranslatableException {
		if (name.equalsIgnoreCase("host")) {
			return host();
		}
		return SchemeHeaders.contains(name) ? forwardedScheme() : valued(ConditionTest.Kind.HEADER, name, true);
	}

	/** The header is gone before a rule looks, and the scheme is what it said. */
	private List<List<ConditionTest>> forwardedScheme() throws NotTranslatableException {
		List<String> schemes = this.value.isEmpty() ? List.of() : found(List.of("http", "https"));
		if (schemes.size() != 1) {
			throw new NotTranslatableException(
					"it asks whether a proxy told the scheme, and a rule only knows which one that is");
		}
		return one(ConditionTest.Kind.SCHEME, schemes);
	}

	private List<List<ConditionTest>> client() throws NotTranslatableException {
		String range = AddressRegex.range(this.value);
		if (range == null) {
			throw new NotTranslatableException(
					"it looks at addresses as text: write 'client' with ranges such as 10.0.0.0/8");
		}
		return one(ConditionTest.Kind.CLIENT, List.of(range));
	}

	private List<String> found(List<String> all) throws NotTranslatableException {
		requireValue();
		ForeignRegex regex = regex();
		regex.texts(this.ignoreCase, Map.of());
		SearchedRegex searched = SearchedRegex.of(regex, this.ignoreCase);
		return all.stream().filter((one) -> searched.find(one) != null).toList();
	}

	/** What is not there has no value, or an empty one. */
	private List<List<ConditionTest>> valued(ConditionTest.Kind kind, String name, boolean missingIsEmpty)
			throws NotTranslatableException {
		if (name.isEmpty()) {
			throw new NotTranslatableException("its condition has no name");
		}
		if (this.value.isEmpty()) {
			return List.of(List.of(ConditionTest.of(kind, name, this.not, "*")));
		}
		List<String> texts = texts();
		boolean matchesEmpty = missingIsEmpty && SearchedRegex.of(regex(), this.ignoreCase).mayBeFoundInNothing();
		ConditionTest test = new ConditionTest(kind, name, this.not, texts);
		if (!matchesEmpty) {
			return List.of(List.of(test));
		}
		if (this.not) {
			boolean onlyEmpty = this.value.equals("^$");
			return onlyEmpty ? List.of(List.of(ConditionTest.of(kind, name, false, NOT_EMPTY)))
					: List.of(List.of(ConditionTest.of(kind, name, false, "*"), test));
		}
		return List.of(List.of(test), List.of(ConditionTest.of(kind, name, true, "*")));
	}

	private void requireValue() throws NotTranslatableException {
		if (this.value.isEmpty()) {
			throw new NotTranslatableException("its condition has no value");
		}
	}

	private ForeignRegex regex() throws NotTranslatableException {
		if (this.value.startsWith("!")) {
			throw new NotTranslatableException("its '!' is text: write operator=\"notequal\" where that is meant");
		}
		ForeignRegex regex = ForeignRegex.parseJava(this.value);
		this.hasGroups = regex.groups() > 0;
		return regex;
	}

	private List<String> texts() throws NotTranslatableException {
		requireValue();
		ForeignRegex regex = regex();
		return regex.texts(this.ignoreCase, names(regex));
	}

	private Map<Integer, String> names(ForeignRegex regex) throws NotTranslatableException {
		Map<Integer, String> names = new LinkedHashMap<>();
		for (int group : this.used) {
			if (group < 1 || group > regex.groups()) {
				continue;
			}
			names.put(group, "c" + group);
			this.groups.put(group, "{c" + group + "}");
		}
		return names;
	}

}
