/**
 * What the {@code _redirects} files of Netlify and Cloudflare have in common: lines with
 * comments, paths with {@code :name} and {@code *}, and targets that use them.
 */
@NullMarked
package dev.reroute.importer.pages;

import org.jspecify.annotations.NullMarked;
