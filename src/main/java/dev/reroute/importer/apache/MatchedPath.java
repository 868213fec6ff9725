package dev.reroute.importer.apache;

import java.util.List;
import java.util.Map;

import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.regex.ForeignRegex;
import dev.reroute.importer.regex.ForeignSource;
import dev.reroute.importer.regex.SearchedRegex;

/**
 * What the pattern of a rule becomes: a source, and placeholders for its groups.
 */
final class MatchedPath {

	private static final ForeignSource EVERYTHING = new ForeignSource(false, "/**", false, false, Map.of(), List.of(),
			List.of());

	private MatchedPath() {
	}

	/**
	 * The source of a rule.
	 * @param rule the rule
	 * @param base what was taken from the path before the pattern is searched; empty for
	 * nothing
	 * @param pieces what the URL becomes
	 * @return the source
	 * @throws NotTranslatableException if there is none
	 */
	static ForeignSource of(RewriteRule rule, String base, List<SubstitutionPiece> pieces)
			throws NotTranslatableException {
		boolean usesGroups = pieces.stream().anyMatch(SubstitutionPiece.Group.class::isInstance);
		SearchedRegex regex = rule.regex();
		if (rule.negated()) {
			return negated(rule, base, regex);
		}
		boolean wholePath = base.isEmpty() || base.equals("/");
		if (regex.isEverything() && !usesGroups && wholePath) {
			return EVERYTHING;
		}
		if (regex.capturesAll() && base.isEmpty()) {
			return new ForeignSource(false, "/**", false, false, Map.of(0, "{path}", 1, "{path}"), List.of(),
					List.of());
		}
		boolean rest = base.equals("/") ? regex.capturesAll() : isRestOfServer(rule.pattern(), base);
		if (rest && groupsFollowSlash(pieces)) {
			return new ForeignSource(false, "/{*rest}", false, false, Map.of(0, "{*rest}", 1, "{*rest}"), List.of(),
					List.of());
		}
		if (regex.isEverything() && !base.isEmpty() && (!usesGroups || regex.capturesAll())) {
			return ForeignRegex.parse("^(.*)$").source(base, false, Map.of());
		}
		if (regex.isSomething() && !usesGroups) {
			return base.isEmpty() ? EVERYTHING : ForeignRegex.parse("^.+$").source(base, false, Map.of());
		}
		return source(rule.pattern(), base, rule.ignoresCase(), pieces);
	}

	/**
	 * The source of a regular expression.
	 * @param regex the regular expression
	 * @param base what was taken from the path before it is searched
	 * @param ignoreCase whether case makes no difference
	 * @param pieces what the URL becomes
	 * @return the source
	 * @throws NotTranslatableException if there is none
	 */
	static ForeignSource source(String regex, String base, boolean ignoreCase, List<SubstitutionPiece> pieces)
			throws NotTranslatableException {
		// a rest takes the slash in front of it along, also where it is empty
		String plain = isBehindSlash(pieces) ? regex.replace("(/.*)?", "(/.*|)") : regex;
		return ForeignRegex.parse(plain).source(base, ignoreCase, Map.of());
	}

	private static boolean isBehindSlash(List<SubstitutionPiece> pieces) {
		for (int i = 1; i < pieces.size(); i++) {
			if (pieces.get(i) instanceof SubstitutionPiece.Group
					&& pieces.get(i - 1) instanceof SubstitutionPiece.Text text && text.text().endsWith("/")) {
				return true;
			}
		}
		return false;
	}

	/** Every path begins with a slash, so that all is found behind it. */
	private static boolean isRestOfServer(String pattern, String base) {
		return base.isEmpty() && List.of("^/(.*)", "^/(.*)$", "^/?(.*)", "^/?(.*)$", "/(.*)$").contains(pattern)
				&& !pattern.startsWith("/(");
	}

	/**
	 * The value of <code>{*rest}</code> has a slash in front, that of the group has none.
	 */
	private static boolean groupsFollowSlash(List<SubstitutionPiece> pieces) {
		boolean slash = true;
		boolean first = true;
		for (SubstitutionPiece piece : pieces) {
			if (piece instanceof SubstitutionPiece.Text text) {
				if (text.text().indexOf('?') >= 0 || text.text().indexOf('#') >= 0) {
					return pieces.subList(pieces.indexOf(piece), pieces.size())
						.stream()
						.noneMatch(SubstitutionPiece.Group.class::isInstance) && slash;
				}
				slash = text.text().endsWith("/");
			}
			else if (piece instanceof SubstitutionPiece.Group && !(slash && !first)) {
				return false;
			}
			else {
				slash = false;
			}
			first = false;
		}
		return true;
	}

	private static ForeignSource negated(RewriteRule rule, String base, SearchedRegex regex)
			throws NotTranslatableException {
		if (regex.isEverything()) {
			throw new NotTranslatableException("its pattern never matches");
		}
		if (!base.isEmpty() && !base.equals("/")) {
			throw new NotTranslatableException("its pattern is negated, below a RewriteBase");
		}
		List<String> texts = ForeignRegex.parse(rule.pattern()).texts(rule.ignoresCase(), Map.of());
		return new ForeignSource(false, "/**", false, false, Map.of(), List.of(),
				texts.stream().map((text) -> base + text).toList());
	}

	/**
	 * The source, where a condition says better than the pattern which paths are meant.
	 * @param condition a condition on the path
	 * @return the source
	 * @throws NotTranslatableException if there is none
	 */
	static ForeignSource of(RewriteCond condition) throws NotTranslatableException {
		return ForeignRegex.parse(condition.pattern()).source("", condition.ignoresCase(), Map.of());
	}

}
