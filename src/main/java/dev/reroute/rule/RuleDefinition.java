package dev.reroute.rule;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The text form of a rule: what stands in a file, unchecked but for its structure. Keys
 * that were left out are {@code null} or empty.
 *
 * @param origin where the rule stands
 * @param id the name of the rule; without one it is the source text
 * @param from a path or path pattern, possibly behind scheme and host
 * @param fromRegex a regular expression instead
 * @param when the conditions
 * @param redirect where to redirect
 * @param rewrite what the request becomes
 * @param respond a status to answer with
 * @param pass whether to leave the request alone
 * @param status the status of a redirect
 * @param cache how long a redirect may be cached
 * @param requestHeaders changes to the headers of a rewritten request
 * @param query what happens to the query
 * @param fallback whether the rule is only for requests that end in 404
 * @param ignoreCase whether case counts; {@code null} for the general setting
 * @param ignoreTrailingSlash whether a slash at the end counts; {@code null} for the
 * general setting
 * @param note a remark for people
 * @param enabled whether the rule takes part at all
 * @param examples tests that travel with the rule
 * @param origins where the keys stand, by path such as {@code when.host}
 */
public record RuleDefinition(Origin origin, @Nullable String id, @Nullable String from, @Nullable String fromRegex,
		When when, @Nullable String redirect, @Nullable String rewrite, @Nullable Integer respond, boolean pass,
		@Nullable Integer status, @Nullable String cache, Headers requestHeaders, Query query, boolean fallback,
		@Nullable Boolean ignoreCase, @Nullable Boolean ignoreTrailingSlash, @Nullable String note, boolean enabled,
		List<Example> examples, Map<String, Origin> origins) {

	/**
	 * Where a key stands.
	 * @param key the path of the key
	 * @return its origin, or that of the rule
	 */
	Origin originOf(String key) {
		return this.origins.getOrDefault(key, this.origin);
	}

	/**
	 * The conditions in text form. Each list holds alternatives.
	 *
	 * @param host hosts
	 * @param method methods
	 * @param scheme {@code http} or {@code https}
	 * @param header values by header name
	 * @param cookie values by cookie name
	 * @param path the path
	 * @param query values by parameter name
	 * @param queryString the query as it was sent
	 * @param onlyQuery names that the query may have, or {@code none}; empty for any
	 * @param client addresses and ranges
	 * @param after the instant from which on the rule holds
	 * @param before the instant until just before which it holds
	 * @param not conditions of which none may hold
	 */
	public record When(List<String> host, List<String> method, List<String> scheme, Map<String, List<String>> header,
			Map<String, List<String>> cookie, List<String> path, Map<String, List<String>> query,
			List<String> queryString, List<String> onlyQuery, List<String> client, @Nullable String after,
			@Nullable String before, @Nullable When not) {

		/** No conditions. */
		public static final When ALWAYS = new When(List.of(), List.of(), List.of(), Map.of(), Map.of(), List.of(),
				Map.of(), List.of(), List.of(), List.of(), null, null, null);

	}

	/**
	 * Changes to request headers in text form.
	 *
	 * @param set values by name
	 * @param remove names
	 */
	public record Headers(Map<String, String> set, List<String> remove) {

		/** No changes. */
		public static final Headers UNCHANGED = new Headers(Map.of(), List.of());

	}

	/**
	 * Changes to the query in text form.
	 *
	 * @param keep {@code all}, {@code none}, or names with wildcards; empty for all
	 * @param remove names with wildcards
	 * @param rename new names by old name
	 * @param set values by name
	 */
	public record Query(List<String> keep, List<String> remove, Map<String, String> rename, Map<String, String> set) {

		/** The query goes along. */
		public static final Query KEPT = new Query(List.of(), List.of(), Map.of(), Map.of());

		/** The query does not go along. */
		public static final Query DROPPED = new Query(List.of("none"), List.of(), Map.of(), Map.of());

	}

	/**
	 * A test that travels with a rule.
	 *
	 * @param request a URL or path, possibly behind a method
	 * @param expect a status and, for a redirect, a target
	 */
	public record Example(String request, String expect) {

	}

}
