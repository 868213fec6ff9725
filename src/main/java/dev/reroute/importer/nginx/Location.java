package dev.reroute.importer.nginx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A {@code location}. For a path that one answers which comes first here:
 * <ol>
 * <li>{@code =} with this very path</li>
 * <li>the longest text that the path begins with, if it is marked with {@code ^~}</li>
 * <li>the first regular expression that is found in it</li>
 * <li>the longest text that the path begins with</li>
 * </ol>
 *
 * @param statement where it stands
 * @param kind what it is
 * @param text a path, a text that paths begin with, or a regular expression
 * @param ignoreCase whether case makes no difference
 */
record Location(Statement statement, Kind kind, String text, boolean ignoreCase) {

	/** How a location is chosen. */
	enum Kind {

		EXACT, FINAL_PREFIX, REGEX, PREFIX

	}

	/**
	 * A location in its place.
	 *
	 * @param location the location
	 * @param tests tests that hold for its paths, if no location before it answers
	 */
	record Placed(Location location, List<Test> tests) {

	}

	/** Parse a statement; {@code null} for one with a name, or none at all. */
	static @Nullable Location parse(Statement statement) {
		String first = statement.argument(0);
		String second = statement.argument(1);
		for (String modifier : List.of("=", "^~", "~*", "~")) {
			if (first.startsWith(modifier)) {
				String text = (first.length() > modifier.length()) ? first.substring(modifier.length()) : second;
				Kind kind = modifier.equals("=") ? Kind.EXACT : modifier.equals("^~") ? Kind.FINAL_PREFIX : Kind.REGEX;
				return text.isEmpty() ? null : new Location(statement, kind, text, modifier.equals("~*"));
			}
		}
		return first.startsWith("/") ? new Location(statement, Kind.PREFIX, first, false) : null;
	}

	Test test() {
		return switch (this.kind) {
			case EXACT -> Test.equal(Subject.PATH, this.text);
			case FINAL_PREFIX, PREFIX -> Test.prefix(this.text);
			case REGEX -> Test.regex(Subject.PATH, this.text, this.ignoreCase);
		};
	}

	/** Whether anything in it redirects, rewrites or answers. */
	boolean hasCode() {
		return this.statement.body().stream().anyMatch(Location::isOrHasCode);
	}

	private static boolean isOrHasCode(Statement statement) {
		return statement.isCode() || statement.body().stream().anyMatch(Location::isOrHasCode);
	}

	boolean hasLocations() {
		return this.statement.body().stream().anyMatch((inner) -> inner.name().equals("location"));
	}

	/** The locations of a server in order of precedence. */
	static List<Placed> inOrder(List<Location> locations) {
		List<Placed> placed = new ArrayList<>();
		NavigableMap<String, Location> plain = new TreeMap<>();
		locations.stream()
			.filter((location) -> location.kind() == Kind.PREFIX)
			.forEach((location) -> plain.put(location.text(), location));
		Comparator<Location> longestFirst = Comparator.comparingInt((Location location) -> location.text().length())
			.reversed();
		for (Kind kind : Kind.values()) {
			List<Location> some = new ArrayList<>(
					locations.stream().filter((location) -> location.kind() == kind).toList());
			if (kind == Kind.FINAL_PREFIX || kind == Kind.PREFIX) {
				some.sort(longestFirst);
			}
			some.forEach((location) -> placed.add(new Placed(location, tests(location, plain))));
		}
		return placed;
	}

	/** A longer text without '^~' takes paths away from one with it. */
	private static List<Test> tests(Location location, NavigableMap<String, Location> plain) {
		List<Test> tests = new ArrayList<>(List.of(location.test()));
		if (location.kind() == Kind.FINAL_PREFIX) {
			for (Location longer : plain.tailMap(location.text(), false).values()) {
				if (!longer.text().startsWith(location.text())) {
					break;
				}
				tests.add(longer.test().not());
			}
		}
		return tests;
	}

}
