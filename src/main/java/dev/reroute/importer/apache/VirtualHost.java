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

	boolean hasAddressesOf(VirtualHost other) {
		return this.addresses.equals(other.addresses);
	}

	/** Whether a request may be for both, as far as the port says. */
	boolean sharesPort(VirtualHost other) {
		return this.ports.contains(ANY_PORT) || other.ports.contains(ANY_PORT)
				|| !Collections.disjoint(this.ports, other.ports);
	}

	/**
	 * The line of a name that a name of another one may mean as well.
	 * @param other the other one
	 * @return the line; {@code null} if there is none
	 */
	@Nullable Integer lineOfNameIn(VirtualHost other) {
		for (Map.Entry<String, Integer> own : this.names.entrySet()) {
			for (String name : other.names.keySet()) {
				if (endsMeet(own.getKey(), name) && overlap(own.getKey(), name)) {
					return own.getValue();
				}
			}
		}
		return null;
	}

	/** Of a thousand names, few end alike up to the first wildcard. */
	private static boolean endsMeet(String one, String other) {
		int i = one.length() - 1;
		int j = other.length() - 1;
		while (i >= 0 && j >= 0 && one.charAt(i) != '*' && other.charAt(j) != '*') {
			if (!meet(one.charAt(i--), other.charAt(j--))) {
				return false;
			}
		}
		return true;
	}

	/** Whether some text matches both. */
	private static boolean overlap(String one, String other) {
		boolean[] row = new boolean[other.length() + 1];
		row[other.length()] = true;
		for (int j = other.length() - 1; j >= 0; j--) {
			row[j] = row[j + 1] && other.charAt(j) == '*';
		}
		for (int i = one.length() - 1; i >= 0; i--) {
			boolean[] next = row;
			row = new boolean[other.length() + 1];
			for (int j = other.length(); j >= 0; j--) {
				boolean star = one.charAt(i) == '*' && (next[j] || (j < other.length() && row[j + 1]));
				boolean otherStar = j < other.length() && other.charAt(j) == '*' && (row[j + 1] || next[j]);
				boolean same = j < other.length() && next[j + 1] && meet(one.charAt(i), other.charAt(j));
				row[j] = star || otherStar || same;
			}
		}
		return row[0];
	}

	private static boolean meet(char one, char other) {
		return one == other || one == '?' || other == '?';
	}

}
