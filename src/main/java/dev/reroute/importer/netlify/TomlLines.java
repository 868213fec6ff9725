package dev.reroute.importer.netlify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.importer.pages.PageLine;
import org.jspecify.annotations.Nullable;

/**
 * Where the tables of a TOML file begin. The library tells what they hold, but not where
 * they stand.
 */
final class TomlLines {

	private static final Pattern HEADER = Pattern.compile("\\s*(\\[\\[?)\\s*[\"']?([A-Za-z0-9_-]+)[\"']?\\s*([].]).*");

	private static final Pattern KEY = Pattern.compile("\\s*[\"']?([A-Za-z0-9_-]+)[\"']?\\s*[.=].*");

	private static final String ARRAY = "[[";

	/**
	 * The header of a table.
	 *
	 * @param line its line
	 * @param comment the comment right above it, or {@code null}
	 */
	record Header(int line, @Nullable String comment) {

	}

	/** Headers such as {@code [[redirects]]}, by name. */
	private final Map<String, List<Header>> arrays = new HashMap<>();

	/** Where a name is met first. */
	private final Map<String, Header> first = new HashMap<>();

	static TomlLines of(String text) {
		TomlLines lines = new TomlLines();
		List<String> above = new ArrayList<>();
		boolean top = true;
		int number = 0;
		for (String line : (Iterable<String>) text.lines()::iterator) {
			number++;
			if (line.stripLeading().startsWith("#")) {
				above.add(line);
				continue;
			}
			Matcher header = HEADER.matcher(line);
			Matcher key = KEY.matcher(line);
			if (header.matches()) {
				top = false;
				boolean array = header.group(1).equals(ARRAY) && header.group(3).equals("]");
				lines.add(header.group(2), array, new Header(number, PageLine.comment(above)));
			}
			else if (top && key.matches()) {
				lines.add(key.group(1), false, new Header(number, PageLine.comment(above)));
			}
			above.clear();
		}
		return lines;
	}

	private void add(String name, boolean array, Header header) {
		this.first.putIfAbsent(name, header);
		if (array) {
			this.arrays.computeIfAbsent(name, (key) -> new ArrayList<>()).add(header);
		}
	}

	/**
	 * Where a name is met first.
	 * @param name the name
	 * @return the line, the first of all if it is not found
	 */
	int lineOf(String name) {
		Header header = this.first.get(name);
		return (header != null) ? header.line() : 1;
	}

	/**
	 * The headers of an array of tables.
	 * @param name its name
	 * @param count how many tables it has
	 * @return a header for each; where they cannot be told apart, the first for all
	 */
	List<Header> all(String name, int count) {
		List<Header> headers = this.arrays.getOrDefault(name, List.of());
		return (headers.size() == count) ? headers : Collections.nCopies(count, new Header(lineOf(name), null));
	}

}
