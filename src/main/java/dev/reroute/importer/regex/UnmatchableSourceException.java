package dev.reroute.importer.regex;

import dev.reroute.importer.NotTranslatableException;

/**
 * A source for paths that no rule is asked about, whatever a request has sent.
 */
public final class UnmatchableSourceException extends NotTranslatableException {

	UnmatchableSourceException() {
		super("no path is matched that holds ';' or '//'");
	}

}
