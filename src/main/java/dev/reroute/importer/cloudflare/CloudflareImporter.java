package dev.reroute.importer.cloudflare;

import dev.reroute.importer.ImportLog;
import dev.reroute.importer.RuleImporter;

/**
 * Reads {@code _redirects} of Pages and Workers.
 */
public final class CloudflareImporter implements RuleImporter {

	@Override
	public void read(String text, ImportLog log) {
		log.unreadable("unknown-format", 0, "a format that is read already", "cloudflare");
	}

}
