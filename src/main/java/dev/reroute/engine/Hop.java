package dev.reroute.engine;

import dev.reroute.rule.Rule;

/**
 * One redirect on a walk.
 *
 * @param from what was asked for
 * @param rule the rule that redirected
 * @param status the status
 * @param to the {@code Location}
 */
public record Hop(UrlRequest from, Rule rule, int status, String to) {

}
