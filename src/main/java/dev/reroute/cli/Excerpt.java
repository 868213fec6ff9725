package dev.reroute.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.reroute.rule.Origin;

/**
 * Lines of a file that something is about: the one where it stands, and those below that
 * are indented further, which is the rest of a rule.
 *
 * @param line the number of the first line
 * @param lines the lines
 */
record Excerpt(int line, List<String> lines) {

	private static final int MAX_LINES = 6;

	static final int MAX_LENGTH = 120;

	/**
	 * Cut out what stands at some places. A file is read once, and not at all if no place
	 * is in it.
	 * @param origins the places
	 * @return excerpts by place; places whose file cannot be read are left out
	 */
	static Map<Origin, Excerpt> of(Collection<Origin> origins) {
		Map<Origin, Excerpt> excerpts = new HashMap<>();
		origins.stream()
			.filter((origin) -> origin.line() > 0)
			.collect(Collectors.groupingBy(Origin::source))
			.forEach((file, places) -> excerpts.putAll(inFile(file, new HashSet<>(places))));
		return excerpts;
	}

	private static Map<Origin, Excerpt> inFile(String file, Set<Origin> places) {
		Map<Integer, List<Origin>> byLine = places.stream().collect(Collectors.groupingBy(Origin::line));
		Map<Origin, Excerpt> excerpts = new HashMap<>();
		int last = Collections.max(byLine.keySet());
		List<Cut> open = new ArrayList<>();
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(Files.newInputStream(Path.of(file)), StandardCharsets.UTF_8))) {
			int number = 1;
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				String text = line;
				open.removeIf((cut) -> !cut.goOn(text));
				for (Origin place : byLine.getOrDefault(number, List.of())) {
					Cut cut = new Cut(indentation(line), new ArrayList<>(List.of(shorten(line))));
					open.add(cut);
					excerpts.put(place, new Excerpt(number, cut.lines()));
				}
				number++;
				if (number > last && open.isEmpty()) {
					break;
				}
			}
			return excerpts;
		}
		catch (IOException | InvalidPathException ex) {
			// a classpath resource, say; the message does without
			return Map.of();
		}
	}

	private static String shorten(String line) {
		return (line.length() <= MAX_LENGTH) ? line : line.substring(0, MAX_LENGTH) + " ...";
	}

	private static int indentation(String line) {
		int indentation = 0;
		while (indentation < line.length() && line.charAt(indentation) == ' ') {
			indentation++;
		}
		return indentation;
	}

	private record Cut(int depth, List<String> lines) {

		boolean goOn(String line) {
			if (line.isBlank() || indentation(line) <= this.depth || this.lines.size() > MAX_LINES) {
				return false;
			}
			this.lines.add((this.lines.size() == MAX_LINES) ? " ".repeat(indentation(line)) + "..." : shorten(line));
			return true;
		}

	}

}
