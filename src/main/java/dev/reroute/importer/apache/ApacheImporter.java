package dev.reroute.importer.apache;

import dev.reroute.importer.ImportLog;
import dev.reroute.importer.RuleImporter;

/**
 * Reads {@code .htaccess} and server configuration.
 */
public final class ApacheImporter implements RuleImporter {

	@Override
	public void read(String text, ImportLog log) {
		log.unreadable("unknown-format", 0, "a format that is read already", "apache");
	}

}
