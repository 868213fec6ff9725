package dev.reroute.importer.nextjs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.reroute.importer.ImportLog;
import dev.reroute.importer.RuleImporter;
import dev.reroute.rule.InvalidDocumentException;
import dev.reroute.rule.JsonText;
import dev.reroute.rule.TextNode;

/**
 * Reads redirects and rewrites of Next.js and Vercel as JSON.
 *
 * <pre>
 * document = redirects | "{" ( key ":" value )* "}"
 * key      = "redirects" | "rewrites" | keys about something else
 * rewrites = [ entry* ] | { "beforeFiles": [ entry* ], "afterFiles": [ entry* ], "fallback": [ entry* ] }
 * entry    = { "source": path, "destination": destination, ... }
 * </pre>
 *
 * An object with a key that only {@code vercel.json} has, or a file of that name, is read
 * as such.
 */
public final class NextJsImporter implements RuleImporter {

	/** About building and running, and not about URLs. */
	private static final Set<String> VERCEL_KEYS = Set.of("$schema", "version", "name", "alias", "scope", "public",
			"builds", "functions", "regions", "functionFailoverRegions", "crons", "framework", "buildCommand",
			"devCommand", "installCommand", "ignoreCommand", "outputDirectory", "git", "github", "images", "env",
			"build", "headers", "fluid", "bunVersion", "relatedProjects", "passiveRegions");

	/** Why a key that makes redirects of its own is not taken. */
	private static final Map<String, String> REFUSED = Map.of("cleanUrls",
			"it depends on which files there are: to take '.html' away, write a rule with 'from-regex: /(.*)\\.html'",
			"trailingSlash",
			"it is for all URLs: write a rule with 'from-regex: /(.*)/', or let the application see to it", "routes",
			"it is Vercel's older form, whose entries go on with what others have made: write it as redirects and rewrites",
			"basePath", "it changes all sources: write it in front of them", "i18n",
			"it changes all sources: write the languages in front of them", "bulkRedirectsPath",
			"the redirects stand in another file: read that as a table");

	/** What holds without the key, too. */
	private static final Set<String> DEFAULTS = Set.of("cleanUrls false", "basePath ", "i18n null");

	@Override
	public void read(String text, ImportLog log) {
		try {
			read(JsonText.parse(text, log.name()), log);
		}
		catch (InvalidDocumentException ex) {
			log.unreadable(ex.problem().code(), ex.problem().origin().line(), ex.problem().expected(),
					ex.problem().got());
		}
	}

	private static void read(TextNode root, ImportLog log) {
		if (root instanceof TextNode.Listing list) {
			readList(list, "redirects", RouteKind.REDIRECT, Dialect.NEXT, log);
		}
		else if (root instanceof TextNode.Mapping mapping) {
			read(mapping, log);
		}
		else {
			log.unreadable("wrong-shape", root.origin().line(), "a list of redirects, or an object with 'redirects'",
					"text");
		}
	}

	private static void read(TextNode.Mapping root, ImportLog log) {
		Dialect dialect = isVercel(root, log.name()) ? Dialect.VERCEL : Dialect.NEXT;
		TextNode redirects = root.entries().get("redirects");
		if (redirects != null) {
			readList(redirects, "redirects", RouteKind.REDIRECT, dialect, log);
		}
		TextNode rewrites = root.entries().get("rewrites");
		if (rewrites != null) {
			readRewrites(rewrites, dialect, log);
		}
		root.entries().forEach((key, value) -> {
			if (!key.equals("redirects") && !key.equals("rewrites")) {
				readOther(key, value, log);
			}
		});
	}

	private static boolean isVercel(TextNode.Mapping root, String name) {
		return name.toLowerCase(Locale.ROOT).endsWith("vercel.json") || root.entries()
			.keySet()
			.stream()
			.anyMatch((key) -> VERCEL_KEYS.contains(key) && !key.equals("headers") && !key.equals("env"));
	}

	private static void readRewrites(TextNode rewrites, Dialect dialect, ImportLog log) {
		if (!(rewrites instanceof TextNode.Mapping phases)) {
			readList(rewrites, "rewrites", RouteKind.REWRITE, dialect, log);
			return;
		}
		Map<String, RouteKind> kinds = new LinkedHashMap<>();
		kinds.put("beforeFiles", RouteKind.CUMULATIVE_REWRITE);
		kinds.put("afterFiles", RouteKind.REWRITE);
		kinds.put("fallback", RouteKind.FALLBACK_REWRITE);
		List<RouteList> lists = new ArrayList<>();
		kinds.forEach((phase, kind) -> {
			RouteList list = new RouteList(kind, dialect);
			TextNode entries = phases.entries().get(phase);
			if (entries != null) {
				read(entries, phase, list, log);
			}
			lists.add(list);
		});
		for (int i = 0; i < lists.size(); i++) {
			lists.get(i).translate(lists.subList(i + 1, lists.size()));
		}
		phases.entries().forEach((key, value) -> {
			if (!kinds.containsKey(key)) {
				log.directive(value.origin().line(), key + " " + EntryText.of(value))
					.isInvalid("'beforeFiles', 'afterFiles' and 'fallback'");
			}
		});
	}

	private static void readList(TextNode entries, String key, RouteKind kind, Dialect dialect, ImportLog log) {
		RouteList list = new RouteList(kind, dialect);
		read(entries, key, list, log);
		list.translate(List.of());
	}

	private static void read(TextNode entries, String key, RouteList list, ImportLog log) {
		if (entries instanceof TextNode.Listing listing) {
			list.read(listing.items(), log);
		}
		else {
			log.directive(entries.origin().line(), key + " " + EntryText.of(entries)).isInvalid("a list of entries");
		}
	}

	private static void readOther(String key, TextNode value, ImportLog log) {
		String reason = REFUSED.get(key);
		String lower = key.toLowerCase(Locale.ROOT);
		boolean list = value instanceof TextNode.Listing;
		if (reason == null && list && (lower.contains("redirect") || lower.equals("external"))) {
			readList(value, key, RouteKind.REDIRECT_WITHOUT_STATUS, Dialect.NEXT, log);
		}
		else if (reason == null && list && (lower.contains("rewrite") || lower.equals("internal"))) {
			readList(value, key, RouteKind.REWRITE, Dialect.NEXT, log);
		}
		else if (value instanceof TextNode.Scalar scalar && DEFAULTS.contains(key + " " + scalar.text())) {
			log.directive(value.origin().line(), key + " " + EntryText.of(value)).isSetting();
		}
		else if (VERCEL_KEYS.contains(key) || reason != null) {
			RouteList.tell(value instanceof TextNode.Listing listing ? listing.items() : List.of(value), key, reason,
					log);
		}
		else {
			log.directive(value.origin().line(), key + " " + EntryText.of(value))
				.isInvalid("'redirects', 'rewrites' or another key of Next.js or Vercel");
		}
	}

}
