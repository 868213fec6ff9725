package dev.reroute.importer.nginx;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where a server listens.
 *
 * @param port the port
 * @param tls whether by TLS
 * @param isDefault whether it answers for hosts that no server names
 */
record Listen(String port, boolean tls, boolean isDefault) {

	/** Parse a {@code listen}; {@code null} for what has no port, such as a socket. */
	static @Nullable Listen parse(List<String> words) {
		if (words.isEmpty() || words.get(0).startsWith("unix:")) {
			return null;
		}
		String address = words.get(0);
		String last = address.substring(address.lastIndexOf(':') + 1);
		String port = last.matches("\\d+") ? last : "80";
		return new Listen(port, words.contains("ssl") || words.contains("quic"),
				words.contains("default_server") || words.contains("default"));
	}

	/** The scheme, or {@code null} if that may be both. */
	@Nullable String scheme(boolean allTls) {
		if (this.tls || allTls) {
			return "https";
		}
		// a proxy in front may well have taken the encryption away
		return this.port.equals("443") ? null : "http";
	}

}
