package dev.reroute.importer.apache;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.importer.regex.PrefixIndex;

/**
 * The names of virtual hosts, in which {@code *} is any text and {@code ?} any character.
 * They are found by what stands behind the last of these, as there may be thousands.
 */
final class HostNames {

	/**
	 * A name of a virtual host.
	 *
	 * @param text the name, in lower case
	 * @param line where it stands
	 * @param host the virtual host
	 */
	record Name(String text, int line, Scope host) {

	}

	private final List<Name> names = new ArrayList<>();

	private final PrefixIndex byEnd = new PrefixIndex();

	private final Set<Map.Entry<String, Set<String>>> known = new HashSet<>();

	/** Of two alike, for the same addresses, only the first one is asked for anything. */
	void add(Map<String, Integer> names, Scope host) {
		names.forEach((text, line) -> {
			if (this.known.add(Map.entry(text, host.address().addresses()))) {
				this.byEnd.add(end(text), this.names.size());
				this.names.add(new Name(text, line, host));
			}
		});
	}

	/**
	 * Those that mean some host that another name means as well.
	 * @param name the other name, in lower case
	 * @return names, in the order in which they were added
	 */
	List<Name> meeting(String name) {
		String end = end(name);
		return Arrays.stream(this.byEnd.candidates(end, end.length() == name.length()))
			.mapToObj(this.names::get)
			.filter((other) -> meet(name, other.text()))
			.toList();
	}

	/** What is behind the last wildcard, read from the end. */
	private static String end(String name) {
		int wildcard = Math.max(name.lastIndexOf('*'), name.lastIndexOf('?'));
		return new StringBuilder(name.substring(wildcard + 1)).reverse().toString();
	}

	/** Whether some text is meant by both. */
	static boolean meet(String one, String other) {
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
