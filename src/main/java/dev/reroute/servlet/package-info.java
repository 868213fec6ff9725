/**
 * Carries decisions out. Begin with {@link dev.reroute.servlet.RerouteFilter}: it shows a
 * request to the live rules, and then answers it, or wraps it and passes it on. Nothing
 * else in Reroute touches a response.
 */
@NullMarked
package dev.reroute.servlet;

import org.jspecify.annotations.NullMarked;
