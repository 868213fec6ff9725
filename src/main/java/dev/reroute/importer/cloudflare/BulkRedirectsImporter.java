package dev.reroute.importer.cloudflare;

import dev.reroute.importer.ImportLog;
import dev.reroute.importer.RuleImporter;

/**
 * Reads CSV of Bulk Redirects.
 */
public final class BulkRedirectsImporter implements RuleImporter {

	@Override
	public void read(String text, ImportLog log) {
		log.unreadable("unknown-format", 0, "a format that is read already", "cloudflare");
	}

}
