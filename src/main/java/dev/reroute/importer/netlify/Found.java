package dev.reroute.importer.netlify;

import dev.reroute.importer.Directive;
import dev.reroute.importer.InvalidDirectiveException;
import org.jspecify.annotations.Nullable;

/**
 * A redirect and where it was found.
 *
 * @param directive where
 * @param rule the redirect, or {@code null} if it could not be read
 * @param invalid why it could not be read, or {@code null}
 */
record Found(Directive directive, @Nullable NetlifyRule rule, @Nullable InvalidDirectiveException invalid) {

	/** Reads a redirect. */
	@FunctionalInterface
	interface Reader {

		NetlifyRule read() throws InvalidDirectiveException;

	}

	static Found of(Directive directive, Reader reader) {
		try {
			return new Found(directive, reader.read(), null);
		}
		catch (InvalidDirectiveException ex) {
			return new Found(directive, null, ex);
		}
	}

}
