/**
 * Makes the documentation true: whatever README and {@code docs/} show is run, parsed or
 * compared with the code here.
 */
@NullMarked
package dev.reroute.docs;

import org.jspecify.annotations.NullMarked;
