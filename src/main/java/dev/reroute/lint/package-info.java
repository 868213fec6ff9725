/**
 * Proves things about a rule set before it goes live. Each
 * {@link dev.reroute.lint.FindingCode} has a check of its own; a check reasons about
 * sources and targets as languages (finite automata), makes up a request that would show
 * the fault, and asks the real engine. Only what the engine confirms is reported.
 */
@NullMarked
package dev.reroute.lint;

import org.jspecify.annotations.NullMarked;
