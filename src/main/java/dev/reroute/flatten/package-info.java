/**
 * Flattens chains: where a redirect leads to a URL that another rule redirects again, the
 * first rule is made to lead to the end. A rule is changed only where the result is sure
 * to be the same for every request that it serves; what is not sure is left, with the
 * reason. The text of a rule file is changed in place, so that comments, order and quotes
 * stay.
 */
@NullMarked
package dev.reroute.flatten;

import org.jspecify.annotations.NullMarked;
