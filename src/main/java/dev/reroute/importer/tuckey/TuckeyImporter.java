package dev.reroute.importer.tuckey;

import dev.reroute.importer.ImportLog;
import dev.reroute.importer.RuleImporter;

/**
 * Reads {@code urlrewrite.xml}.
 */
public final class TuckeyImporter implements RuleImporter {

	@Override
	public void read(String text, ImportLog log) {
		log.unreadable("unknown-format", 0, "a format that is read already", "tuckey");
	}

}
