/**
 * Reads the redirects of other systems. {@link dev.reroute.importer.ImportFormat} names
 * the formats; each has a sub-package with its grammar, a parser and what its constructs
 * become. A reader tells the {@link dev.reroute.importer.ImportLog} of every directive it
 * meets and of what became of it, so that nothing is passed over in silence: a directive
 * that cannot be translated exactly is a problem with its line and the reason.
 */
@NullMarked
package dev.reroute.importer;

import org.jspecify.annotations.NullMarked;
