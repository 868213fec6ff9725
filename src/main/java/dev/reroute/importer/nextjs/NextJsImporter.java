package dev.reroute.importer.nextjs;

import dev.reroute.importer.ImportLog;
import dev.reroute.importer.RuleImporter;

/**
 * Reads redirects and rewrites as JSON.
 */
public final class NextJsImporter implements RuleImporter {

	@Override
	public void read(String text, ImportLog log) {
		log.unreadable("unknown-format", 0, "a format that is read already", "nextjs");
	}

}
