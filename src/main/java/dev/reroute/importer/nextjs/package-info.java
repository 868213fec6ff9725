/**
 * Next.js and Vercel: redirects and rewrites as JSON.
 */
@NullMarked
package dev.reroute.importer.nextjs;

import org.jspecify.annotations.NullMarked;
