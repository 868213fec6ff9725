/**
 * Counts what rules do. {@link dev.reroute.hits.HitCounter} is the interface that the
 * filter knows; counting never changes an answer.
 */
@NullMarked
package dev.reroute.hits;

import org.jspecify.annotations.NullMarked;
