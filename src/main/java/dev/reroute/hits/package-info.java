/**
 * Counts what rules do. {@link dev.reroute.hits.HitCounter} is the interface that the
 * filter knows, and {@link dev.reroute.hits.DecisionTotals} counts beside it whatever it
 * does; counting never changes an answer.
 */
@NullMarked
package dev.reroute.hits;

import org.jspecify.annotations.NullMarked;
