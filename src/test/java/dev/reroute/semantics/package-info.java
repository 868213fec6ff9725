/**
 * The eleven semantics of the rule language (design, section 3), one class each.
 */
@NullMarked
package dev.reroute.semantics;

import org.jspecify.annotations.NullMarked;
