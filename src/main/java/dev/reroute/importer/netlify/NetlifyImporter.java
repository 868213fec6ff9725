package dev.reroute.importer.netlify;

import dev.reroute.importer.ImportLog;
import dev.reroute.importer.RuleImporter;

/**
 * Reads {@code _redirects} and {@code netlify.toml}.
 */
public final class NetlifyImporter implements RuleImporter {

	@Override
	public void read(String text, ImportLog log) {
		log.unreadable("unknown-format", 0, "a format that is read already", "netlify");
	}

}
