package dev.reroute.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.pattern.CaptureNames;
import dev.reroute.pattern.InvalidTextException;
import dev.reroute.pattern.MatchOptions;
import dev.reroute.pattern.PercentEncoding;
import dev.reroute.pattern.SourcePattern;
import dev.reroute.pattern.TargetTemplate;
import dev.reroute.pattern.TextPattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks definitions and turns them into rules. All problems of all definitions are
 * reported together.
 */
public final class RuleParser {

	private static final Pattern URL_SOURCE = Pattern.compile("(?:([A-Za-z]+):)?//([^/]*)(/.*)?", Pattern.DOTALL);

	private static final Pattern CACHE = Pattern.compile("(\\d{1,9})([smhdw])");

	private static final int MAX_PORT = 65_535;

	private final RuleSettings settings;

	private final Problems problems = new Problems();

	private final Map<String, Origin> ids = new HashMap<>();

	/** How many rules without a name have a source, so that each is numbered once. */
	private final Map<String, Integer> copies = new HashMap<>();

	private RuleParser(RuleSettings settings) {
		this.settings = settings;
	}

	/**
	 * Parse definitions.
	 * @param definitions the definitions, in the order in which they are to be tested
	 * @param settings what holds for all of them
	 * @return the rules and the problems
	 */
	public static ParsedRules parse(List<RuleDefinition> definitions, RuleSettings settings) {
		return new RuleParser(settings).parse(definitions);
	}

	private ParsedRules parse(List<RuleDefinition> definitions) {
		definitions.forEach(this::reserveId);
		List<Rule> rules = new ArrayList<>(definitions.size());
		for (RuleDefinition definition : definitions) {
			Rule rule = parse(definition);
			if (rule != null && definition.enabled()) {
				rules.add(rule);
			}
		}
		return new ParsedRules(rules, this.problems.toList());
	}

	/** Names that were given come first: names that are made up give way to them. */
	private void reserveId(RuleDefinition definition) {
		String id = definition.id();
		if (id == null) {
			return;
		}
		Origin first = this.ids.putIfAbsent(id, definition.originOf("id"));
		if (first != null) {
			this.problems.add(Problem.of("duplicate-id", definition.originOf("id"), "id", "a name of its own",
					Problem.quoted(id) + ", which is the rule at " + first));
		}
	}

	private String idOf(RuleDefinition definition, String sourceText) {
		String id = definition.id();
		if (id != null) {
			return id;
		}
		String candidate = sourceText;
		while (this.ids.putIfAbsent(candidate, definition.origin()) != null) {
			candidate = sourceText + "#" + this.copies.merge(sourceText, 2, (count, two) -> count + 1);
		}
		return candidate;
	}

	private @Nullable Rule parse(RuleDefinition definition) {
		List<Condition> conditions = new ArrayList<>();
		SourcePattern source = parseSource(definition, conditions);
		conditions.addAll(ConditionParser.parse(definition, this.problems));
		CaptureNames names = (source != null) ? names(definition, source, conditions) : null;
		checkActions(definition);
		if (source == null || names == null) {
			// what is left can be checked without the names
			parseStatus(definition);
			parseCacheControl(definition, conditions);
			return null;
		}
		Action action = parseAction(definition, conditions, names);
		if (action == null) {
			return null;
		}
		String sourceText = (definition.from() != null) ? definition.from() : source.text();
		return new Rule(idOf(definition, sourceText), source, conditions, action, definition.fallback(),
				definition.origin());
	}

	private @Nullable SourcePattern parseSource(RuleDefinition definition, List<Condition> conditions) {
		MatchOptions general = this.settings.match();
		Boolean ignoreCase = definition.ignoreCase();
		Boolean ignoreSlash = definition.ignoreTrailingSlash();
		MatchOptions options = new MatchOptions((ignoreCase != null) ? ignoreCase : general.ignoreCase(),
				(ignoreSlash != null) ? ignoreSlash : general.ignoreTrailingSlash());
		String from = definition.from();
		String regex = definition.fromRegex();
		if (from != null && regex != null) {
			add("two-sources", definition, "from-regex", "either 'from' or 'from-regex'", "both");
			return null;
		}
		if (regex != null) {
			return this.problems.parse(definition, "from-regex", () -> SourcePattern.parseRegex(regex, options));
		}
		if (from == null) {
			add("no-source", definition, null, "'from' or 'from-regex'", "neither");
			return null;
		}
		return this.problems.parse(definition, "from", () -> {
			Matcher url = URL_SOURCE.matcher(from);
			if (!url.matches()) {
				return SourcePattern.parse(from, options);
			}
			conditions.addAll(hostConditions(url.group(1), url.group(2)));
			return SourcePattern.parse((url.group(3) != null) ? url.group(3) : "/", options);
		});
	}

	private static List<Condition> hostConditions(@Nullable String scheme, String authority) {
		List<Condition> conditions = new ArrayList<>();
		if (scheme != null) {
			if (!scheme.equals("http") && !scheme.equals("https")) {
				throw new InvalidTextException("bad-scheme", 0, "'http' or 'https'", Problem.quoted(scheme));
			}
			conditions.add(new Condition.Scheme(Set.of(scheme)));
		}
		Matcher port = Pattern.compile("(.*):(\\d{1,5})").matcher(authority);
		boolean hasPort = port.matches();
		conditions.add(new Condition.Host(List.of(TextPattern.parseHost(hasPort ? port.group(1) : authority))));
		if (hasPort) {
			int number = Integer.parseInt(port.group(2));
			if (number > MAX_PORT) {
				throw new InvalidTextException("bad-host", 0, "a port of at most " + MAX_PORT,
						Problem.quoted(authority));
			}
			conditions.add(new Condition.Port(number));
		}
		return conditions;
	}

	private @Nullable CaptureNames names(RuleDefinition definition, SourcePattern source, List<Condition> conditions) {
		return this.problems.parse(definition, "from", () -> {
			CaptureNames names = CaptureNames.BUILT_IN.and(source.names());
			for (Condition condition : conditions) {
				names = names.and(condition.names());
			}
			return names;
		});
	}

	private void checkActions(RuleDefinition definition) {
		List<String> actions = new ArrayList<>();
		addIf(definition.redirect() != null, "redirect", actions);
		addIf(definition.rewrite() != null, "rewrite", actions);
		addIf(definition.respond() != null, "respond", actions);
		addIf(definition.pass(), "pass", actions);
		if (actions.isEmpty()) {
			add("no-action", definition, null, "one of 'redirect', 'rewrite', 'respond', 'pass'", "none");
			return;
		}
		if (actions.size() > 1) {
			add("two-actions", definition, actions.get(1), "one action", String.join(" and ", actions));
		}
		Integer respond = definition.respond();
		if (respond != null && (respond < 400 || respond > 599)) {
			add("bad-status", definition, "respond", "a status from 400 to 599", Problem.quoted(respond.toString()));
		}
		boolean moves = definition.redirect() != null || definition.rewrite() != null;
		misplaced(definition.status() != null && definition.redirect() == null, definition, "status", "redirect");
		misplaced(definition.cache() != null && definition.redirect() == null, definition, "cache", "redirect");
		misplaced(!definition.requestHeaders().equals(RuleDefinition.Headers.UNCHANGED) && definition.rewrite() == null,
				definition, "request-headers", "rewrite");
		misplaced(!definition.query().equals(RuleDefinition.Query.KEPT) && !moves, definition, "query",
				"redirect' or 'rewrite");
	}

	private static void addIf(boolean present, String name, List<String> names) {
		if (present) {
			names.add(name);
		}
	}

	private void misplaced(boolean misplaced, RuleDefinition definition, String key, String action) {
		if (misplaced) {
			add("misplaced-key", definition, key, "'" + key + "' only beside '" + action + "'", "another action");
		}
	}

	private @Nullable Action parseAction(RuleDefinition definition, List<Condition> conditions, CaptureNames names) {
		QueryPolicy query = QueryPolicyParser.parse(definition, names, this.problems);
		String redirect = definition.redirect();
		String rewrite = definition.rewrite();
		Integer respond = definition.respond();
		if (redirect != null) {
			return parseRedirect(definition, redirect, query, conditions, names);
		}
		if (rewrite != null) {
			HeaderEdits headers = this.problems.parse(definition, "request-headers",
					() -> HeaderEdits.parse(definition.requestHeaders(), names));
			TargetTemplate target = this.problems.parse(definition, "rewrite", () -> rewriteTarget(rewrite, names));
			return (headers == null || target == null) ? null
					: new Action.Rewrite(target, query, headers, this.settings.reserved());
		}
		if (respond != null) {
			return new Action.Respond(respond);
		}
		return definition.pass() ? new Action.Pass() : null;
	}

	private @Nullable Action parseRedirect(RuleDefinition definition, String text, QueryPolicy query,
			List<Condition> conditions, CaptureNames names) {
		TargetTemplate target = this.problems.parse(definition, "redirect",
				() -> TargetTemplate.parse(text, names, this.settings.allowed()));
		RedirectStatus status = parseStatus(definition);
		String cacheControl = parseCacheControl(definition, conditions);
		return (target == null || status == null) ? null : new Action.Redirect(target, status, cacheControl, query);
	}

	private @Nullable RedirectStatus parseStatus(RuleDefinition definition) {
		return this.problems.parse(definition, "status", () -> statusOf(definition.status()));
	}

	private @Nullable String parseCacheControl(RuleDefinition definition, List<Condition> conditions) {
		String cache = definition.cache();
		if (cache != null) {
			return this.problems.parse(definition, "cache", () -> cacheControl(cache));
		}
		return conditions.stream().anyMatch(Condition::isUncacheable) ? "no-store" : null;
	}

	private RedirectStatus statusOf(@Nullable Integer code) {
		if (code == null) {
			return this.settings.defaultStatus();
		}
		return RedirectStatus.of(code)
			.orElseThrow(() -> new InvalidTextException("bad-status", 0, "one of " + RedirectStatus.CODES,
					Problem.quoted(code.toString())));
	}

	private TargetTemplate rewriteTarget(String text, CaptureNames names) {
		TargetTemplate target = TargetTemplate.parse(text, names, this.settings.allowed());
		if (!target.isRelative() || target.hasFragment()) {
			throw new InvalidTextException("bad-target", 0,
					"a path on this host without a fragment; 'redirect' leads to other hosts", Problem.quoted(text));
		}
		// what is behind a placeholder is judged when it is filled
		String literal = text.replaceAll("\\?.*", "").replaceAll("(^|/)[^/]*\\{.*", "$1");
		if (!literal.isEmpty()
				&& this.settings.reserved().forbidsRewriteTo(PercentEncoding.PATH.encodeLiteral(literal))) {
			throw new InvalidTextException("forbidden-target", 0,
					"a path outside /WEB-INF, /META-INF and reroute.reserved-paths", Problem.quoted(text));
		}
		return target;
	}

	private static String cacheControl(String text) {
		if (text.equals("no-store")) {
			return text;
		}
		Matcher matcher = CACHE.matcher(text);
		if (!matcher.matches()) {
			throw new InvalidTextException("bad-duration", 0,
					"a duration such as '30s', '5m', '1h', '7d', or 'no-store'", Problem.quoted(text));
		}
		long unit = switch (matcher.group(2)) {
			case "s" -> 1;
			case "m" -> 60;
			case "h" -> 3_600;
			case "d" -> 86_400;
			default -> 604_800;
		};
		return "max-age=" + Long.parseLong(matcher.group(1)) * unit;
	}

	private void add(String code, RuleDefinition definition, @Nullable String key, String expected, String got) {
		Origin origin = (key != null) ? definition.originOf(key) : definition.origin();
		this.problems.add(Problem.of(code, origin, key, expected, got));
	}

}
