package dev.reroute.importer.apache;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What a virtual host is asked for: addresses, and names in which {@code *} is any text
 * and {@code ?} any character.
 */
final class VirtualHost {

	private static final String ANY_PORT = "";

	private final Set<String> addresses;

	private final Set<String> ports;

	/** Names in lower case, with the line of each. */
	private final Map<String, Integer> names = new LinkedHashMap<>();

	VirtualHost(List<String> addresses) {
		this.addresses = addresses.stream()
			.map((address) -> address.toLowerCase(Locale.ROOT).replace("_default_", "*"))
			.collect(Collectors.toSet());
		this.ports = this.addresses.stream()
			.map((address) -> address.matches(".*:\\d+") ? address.replaceFirst(".*:", "") : ANY_PORT)
			.collect(Collectors.toSet());
	}

	/** A name as it stands in a ServerName, perhaps with scheme and port. */
	static String withoutPort(String name) {
		return name.replaceFirst("^https?://", "").replaceFirst(":\\d+$", "");
	}

	void add(String name, int line) {
		this.names.putIfAbsent(name.toLowerCase(Locale.ROOT), line);
	}

	Map<String, Integer> names() {
		return this.names;
	}

	/** Whether it is one, and not the server as a whole. */
	boolean isVirtual() {
		return !this.addresses.isEmpty();
	}

	/** The scheme, if it is for one alone; {@code null} otherwise. */
	@Nullable String scheme() {
		return this.ports.equals(Set.of("80")) ? "http" : this.ports.equals(Set.of("443")) ? "https" : null;
	}

	/** Whether it is for the ports of neither http nor https, or for some ports alone. */
	boolean hasOtherPort() {
		return scheme() == null && !this.ports.equals(Set.of(ANY_PORT));
	}

	Set<String> addresses() {
		return this.addresses;
	}

	/** Whether a request may be for both, as far as the port says. */
	boolean sharesPort(VirtualHost other) {
		return this.ports.contains(ANY_PORT) || other.ports.contains(ANY_PORT)
				|| !Collections.disjoint(this.ports, other.ports);
	}

}
