/**
 * Rules, from text to typed.
 * <p>
 * A {@link dev.reroute.rule.RuleDefinition} is the text form, the same whether it comes
 * from a file, the configuration, a bean or the database.
 * {@link dev.reroute.rule.RuleParser} checks it and makes the immutable
 * {@link dev.reroute.rule.Rule} of it, or {@link dev.reroute.rule.Problem problems}, all
 * of them together. What a condition may ask of a request is
 * {@link dev.reroute.rule.RequestView}.
 */
@NullMarked
package dev.reroute.rule;

import org.jspecify.annotations.NullMarked;
