package dev.reroute.importer.wordpress;

import dev.reroute.importer.ImportLog;
import dev.reroute.importer.RuleImporter;

/**
 * Reads the export as CSV or JSON.
 */
public final class WordPressImporter implements RuleImporter {

	@Override
	public void read(String text, ImportLog log) {
		log.unreadable("unknown-format", 0, "a format that is read already", "wordpress");
	}

}
