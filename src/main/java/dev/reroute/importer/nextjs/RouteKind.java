package dev.reroute.importer.nextjs;

/**
 * What a list of entries is for.
 */
enum RouteKind {

	/** Redirects. */
	REDIRECT,

	/** Redirects whose status only the code knows that reads the list. */
	REDIRECT_WITHOUT_STATUS,

	/** Rewrites of which the first one acts. */
	REWRITE,

	/** Rewrites that all act, each on what those before it have made. */
	CUMULATIVE_REWRITE,

	/** Rewrites for what nothing else answers. */
	FALLBACK_REWRITE;

	boolean isRewrite() {
		return this != REDIRECT && this != REDIRECT_WITHOUT_STATUS;
	}

}
