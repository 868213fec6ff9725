/**
 * Cloudflare: {@code _redirects} of Pages and Workers, and CSV of Bulk Redirects.
 */
@NullMarked
package dev.reroute.importer.cloudflare;

import org.jspecify.annotations.NullMarked;
