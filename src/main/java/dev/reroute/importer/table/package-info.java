/**
 * A plain table of old and new URLs, CSV or TSV.
 */
@NullMarked
package dev.reroute.importer.table;

import org.jspecify.annotations.NullMarked;
