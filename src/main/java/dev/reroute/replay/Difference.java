package dev.reroute.replay;

import dev.reroute.engine.UrlRequest;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A URL that two rule sets answer differently.
 *
 * @param url the URL, without its query
 * @param example a request for it, which both answer as is said here
 * @param before what the other rule set does
 * @param beforeRule its rule; {@code null} if none decides
 * @param now what the rule set does
 * @param nowRule its rule; {@code null} if none decides
 */
public record Difference(String url, UrlRequest example, Effect before, @Nullable Rule beforeRule, Effect now,
		@Nullable Rule nowRule) {

}
