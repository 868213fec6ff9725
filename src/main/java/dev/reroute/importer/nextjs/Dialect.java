package dev.reroute.importer.nextjs;

import java.util.Set;

/**
 * Whose entries they are. Both are made of path-to-regexp, and differ at the edges.
 */
@SuppressWarnings("ImmutableEnumChecker") // made by Set.of
enum Dialect {

	/** What {@code redirects()} and {@code rewrites()} of Next.js return. */
	NEXT(Set.of("source", "destination", "permanent", "statusCode", "has", "missing", "basePath", "locale"),
			Set.of("source", "destination", "has", "missing", "basePath", "locale")),

	/** {@code vercel.json}. */
	VERCEL(Set.of("source", "destination", "permanent", "statusCode", "has", "missing", "env"),
			Set.of("source", "destination", "has", "missing", "statusCode", "env", "respectOriginCacheControl"));

	private final Set<String> redirectKeys;

	private final Set<String> rewriteKeys;

	Dialect(Set<String> redirectKeys, Set<String> rewriteKeys) {
		this.redirectKeys = redirectKeys;
		this.rewriteKeys = rewriteKeys;
	}

	/**
	 * The keys that an entry may have; others fail a build.
	 * @param rewrite whether it is a rewrite
	 * @return the keys
	 */
	Set<String> keys(boolean rewrite) {
		return rewrite ? this.rewriteKeys : this.redirectKeys;
	}

}
