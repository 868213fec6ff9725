package dev.reroute.importer.netlify;

import dev.reroute.importer.Directive;
import dev.reroute.importer.pages.InvalidLineException;
import org.jspecify.annotations.Nullable;

/**
 * A redirect and where it was found.
 *
 * @param directive where
 * @param rule the redirect, or {@code null} if it could not be read
 * @param invalid why it could not be read, or {@code null}
 */
record Found(Directive directive, @Nullable NetlifyRule rule, @Nullable InvalidLineException invalid) {

	/** Reads a redirect. */
	@FunctionalInterface
	interface Reader {

		NetlifyRule read() throws InvalidLineException;

	}

	static Found of(Directive directive, Reader reader) {
		try {
			return new Found(directive, reader.read(), null);
		}
		catch (InvalidLineException ex) {
			return new Found(directive, null, ex);
		}
	}

}
