/**
 * Netlify: {@code _redirects} and {@code netlify.toml}.
 */
@NullMarked
package dev.reroute.importer.netlify;

import org.jspecify.annotations.NullMarked;
