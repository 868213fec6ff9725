/**
 * Tuckey's UrlRewriteFilter: {@code urlrewrite.xml}.
 */
@NullMarked
package dev.reroute.importer.tuckey;

import org.jspecify.annotations.NullMarked;
