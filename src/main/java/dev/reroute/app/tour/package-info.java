/**
 * The tour at {@code /tour}, for someone who came to learn. A browser hides redirects
 * from scripts, so the application asks itself: it runs examples of a fixed list, follows
 * redirects as a browser would, and tells hop by hop what went over the wire.
 */
@NullMarked
package dev.reroute.app.tour;

import org.jspecify.annotations.NullMarked;
