/**
 * nginx: its configuration.
 */
@NullMarked
package dev.reroute.importer.nginx;

import org.jspecify.annotations.NullMarked;
