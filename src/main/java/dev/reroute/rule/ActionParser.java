package dev.reroute.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.pattern.CaptureNames;
import dev.reroute.pattern.InvalidTextException;
import dev.reroute.pattern.PercentEncoding;
import dev.reroute.pattern.TargetTemplate;
import org.jspecify.annotations.Nullable;

/**
 * Turns {@code redirect}, {@code rewrite}, {@code respond} or {@code pass}, and the keys
 * that go with them, into an action.
 */
final class ActionParser {

	private static final Pattern CACHE = Pattern.compile("(\\d{1,9})([smhdw])");

	private final RuleDefinition definition;

	private final RuleSettings settings;

	private final Problems problems;

	ActionParser(RuleDefinition definition, RuleSettings settings, Problems problems) {
		this.definition = definition;
		this.settings = settings;
		this.problems = problems;
	}

	/**
	 * Parse the action.
	 * @param names the names that it may use; {@code null} if the source has problems,
	 * and then only what needs no names is checked
	 * @return the action, or {@code null} if there was a problem
	 */
	@Nullable Action parse(@Nullable CaptureNames names) {
		checkKeys();
		if (names != null) {
			return parseAction(names);
		}
		parseStatus();
		parseCacheControl();
		return null;
	}

	private void checkKeys() {
		RuleDefinition definition = this.definition;
		List<String> actions = new ArrayList<>();
		addIf(definition.redirect() != null, "redirect", actions);
		addIf(definition.rewrite() != null, "rewrite", actions);
		addIf(definition.respond() != null, "respond", actions);
		addIf(definition.pass(), "pass", actions);
		if (actions.isEmpty()) {
			add("no-action", null, "one of 'redirect', 'rewrite', 'respond', 'pass'", "none");
			return;
		}
		if (actions.size() > 1) {
			add("two-actions", actions.get(1), "one action", String.join(" and ", actions));
		}
		Integer respond = definition.respond();
		if (respond != null && (respond < 400 || respond > 599)) {
			add("bad-status", "respond", "a status from 400 to 599", Problem.quoted(respond.toString()));
		}
		boolean moves = definition.redirect() != null || definition.rewrite() != null;
		misplaced(definition.fallback() && definition.rewrite() != null, "fallback", "redirect', 'respond' or 'pass");
		misplaced(definition.status() != null && definition.redirect() == null, "status", "redirect");
		misplaced(definition.cache() != null && definition.redirect() == null, "cache", "redirect");
		misplaced(!definition.requestHeaders().equals(RuleDefinition.Headers.UNCHANGED) && definition.rewrite() == null,
				"request-headers", "rewrite");
		misplaced(!definition.query().equals(RuleDefinition.Query.KEPT) && !moves, "query", "redirect' or 'rewrite");
	}

	private static void addIf(boolean present, String name, List<String> names) {
		if (present) {
			names.add(name);
		}
	}

	private void misplaced(boolean misplaced, String key, String action) {
		if (misplaced) {
			add("misplaced-key", key, "'" + key + "' only beside '" + action + "'", "another action");
		}
	}

	private @Nullable Action parseAction(CaptureNames names) {
		RuleDefinition definition = this.definition;
		QueryPolicy query = QueryPolicyParser.parse(definition, names, this.problems);
		String redirect = definition.redirect();
		String rewrite = definition.rewrite();
		Integer respond = definition.respond();
		if (redirect != null) {
			return parseRedirect(redirect, query, names);
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

	private @Nullable Action parseRedirect(String text, QueryPolicy query, CaptureNames names) {
		TargetTemplate target = this.problems.parse(this.definition, "redirect",
				() -> TargetTemplate.parse(text, names, this.settings.allowed()));
		RedirectStatus status = parseStatus();
		String cacheControl = parseCacheControl();
		return (target == null || status == null) ? null : new Action.Redirect(target, status, cacheControl, query);
	}

	private @Nullable RedirectStatus parseStatus() {
		return this.problems.parse(this.definition, "status", () -> statusOf(this.definition.status()));
	}

	private @Nullable String parseCacheControl() {
		String cache = this.definition.cache();
		return (cache != null) ? this.problems.parse(this.definition, "cache", () -> cacheControl(cache)) : null;
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

	private void add(String code, @Nullable String key, String expected, String got) {
		this.problems.add(this.definition, code, key, expected, got);
	}

}
