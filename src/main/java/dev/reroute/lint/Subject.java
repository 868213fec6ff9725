package dev.reroute.lint;

import dev.reroute.rule.Rule;

/**
 * One rule under examination.
 *
 * @param rule the rule
 */
record Subject(Rule rule) {

}
