/**
 * What tests share: requests, rule sets from text, and assertions in the words of the
 * domain.
 */
@NullMarked
package dev.reroute.test;

import org.jspecify.annotations.NullMarked;
