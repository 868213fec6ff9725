/**
 * AssertJ assertions on rules, for a user's tests:
 * {@link dev.reroute.assertions.RerouteAssertions}. They ask the real engine, and need
 * AssertJ on the class path; nothing else of Reroute does.
 */
@NullMarked
package dev.reroute.assertions;

import org.jspecify.annotations.NullMarked;
