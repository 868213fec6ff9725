/**
 * Apache httpd: {@code .htaccess} and server configuration.
 */
@NullMarked
package dev.reroute.importer.apache;

import org.jspecify.annotations.NullMarked;
