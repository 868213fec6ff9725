package dev.reroute.importer.nginx;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.LiteralText;
import dev.reroute.importer.NotTranslatableException;
import org.jspecify.annotations.Nullable;

/**
 * Writes tests as conditions of a rule.
 */
final class ConditionWriter {

	private static final Pattern METHODS = Pattern.compile("\\^?\\(?((?:[A-Za-z]+\\|)*[A-Za-z]+)\\)?\\$?");

	private final ForeignConditions conditions;

	/** What the target takes from the request. */
	private final Value used;

	private final Map<Piece, String> placeholders;

	ConditionWriter(ForeignConditions conditions, Value used, Map<Piece, String> placeholders) {
		this.conditions = conditions;
		this.used = used;
		this.placeholders = placeholders;
	}

	void add(Test test) throws NotTranslatableException {
		boolean not = test.negative();
		String name = test.subject().name();
		switch (test.subject().kind()) {
			case PATH -> this.conditions.path(not, texts(test));
			case HOST -> this.conditions.host(not, hostTexts(test));
			case QUERY -> addQuery(test);
			case METHOD -> this.conditions.method(not, methods(test));
			case CLIENT -> this.conditions.client(not, List.of(test.text()));
			case HEADER -> this.conditions.header(not, name, texts(test));
			case COOKIE -> this.conditions.cookie(not, name, texts(test));
			case PARAMETER -> this.conditions.parameter(not, name, texts(test));
		}
	}

	private void addQuery(Test test) throws NotTranslatableException {
		if (test.isPresence() && test.negative()) {
			this.conditions.onlyQuery(List.of());
		}
		else {
			this.conditions.queryString(test.negative(), texts(test));
		}
	}

	private List<String> texts(Test test) throws NotTranslatableException {
		String text = test.text();
		if (test.isPresence()) {
			String name = boundName(test.subject());
			return List.of((name != null && !test.negative()) ? "{" + name + "}" : "{:.+}");
		}
		return switch (test.kind()) {
			case EQUAL ->
				List.of(test.ignoreCase() ? LiteralText.conditionIgnoringCase(text) : LiteralText.condition(text));
			case PREFIX -> List.of(LiteralText.condition(text) + "*");
			case REGEX -> Regex.of(test).texts(names(test));
		};
	}

	/** A header, cookie or parameter that is used as a whole. */
	private @Nullable String boundName(Subject subject) {
		String kind = switch (subject.kind()) {
			case HEADER -> "http_" + subject.name().toLowerCase(Locale.ROOT).replace('-', '_');
			case COOKIE -> "cookie_" + subject.name();
			case PARAMETER -> "arg_" + subject.name();
			default -> "";
		};
		if (!this.used.uses(kind)) {
			return null;
		}
		String name = kind.substring(kind.indexOf('_') + 1).replaceAll("[^A-Za-z0-9_]", "_");
		this.placeholders.put(new Piece.Variable(kind), "{" + name + "}");
		return name;
	}

	private List<String> hostTexts(Test test) throws NotTranslatableException {
		return (test.kind() == Test.Kind.EQUAL) ? List.of(test.text())
				: Regex.of(test).foreign().hostTexts(names(test));
	}

	/** Names for the groups that are used. */
	private Map<Integer, String> names(Test test) throws NotTranslatableException {
		Map<Integer, String> names = new TreeMap<>();
		Map<String, Integer> own = Regex.of(test).names();
		for (Piece.Group group : this.used.groups()) {
			if (!group.test().equals(test)) {
				continue;
			}
			String name = test.subject().kind().name().toLowerCase(Locale.ROOT) + group.number();
			for (Map.Entry<String, Integer> named : own.entrySet()) {
				name = (named.getValue() == group.number()) ? named.getKey() : name;
			}
			names.put(group.number(), name);
			this.placeholders.put(group, "{" + name + "}");
		}
		return names;
	}

	private static List<String> methods(Test test) throws NotTranslatableException {
		if (test.kind() == Test.Kind.EQUAL) {
			return List.of(test.text());
		}
		Matcher methods = METHODS.matcher(test.text());
		if (!methods.matches()) {
			throw new NotTranslatableException("a rule has no regular expression for the method");
		}
		return List.of(methods.group(1).toUpperCase(Locale.ROOT).split("\\|"));
	}

}
