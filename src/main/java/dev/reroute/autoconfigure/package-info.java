/**
 * What Spring Boot does with Reroute on the class path: the filter, the live rules and
 * the failure analysis, each of which gives way to a bean of the user's own.
 */
@NullMarked
package dev.reroute.autoconfigure;

import org.jspecify.annotations.NullMarked;
