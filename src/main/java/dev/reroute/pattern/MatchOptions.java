package dev.reroute.pattern;

/**
 * How strictly a source matches.
 *
 * @param ignoreCase whether {@code /A} matches {@code /a}
 * @param ignoreTrailingSlash whether {@code /a/} matches {@code /a} and the other way
 * round
 */
public record MatchOptions(boolean ignoreCase, boolean ignoreTrailingSlash) {

	/** Case and slash count. */
	public static final MatchOptions STRICT = new MatchOptions(false, false);

}
