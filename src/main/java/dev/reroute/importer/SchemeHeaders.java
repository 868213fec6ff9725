package dev.reroute.importer;

import java.util.Locale;
import java.util.Set;

/**
 * Headers in which a proxy tells the scheme that a client used. Spring's handling of
 * forwarded headers takes them away before a rule looks, and the scheme is what they
 * said.
 */
public final class SchemeHeaders {

	private static final Set<String> NAMES = Set.of("x-forwarded-proto", "x-forwarded-protocol", "x-forwarded-scheme");

	private SchemeHeaders() {
	}

	/**
	 * Whether a header is one of these.
	 * @param header the name of a header
	 * @return whether it tells the scheme
	 */
	public static boolean contains(String header) {
		return NAMES.contains(header.toLowerCase(Locale.ROOT));
	}

}
