/**
 * What a source matches and how a target is filled.
 * <p>
 * Everything here works on {@linkplain dev.reroute.pattern.PathText path text}: the path
 * percent-decoded once, in which {@code /} separates segments and U+0000 stands for a
 * slash that was encoded and is data. A {@link dev.reroute.pattern.SourcePattern} binds
 * parts of it in {@link dev.reroute.pattern.Captures}; a
 * {@link dev.reroute.pattern.TargetTemplate} writes them out again, encoded for the place
 * they land in. Nothing here knows a rule, a request or a servlet.
 */
@NullMarked
package dev.reroute.pattern;

import org.jspecify.annotations.NullMarked;
