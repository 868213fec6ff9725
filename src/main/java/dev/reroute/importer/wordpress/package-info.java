/**
 * The WordPress plugin Redirection: its export as CSV or JSON.
 */
@NullMarked
package dev.reroute.importer.wordpress;

import org.jspecify.annotations.NullMarked;
