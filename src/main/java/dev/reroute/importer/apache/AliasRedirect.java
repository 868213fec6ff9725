package dev.reroute.importer.apache;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.reroute.importer.Directive;
import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.regex.ForeignRegex;
import dev.reroute.importer.regex.ForeignSource;
import dev.reroute.importer.regex.SearchedRegex;
import dev.reroute.rule.RuleBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A redirect of mod_alias. <pre>
 * Redirect          status? path url?
 * RedirectMatch     status? regex url?
 * RedirectPermanent path url
 * RedirectTemp      path url
 * status            = "permanent" | "temp" | "seeother" | "gone" | number
 * </pre>
 *
 * @param directive where it stands
 * @param status the status
 * @param path a path, below which all is redirected, or a regular expression that is
 * searched for
 * @param isRegex which of the two it is
 * @param url where to; {@code null} for a status that is no redirect
 * @param regex what is searched in a path
 * @param within the path of the section that it stands in without a path of its own
 */
record AliasRedirect(Directive directive, int status, String path, boolean isRegex, @Nullable String url,
		SearchedRegex regex, boolean within) {

	/**
	 * Parse a directive, and tell it if it is wrong.
	 * @param directive the directive
	 * @param line the line
	 * @param location the path of the section that it stands in, or {@code null}
	 * @return the redirect, or {@code null}
	 */
	static @Nullable AliasRedirect parse(Directive directive, ConfigLine line, @Nullable String location) {
		List<String> words = new ArrayList<>(Arguments.of(line.arguments()));
		boolean isRegex = line.name().equals("redirectmatch");
		int status = switch (line.name()) {
			case "redirectpermanent" -> 301;
			case "redirecttemp" -> 302;
			default -> words.isEmpty() ? -1 : StatusName.parse(words.get(0).toLowerCase(Locale.ROOT));
		};
		if (status < 0) {
			status = 302;
		}
		else if (line.name().equals("redirect") || isRegex) {
			words.remove(0);
		}
		boolean within = location != null && words.size() == (StatusName.isRedirect(status) ? 1 : 0);
		if (within) {
			words.add(0, String.valueOf(location));
		}
		if (words.size() != (StatusName.isRedirect(status) ? 2 : 1)) {
			boolean comment = words.stream().anyMatch((word) -> word.startsWith("#"));
			directive
				.isInvalid((StatusName.isRedirect(status) ? "a path and a URL" : "a path, and no URL with this status")
						+ (comment ? "; httpd knows no comment behind them" : ""));
			return null;
		}
		String url = (words.size() == 2) ? words.get(1) : null;
		if (url != null && !url.matches("(?is)[/$].*|[a-z][a-z0-9+.-]*:.*")) {
			directive.isInvalid("a URL, or a path that begins with '/'");
			return null;
		}
		if (!isRegex && !words.get(0).startsWith("/")) {
			directive.isInvalid("a path that begins with '/'");
			return null;
		}
		String path = isRegex ? words.get(0) : words.get(0).replaceAll("/+", "/");
		SearchedRegex regex = SearchedRegex.of(isRegex ? path : "^" + ForeignRegex.quoted(path), false);
		return new AliasRedirect(directive, status, path, isRegex, url, regex, within);
	}

	/**
	 * What it becomes.
	 * @param scope where it stands
	 * @return rules
	 * @throws NotTranslatableException if it cannot be said
	 */
	List<RuleBuilder> rules(Scope scope) throws NotTranslatableException {
		if (!scope.holds(this)) {
			throw new NotTranslatableException(
					"its path is not one below %s, and httpd asks it there alone".formatted(scope.base()));
		}
		if (this.isRegex) {
			List<SubstitutionPiece> pieces = (this.url != null) ? SubstitutionPiece.parseMatch(this.url) : List.of();
			ForeignSource source = MatchedPath.source(this.path, "", false, pieces);
			return List.of(rule(source, scope, (this.url != null) ? matchTarget(source, pieces) : null));
		}
		String prefix = this.path;
		String url = String.valueOf(this.url);
		if (this.within && url.contains("%{")) {
			throw new NotTranslatableException("its URL is an expression within <Location>");
		}
		if (this.url == null || this.within) {
			String regex = prefix.endsWith("/") ? "^" + ForeignRegex.quoted(prefix)
					: "^" + ForeignRegex.quoted(prefix) + "(/.*)?$";
			ForeignSource source = prefix.equals("/") ? everything("/**") : withoutRest(source(regex));
			return List.of(rule(source, scope, (this.url != null) ? literal(url) : null));
		}
		if (prefix.equals("/")) {
			requirePath(url);
			boolean slash = url.endsWith("/") && url.indexOf('?') < 0;
			return List.of(slash ? rule(everything("/{*rest}"), scope, behind(url, "{*rest}"))
					: rule(source("^/(.*)$"), scope, behind(url, "{1}")));
		}
		if (prefix.endsWith("/")) {
			requirePath(url);
			return List.of(rule(source("^" + ForeignRegex.quoted(prefix) + "(.*)$"), scope, behind(url, "{1}")));
		}
		ForeignSource below = source("^" + ForeignRegex.quoted(prefix) + "(/.*)?$");
		String rest = below.placeholders().getOrDefault(1, "");
		if (url.endsWith("/") && !url.matches("(?i)https?://[^/?#]*/")) {
			// the slash stays where nothing follows it, and becomes one where something
			// does
			return List.of(rule(source("^" + ForeignRegex.quoted(prefix) + "$"), scope, literal(url)),
					rule(below, scope, behind(url, rest)));
		}
		return List.of(rule(below, scope, behind(url, rest)));
	}

	/** The rest is put behind the URL as it is. */
	private static void requirePath(String url) throws NotTranslatableException {
		if (url.matches("(?i)https?://[^/?#]*")) {
			throw new NotTranslatableException(
					"without a '/' at the end of its URL, the rest of the path becomes a part of the host");
		}
	}

	private static ForeignSource everything(String text) {
		return new ForeignSource(false, text, false, false, Map.of(), List.of(), List.of());
	}

	/** The target has no place for the rest. */
	private static ForeignSource withoutRest(ForeignSource source) {
		String rest = "/{*rest}";
		boolean named = !source.isRegex() && source.text().endsWith(rest);
		return named ? everything(source.text().substring(0, source.text().length() - rest.length()) + "/**") : source;
	}

	private static ForeignSource source(String regex) throws NotTranslatableException {
		return ForeignRegex.parse(regex).source("", false, Map.of(1, "rest"));
	}

	private static TargetWriter.Target literal(String url) throws NotTranslatableException {
		return behind(url, "");
	}

	private static TargetWriter.Target behind(String url, String rest) throws NotTranslatableException {
		TargetWriter.Target target = new TargetWriter((piece, inQuery) -> "", (piece) -> false,
				TargetWriter.Escaping.NOTHING)
			.write(List.of(new SubstitutionPiece.Text(url)), false, false);
		return TargetWriter.append(target, rest);
	}

	private TargetWriter.Target matchTarget(ForeignSource source, List<SubstitutionPiece> pieces)
			throws NotTranslatableException {
		TargetWriter writer = new TargetWriter((piece, inQuery) -> {
			int number = (piece instanceof SubstitutionPiece.Group group) ? group.number() : -1;
			String placeholder = source.placeholders().get(number);
			if (placeholder == null) {
				throw new NotTranslatableException("its pattern has no group " + number);
			}
			return placeholder;
		}, (piece) -> piece.isRooted(this.regex, true), TargetWriter.Escaping.PATH);
		TargetWriter.Target target = writer.write(pieces, false, false);
		boolean relative = !TargetWriter.isAbsolute(target.text()) && !target.text().startsWith("/");
		return relative ? new TargetWriter.Target("/" + target.text(), target.ownQuery()) : target;
	}

	private RuleBuilder rule(ForeignSource source, Scope scope, TargetWriter.@Nullable Target target)
			throws NotTranslatableException {
		RuleBuilder rule = source.rule();
		ForeignConditions conditions = scope.conditions();
		source.addTo(conditions);
		conditions.applyTo(rule);
		if (target == null) {
			return rule.respond(this.status);
		}
		rule.redirect(target.text()).status(this.status);
		return target.ownQuery() ? rule.dropQuery() : rule;
	}

}
