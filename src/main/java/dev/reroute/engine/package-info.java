/**
 * Decides. A {@link dev.reroute.engine.RuleSet} is an ordered, immutable list of rules
 * behind an index; {@link dev.reroute.engine.RuleSet#decide} is a pure function from a
 * request to a {@link dev.reroute.engine.Decision}. What is then done about it is the
 * servlet side's business.
 * <p>
 * The index gives, for a host and a path, the few rules that could match, in the order in
 * which they stand. They are tried one by one, so that the first match wins just as in a
 * scan from top to bottom, which test code keeps as the oracle.
 */
@NullMarked
package dev.reroute.engine;

import org.jspecify.annotations.NullMarked;
