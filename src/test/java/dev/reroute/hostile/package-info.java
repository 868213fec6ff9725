/**
 * Hostile requests. What must hold for all of them is tested as properties: generators
 * with a seed, which is in the name of the test, make rules and requests, and judges that
 * share no line with the engine look at what comes out.
 */
@NullMarked
package dev.reroute.hostile;

import org.jspecify.annotations.NullMarked;
