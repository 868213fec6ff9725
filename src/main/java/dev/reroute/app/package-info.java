/**
 * The application: the first user of the library. Its controllers show the first way of
 * redirecting, answering with a redirect; its {@code rules.yaml} shows the second,
 * rewriting before dispatch.
 */
@NullMarked
package dev.reroute.app;

import org.jspecify.annotations.NullMarked;
