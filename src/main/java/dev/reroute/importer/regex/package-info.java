/**
 * Regular expressions of other systems (PCRE, Java, ECMAScript), which <em>search</em>,
 * turned into sources and conditions, which match the whole. What RE2 lacks becomes a
 * condition where there is one that says the same, and is refused otherwise.
 */
@NullMarked
package dev.reroute.importer.regex;

import org.jspecify.annotations.NullMarked;
