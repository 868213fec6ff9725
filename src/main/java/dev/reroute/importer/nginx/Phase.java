package dev.reroute.importer.nginx;

import org.jspecify.annotations.Nullable;

/**
 * Where a request is: in a server, or in a location of it.
 *
 * @param owner the server or location
 * @param location the location; {@code null} if none was chosen yet
 * @param changes how often the path was changed when this began
 * @param cycle how often a location was chosen before
 */
record Phase(Statement owner, @Nullable Location location, int changes, int cycle) {

}
