package dev.reroute.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of the documentation, as far as tests need to understand it: fences, tables and
 * headings.
 *
 * @param file the file, relative to the project
 * @param lines its lines
 */
record Markdown(Path file, List<String> lines) {

	static final Markdown README = read(Path.of("README.md"));

	static final Markdown RULES = read(Path.of("docs/rules.md"));

	static final Markdown CLI = read(Path.of("docs/cli.md"));

	private static Markdown read(Path file) {
		try {
			return new Markdown(file, Files.readAllLines(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<Markdown> pages() {
		try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
			return Stream
				.concat(Stream.of(Path.of("README.md")), docs.filter((file) -> file.toString().endsWith(".md")))
				.map(Markdown::read)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<Fence> allFences(String language) {
		return pages().stream()
			.flatMap((page) -> page.fences().stream())
			.filter((fence) -> fence.language().equals(language))
			.toList();
	}

	List<Fence> fences() {
		List<Fence> fences = new ArrayList<>();
		for (int i = 0; i < this.lines.size(); i++) {
			if (this.lines.get(i).startsWith("```")) {
				int start = i++;
				while (!this.lines.get(i).equals("```")) {
					i++;
				}
				fences.add(new Fence(this.file + ":" + (start + 1), this.lines.get(start).substring(3),
						String.join("\n", this.lines.subList(start + 1, i)) + "\n"));
			}
		}
		return fences;
	}

	/** The rows of all tables whose first header cells are these. */
	List<List<String>> rows(String... header) {
		List<List<String>> rows = new ArrayList<>();
		boolean inTable = false;
		for (String line : this.lines) {
			List<String> cells = line.startsWith("|") ? cells(line) : List.of();
			if (inTable && !cells.isEmpty() && !line.startsWith("|---")) {
				rows.add(cells);
			}
			inTable = !cells.isEmpty() && (inTable || startsWith(cells, header));
		}
		return rows;
	}

	private static boolean startsWith(List<String> cells, String... header) {
		return cells.size() >= header.length && cells.subList(0, header.length).equals(Arrays.asList(header));
	}

	/** A bar within a cell is written with a backslash. */
	private static List<String> cells(String line) {
		return Arrays.stream(line.substring(1).split("(?<!\\\\)\\|"))
			.map((cell) -> cell.trim().replace("\\|", "|"))
			.toList();
	}

	/** What stands between backticks in a cell. */
	static List<String> code(String cell) {
		List<String> code = new ArrayList<>();
		String[] parts = cell.split("`", -1);
		for (int i = 1; i < parts.length; i += 2) {
			code.add(parts[i]);
		}
		return code;
	}

	String text() {
		return String.join("\n", this.lines);
	}

	/**
	 * A block of code.
	 *
	 * @param place file and line
	 * @param info what stands behind the opening backticks
	 * @param text the content
	 */
	record Fence(String place, String info, String text) {

		String language() {
			return this.info.split(" ")[0];
		}

		@Override
		public String toString() {
			return this.place;
		}

	}

}
