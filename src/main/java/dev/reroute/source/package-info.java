/**
 * Where rules come from, and which are live. A {@link dev.reroute.source.RuleSource}
 * gives definitions; {@link dev.reroute.source.LiveRules} makes a rule set of all of them
 * and swaps it in whole, or keeps the last good one and says why.
 */
@NullMarked
package dev.reroute.source;

import org.jspecify.annotations.NullMarked;
