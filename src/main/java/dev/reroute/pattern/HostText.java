package dev.reroute.pattern;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The form of a host in which all comparing happens: lower case, without trailing dot.
 */
public final class HostText {

	private HostText() {
	}

	/**
	 * The host of a request. What is no host becomes empty, so that no rule with a host
	 * matches it.
	 * @param host the host, without port
	 * @return its normal form; the same object where nothing changes
	 */
	public static String normalize(@Nullable String host) {
		if (host == null) {
			return "";
		}
		String lower = host.toLowerCase(Locale.ROOT);
		return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
	}

}
