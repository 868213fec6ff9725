package dev.reroute.rule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

import dev.reroute.pattern.InvalidTextException;
import dev.reroute.pattern.TextPattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns {@code when} into conditions.
 */
final class ConditionParser {

	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}");

	private final RuleDefinition definition;

	private final Problems problems;

	private final List<Condition> conditions = new ArrayList<>();

	private ConditionParser(RuleDefinition definition, Problems problems) {
		this.definition = definition;
		this.problems = problems;
	}

	static List<Condition> parse(RuleDefinition definition, Problems problems) {
		return definition.when().equals(RuleDefinition.When.ALWAYS) ? List.of()
				: new ConditionParser(definition, problems).parse(definition.when(), "when");
	}

	private List<Condition> parse(RuleDefinition.When when, String key) {
		addList(key + ".scheme", when.scheme(), ConditionParser::scheme,
				(schemes) -> new Condition.Scheme(new LinkedHashSet<>(schemes)));
		addList(key + ".method", when.method(), ConditionParser::method,
				(methods) -> new Condition.Method(new LinkedHashSet<>(methods)));
		addList(key + ".host", when.host(), TextPattern::parseHost, Condition.Host::new);
		addList(key + ".client", when.client(), AddressRange::parse, Condition.Client::new);
		addTime(when.after(), when.before(), key);
		addList(key + ".path", when.path(), ConditionParser::path, Condition.Path::new);
		addList(key + ".query-string", when.queryString(), TextPattern::parse, Condition.WholeQuery::new);
		addOnlyQuery(key + ".only-query", when.onlyQuery());
		addEach(key + ".query", when.query(), (name, values) -> new Condition.Parameter(name, patterns(values)));
		addEach(key + ".cookie", when.cookie(), (name, values) -> new Condition.Cookie(token(name), patterns(values)));
		addEach(key + ".header", when.header(), (name, values) -> new Condition.Header(token(name), patterns(values)));
		RuleDefinition.When not = when.not();
		if (not != null) {
			addNot(not, key + ".not");
		}
		return this.conditions;
	}

	private void addNot(RuleDefinition.When not, String key) {
		List<Condition> none = new ConditionParser(this.definition, this.problems).parse(not, key);
		if (none.stream().anyMatch((condition) -> !condition.names().all().isEmpty())) {
			this.problems.add(Problem.of("unusable-name", this.definition.originOf(key), key,
					"conditions that bind no names, since they hold for no request of the rule",
					"a '{name}'; '*' matches without a name"));
		}
		this.conditions.add(new Condition.Not(List.copyOf(none)));
	}

	private void addOnlyQuery(String key, List<String> names) {
		if (names.equals(List.of("none"))) {
			this.conditions.add(new Condition.OnlyQuery(List.of()));
		}
		else {
			addList(key, names, QueryPolicyParser::glob, Condition.OnlyQuery::new);
		}
	}

	private <T> void addList(String key, List<String> texts, Function<String, T> parser,
			Function<List<T>, Condition> condition) {
		if (texts.isEmpty()) {
			return;
		}
		List<T> parsed = new ArrayList<>();
		for (String text : texts) {
			T one = this.problems.parse(this.definition, key, () -> parser.apply(text));
			if (one != null) {
				parsed.add(one);
			}
		}
		if (!parsed.isEmpty()) {
			this.conditions.add(condition.apply(parsed));
		}
	}

	private void addEach(String key, Map<String, List<String>> entries,
			BiFunction<String, List<String>, Condition> parser) {
		this.problems.parseEach(this.definition, key, entries,
				(name, values) -> this.conditions.add(parser.apply(name, values)));
	}

	private void addTime(@Nullable String after, @Nullable String before, String key) {
		Instant from = (after != null) ? this.problems.parse(this.definition, key + ".after", () -> instant(after))
				: null;
		Instant until = (before != null) ? this.problems.parse(this.definition, key + ".before", () -> instant(before))
				: null;
		if (from != null && until != null && !from.isBefore(until)) {
			this.problems.add(Problem.of("empty-window", this.definition.originOf(key + ".before"), key + ".before",
					"an instant behind 'after' (" + from + ")", Problem.quoted(String.valueOf(before))));
		}
		if (from != null || until != null) {
			this.conditions.add(new Condition.Time(from, until));
		}
	}

	private static List<TextPattern> patterns(List<String> values) {
		return values.stream().map(TextPattern::parse).toList();
	}

	private static TextPattern path(String text) {
		if (!text.startsWith("/") && !text.startsWith("*") && !text.startsWith("{")) {
			throw new InvalidTextException("bad-pattern", 0, "a path that starts with '/', or a wildcard",
					Problem.quoted(text));
		}
		return TextPattern.parse(text);
	}

	private static String scheme(String text) {
		if (!Set.of("http", "https").contains(text)) {
			throw new InvalidTextException("bad-scheme", 0, "'http' or 'https'", Problem.quoted(text));
		}
		return text;
	}

	private static String method(String text) {
		return token(text).toUpperCase(Locale.ROOT);
	}

	private static String token(String text) {
		if (!TOKEN.matcher(text).matches()) {
			throw new InvalidTextException("bad-name", 0, "a name of letters, digits and '-' (RFC 9110 section 5.6.2)",
					Problem.quoted(text));
		}
		return text;
	}

	private static Instant instant(String text) {
		try {
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeException ex) {
			throw new InvalidTextException("bad-instant", 0,
					"an instant with its offset, such as '2026-11-27T00:00:00Z'", Problem.quoted(text));
		}
	}

}
