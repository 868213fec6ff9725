package dev.reroute.importer.nextjs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.reroute.importer.InvalidDirectiveException;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.rule.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is well-formed.
 *
 * @param destination where it leads
 * @param variants the ways to read its source
 * @param items what it asks of a request beside its path
 * @param status the status of a redirect; {@code null} for none
 */
record Route(Destination destination, List<SourceVariant> variants, RequestItems items, @Nullable Integer status) {

	private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

	static Route of(TextNode node, RouteKind kind, Dialect dialect)
			throws InvalidDirectiveException, NotTranslatableException {
		if (!(node instanceof TextNode.Mapping entry)) {
			throw new InvalidDirectiveException("an object with 'source' and 'destination'");
		}
		requireKnown(entry, kind.isRewrite(), dialect);
		String source = text(entry, "source");
		String target = text(entry, "destination");
		if (source == null || !source.startsWith("/") || target == null) {
			throw new InvalidDirectiveException("'source' and 'destination', the former beginning with '/'");
		}
		List<PathToken> tokens = decoded(PathTokenParser.parse(source));
		requireNamesOnce(tokens);
		boolean numbered = dialect == Dialect.VERCEL && !kind.isRewrite() && NumberedGroups.areUsed(tokens, target);
		Destination destination = Destination.parse(numbered ? NumberedGroups.inDestination(target) : target);
		if (kind.isRewrite() && destination.isExternal()) {
			throw new NotTranslatableException("it is a proxy: a rewrite stays within the application");
		}
		if (kind == RouteKind.FALLBACK_REWRITE) {
			throw new NotTranslatableException(
					"it is for what nothing else answers, and a rewrite comes too late then");
		}
		tokens = numbered ? NumberedGroups.inSource(tokens) : tokens;
		// a slash at its end is significant to Vercel
		Set<String> rests = (dialect == Dialect.VERCEL) ? Set.of() : rests(tokens, destination);
		List<SourceVariant> variants = SourceVariant.of(tokens, rests);
		RequestItems items = items(entry, tokens, destination, kind.isRewrite());
		return new Route(destination, variants, items, kind.isRewrite() ? null : status(entry, kind, dialect));
	}

	private static void requireKnown(TextNode.Mapping entry, boolean rewrite, Dialect dialect)
			throws InvalidDirectiveException, NotTranslatableException {
		Set<String> keys = dialect.keys(rewrite);
		for (String key : entry.entries().keySet()) {
			if (!keys.contains(key)) {
				throw new InvalidDirectiveException(
						"one of " + String.join(", ", new TreeSet<>(keys)) + " and not '" + key + "'");
			}
			boolean off = key.equals("basePath") || key.equals("locale");
			if (off && !"false".equals(text(entry, key))) {
				throw new InvalidDirectiveException("false as '" + key + "', or nothing");
			}
			if (key.equals("env")) {
				throw new NotTranslatableException("its destination depends on the environment");
			}
			if (rewrite && key.equals("statusCode")) {
				throw new NotTranslatableException("a rewrite leaves the status to the application");
			}
		}
	}

	private static List<PathToken> decoded(List<PathToken> tokens) throws NotTranslatableException {
		List<PathToken> decoded = new ArrayList<>();
		for (PathToken token : tokens) {
			decoded.add(token.decoded());
		}
		return decoded;
	}

	/** Of two, path-to-regexp takes the one that was there last. */
	private static void requireNamesOnce(List<PathToken> tokens) throws NotTranslatableException {
		Set<String> names = new HashSet<>();
		for (PathToken token : tokens) {
			if (token instanceof PathToken.Key key && !key.name().isEmpty() && !names.add(key.name())) {
				throw new NotTranslatableException("its source has ':" + key.name() + "' twice");
			}
		}
	}

	/**
	 * The rest of a path is a pattern of its own, if the destination takes it as such.
	 */
	private static Set<String> rests(List<PathToken> tokens, Destination destination) {
		Set<String> rests = new HashSet<>();
		for (PathToken token : tokens) {
			// of '/' nothing is left there, and '/' here
			boolean slashMatters = tokens.size() == 1 && destination.path().size() > 1
					&& !destination.pathNames().isEmpty();
			if (token instanceof PathToken.Key key && key.isRest() && !slashMatters
					&& destination.usesOnlyAsRest(key.name())) {
				rests.add(key.name());
			}
		}
		return rests;
	}

	private static RequestItems items(TextNode.Mapping entry, List<PathToken> tokens, Destination destination,
			boolean rewrite) throws InvalidDirectiveException, NotTranslatableException {
		Set<String> taken = new HashSet<>(Set.of("path", "host", "scheme", "rest", "subpath", "hostname", "protocol"));
		for (PathToken token : tokens) {
			if (token instanceof PathToken.Key key) {
				taken.add(key.name());
			}
		}
		Set<String> used = destination.names();
		// a rewrite hands on what it has bound, unless its path has some of it
		boolean all = rewrite && destination.pathNames().isEmpty();
		RequestItems items = new RequestItems((name) -> all || used.contains(name), taken);
		items.add(entry.entries().get("has"), false);
		items.add(entry.entries().get("missing"), true);
		return items;
	}

	private static @Nullable Integer status(TextNode.Mapping entry, RouteKind kind, Dialect dialect)
			throws InvalidDirectiveException, NotTranslatableException {
		String permanent = text(entry, "permanent");
		String status = text(entry, "statusCode");
		if (permanent != null && status != null) {
			throw new InvalidDirectiveException("'permanent' or 'statusCode', and not both");
		}
		if (status != null) {
			int code = status.matches("\\d{3}") ? Integer.parseInt(status) : 0;
			if (!STATUSES.contains(code)) {
				throw new InvalidDirectiveException("301, 302, 303, 307 or 308 as 'statusCode'");
			}
			return code;
		}
		if (permanent == null) {
			if (kind == RouteKind.REDIRECT_WITHOUT_STATUS) {
				return null;
			}
			if (dialect == Dialect.NEXT) {
				throw new InvalidDirectiveException("'permanent' or 'statusCode'");
			}
			return 308;
		}
		if (!permanent.equals("true") && !permanent.equals("false")) {
			throw new InvalidDirectiveException("true or false as 'permanent'");
		}
		return permanent.equals("true") ? 308 : 307;
	}

	static @Nullable String text(TextNode.Mapping entry, String key) throws InvalidDirectiveException {
		TextNode node = entry.entries().get(key);
		if (node == null) {
			return null;
		}
		if (node instanceof TextNode.Scalar scalar && scalar.text() != null) {
			return scalar.text();
		}
		throw new InvalidDirectiveException("text, a number, true or false as '" + key + "'");
	}

	/** What is bound in one way to read the source. */
	Map<String, Parameter> parameters(SourceVariant variant) {
		Map<String, Parameter> parameters = new LinkedHashMap<>(variant.parameters());
		parameters.putAll(this.items.parameters());
		return parameters;
	}

}
