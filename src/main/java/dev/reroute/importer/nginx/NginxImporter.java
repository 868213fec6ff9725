package dev.reroute.importer.nginx;

import dev.reroute.importer.ImportLog;
import dev.reroute.importer.RuleImporter;

/**
 * Reads the configuration of nginx.
 */
public final class NginxImporter implements RuleImporter {

	@Override
	public void read(String text, ImportLog log) {
		log.unreadable("unknown-format", 0, "a format that is read already", "nginx");
	}

}
