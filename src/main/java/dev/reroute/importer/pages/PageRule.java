package dev.reroute.importer.pages;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.importer.LiteralText;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.pages.PagePath.Kind;
import dev.reroute.importer.pages.PagePath.Piece;
import dev.reroute.importer.regex.ForeignRegex;
import dev.reroute.pattern.CaptureNames;
import dev.reroute.pattern.PercentEncoding;
import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A path and a target as source and target of a rule: a path pattern where that says
 * exactly the same, a regular expression otherwise.
 *
 * <pre class="code">
 * /news/:year/:slug  /blog/:slug    from: /news/{year}/{slug}            to /blog/{slug}
 * /news/*            /blog/:splat   from: /news/{*splat}                 to /blog/{*splat}
 * /news/*            /blog-:splat   from-regex: /news(?:/(?P&lt;splat>.*))?  to /blog-{splat}
 * </pre>
 *
 * @param isRegex whether the source is a regular expression
 * @param source the source
 * @param target the target
 * @param names our names by foreign name
 */
public record PageRule(boolean isRegex, String source, String target, Map<String, String> names) {

	/** Whether {@code /a/*} matches {@code /a}, too. */
	public enum Splat {

		/** It does, as a slash at the end makes no difference. */
		MAY_LACK,

		/** It does not. */
		IS_THERE

	}

	/**
	 * Translate.
	 * @param path the path
	 * @param target the target
	 * @param bound names that are bound elsewhere
	 * @param splat what the asterisk matches
	 * @return source and target
	 * @throws NotTranslatableException if the path cannot be matched
	 */
	public static PageRule of(PagePath path, String target, Set<String> bound, Splat splat)
			throws NotTranslatableException {
		Set<String> all = new LinkedHashSet<>(path.names());
		all.addAll(bound);
		return of(path, PagePath.parseTarget(target, all), bound, splat);
	}

	/**
	 * Translate to a target without placeholders, whatever stands in it.
	 * @param path the path
	 * @param target the target
	 * @param withRest whether what the asterisk matches follows the target
	 * @param splat what the asterisk matches
	 * @return source and target
	 * @throws NotTranslatableException if the path cannot be matched
	 */
	public static PageRule literal(PagePath path, String target, boolean withRest, Splat splat)
			throws NotTranslatableException {
		PagePath whole = withRest ? PagePath.below(target) : PagePath.literal(target);
		return of(path, whole.pieces(), Set.of(), splat);
	}

	private static PageRule of(PagePath path, List<Piece> pieces, Set<String> bound, Splat splat)
			throws NotTranslatableException {
		Map<String, String> names = new LinkedHashMap<>();
		path.names().forEach((name) -> names.put(name, unlike(name, path.names(), bound)));
		bound.forEach((name) -> names.put(name, unlike(name, path.names(), bound)));
		List<String> used = pieces.stream().filter((piece) -> piece.kind() != Kind.TEXT).map(Piece::text).toList();
		boolean wholeRest = isEverything(path) || splat == Splat.MAY_LACK;
		boolean regex = path.names().contains(PagePath.SPLAT)
				&& !(path.endsWithSplat() && beginsSegment(path.pieces()) && wholeRest && isRest(pieces));
		String source = regex ? regex(path, used, names, splat) : pattern(path, used, names);
		return new PageRule(regex, source, target(pieces, names, regex), Map.copyOf(names));
	}

	private static String unlike(String name, Set<String> some, Set<String> others) {
		String free = name;
		while (CaptureNames.BUILT_IN.all().contains(free)
				|| (!free.equals(name) && (some.contains(free) || others.contains(free)))) {
			free += "_";
		}
		return free;
	}

	private static boolean isEverything(PagePath path) {
		return path.pieces().size() == 2 && path.prefix().equals("/") && path.endsWithSplat();
	}

	private static boolean beginsSegment(List<Piece> pieces) {
		int last = pieces.size() - 1;
		return last > 0 && pieces.get(last - 1).kind() == Kind.TEXT && pieces.get(last - 1).text().endsWith("/");
	}

	/** A rest brings its own slash, so that it stands behind one, and in the path. */
	private static boolean isRest(List<Piece> target) {
		boolean inPath = true;
		for (int i = 0; i < target.size(); i++) {
			Piece piece = target.get(i);
			if (piece.kind() == Kind.SPLAT) {
				boolean behindSlash = i > 0 && target.get(i - 1).text().endsWith("/")
						&& target.get(i - 1).kind() == Kind.TEXT;
				boolean ends = i + 1 == target.size() || (target.get(i + 1).kind() == Kind.TEXT
						&& "/?#".indexOf(target.get(i + 1).text().charAt(0)) >= 0);
				if (!inPath || !behindSlash || !ends) {
					return false;
				}
			}
			inPath &= piece.kind() != Kind.TEXT || (piece.text().indexOf('?') < 0 && piece.text().indexOf('#') < 0);
		}
		return true;
	}

	private static String pattern(PagePath path, List<String> used, Map<String, String> names) {
		StringBuilder pattern = new StringBuilder();
		List<Piece> pieces = path.pieces();
		for (int i = 0; i < pieces.size(); i++) {
			Piece piece = pieces.get(i);
			String name = names.get(piece.text());
			if (piece.kind() == Kind.TEXT) {
				pattern.append(LiteralText.target(piece.text()));
			}
			else if (piece.kind() == Kind.SPLAT) {
				pattern.append(used.contains(piece.text()) ? "{*" + name + "}" : "**");
			}
			else {
				boolean whole = pattern.charAt(pattern.length() - 1) == '/'
						&& (i + 1 == pieces.size() || pieces.get(i + 1).text().startsWith("/"));
				pattern.append('{').append(name).append(whole ? "}" : ":.+}");
			}
		}
		return pattern.toString();
	}

	private static String regex(PagePath path, List<String> used, Map<String, String> names, Splat splat)
			throws NotTranslatableException {
		StringBuilder regex = new StringBuilder();
		for (Piece piece : path.pieces()) {
			String any = (piece.kind() == Kind.SPLAT) ? ".*" : "[^/]+";
			if (piece.kind() == Kind.TEXT) {
				regex.append(ForeignRegex.quoted(decoded(piece.text())));
			}
			else {
				regex.append(used.contains(piece.text()) ? "(?P<" + names.get(piece.text()) + ">" + any + ")" : any);
			}
		}
		if (splat == Splat.MAY_LACK && path.endsWithSplat() && beginsSegment(path.pieces()) && !isEverything(path)) {
			regex.insert(regex.lastIndexOf("/"), "(?:").append(")?");
		}
		return regex.toString();
	}

	/**
	 * A source that is no regular expression is decoded, and judged, when it is parsed.
	 */
	private static String decoded(String text) throws NotTranslatableException {
		String decoded = PercentEncoding.decode(text.replaceAll("(?i)%2f", "%00"), false);
		if (decoded == null || text.contains("//") || text.indexOf(';') >= 0 || text.indexOf('\\') >= 0) {
			throw new NotTranslatableException("no path is matched that holds '" + text + "'");
		}
		return decoded;
	}

	private static String target(List<Piece> pieces, Map<String, String> names, boolean regex) {
		StringBuilder target = new StringBuilder();
		for (Piece piece : pieces) {
			if (piece.kind() == Kind.TEXT) {
				target.append(LiteralText.target(piece.text()));
			}
			else {
				boolean rest = piece.kind() == Kind.SPLAT && !regex;
				target.append(rest ? "{*" : "{").append(names.get(piece.text())).append('}');
			}
		}
		return target.toString();
	}

	/**
	 * Begin a rule.
	 * @param scheme the scheme that must be asked, or {@code null}
	 * @param host the host that must be asked, possibly with a port, or {@code null}
	 * @return a rule with this source
	 * @throws NotTranslatableException if there is a port that cannot be asked for, or
	 * the path would be taken for a host
	 */
	public RuleBuilder rule(@Nullable String scheme, @Nullable String host) throws NotTranslatableException {
		if (this.source.startsWith("//")) {
			throw new NotTranslatableException("no path is matched that begins with '//'");
		}
		if (host == null) {
			return this.isRegex ? Rule.fromRegex(this.source) : Rule.from(this.source);
		}
		if (!this.isRegex) {
			return Rule.from(((scheme != null) ? scheme + ":" : "") + "//" + host + this.source);
		}
		if (host.indexOf(':') >= 0) {
			throw new NotTranslatableException("a regular expression, which it needs, cannot ask for a port");
		}
		RuleBuilder rule = Rule.fromRegex(this.source).host(host);
		return (scheme != null) ? rule.scheme(scheme) : rule;
	}

	/**
	 * The text that asks for a value and binds it.
	 * @param name the foreign name
	 * @return the placeholder
	 */
	public String placeholder(String name) {
		return "{" + this.names.get(name) + "}";
	}

}
