package dev.reroute.replay;

import dev.reroute.pattern.UrlText;

/**
 * Scheme and host of requests for which a log has none.
 *
 * @param url a URL with that scheme and host
 * @param isHostGiven whether somebody said so of the host, who knows
 * @param isSchemeGiven whether somebody said so of the scheme
 */
public record AssumedOrigin(UrlText url, boolean isHostGiven, boolean isSchemeGiven) {

	/** Nobody knows. */
	public static final AssumedOrigin UNKNOWN = new AssumedOrigin(UrlText.parse("/"), false, false);

}
