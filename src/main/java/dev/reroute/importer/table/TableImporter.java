package dev.reroute.importer.table;

import dev.reroute.importer.ImportLog;
import dev.reroute.importer.RuleImporter;

/**
 * Reads a table of two or three columns.
 */
public final class TableImporter implements RuleImporter {

	@Override
	public void read(String text, ImportLog log) {
		log.unreadable("unknown-format", 0, "a format that is read already", "table");
	}

}
