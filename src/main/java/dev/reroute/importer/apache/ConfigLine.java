package dev.reroute.importer.apache;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A line of configuration, after lines that end in a backslash were joined.
 *
 * @param number the line in which it begins, from 1
 * @param text the text without surrounding space
 * @param comment what the comment directly above says; {@code null} if there is none
 */
record ConfigLine(int number, String text, @Nullable String comment) {

	private static final Pattern SPACE = Pattern.compile("\\s");

	/** A directive that somebody switched off says nothing about the next one. */
	private static final Pattern SWITCHED_OFF = Pattern.compile("((?i:Rewrite|Redirect|<)|[A-Z][a-z]+[A-Z]).*");

	private static final int COMMENT_LENGTH = 200;

	/** The name of the directive in lower case. */
	String name() {
		return SPACE.split(this.text, 2)[0].toLowerCase(Locale.ROOT);
	}

	/** What stands behind the name. */
	String arguments() {
		String[] parts = SPACE.split(this.text, 2);
		return (parts.length == 2) ? parts[1].strip() : "";
	}

	/**
	 * Read a text line by line.
	 * @param text the text
	 * @param lines told of each line that is neither empty nor a comment
	 */
	static void readAll(String text, Consumer<ConfigLine> lines) {
		Iterator<String> physical = text.lines().iterator();
		List<String> comments = new ArrayList<>();
		int number = 0;
		while (physical.hasNext()) {
			int start = ++number;
			String line = physical.next();
			if (line.endsWith("\\")) {
				StringBuilder joined = new StringBuilder();
				while (line.endsWith("\\") && physical.hasNext()) {
					joined.append(line, 0, line.length() - 1);
					line = physical.next();
					number++;
				}
				line = joined + (line.endsWith("\\") ? line.substring(0, line.length() - 1) : line);
			}
			String stripped = line.strip();
			if (stripped.startsWith("#")) {
				comments.add(stripped.replaceFirst("^#+", "").strip());
			}
			else {
				if (!stripped.isEmpty()) {
					lines.accept(new ConfigLine(start, stripped, comment(comments)));
				}
				comments.clear();
			}
		}
	}

	private static @Nullable String comment(List<String> comments) {
		List<String> said = comments.stream()
			.filter((line) -> !line.isEmpty() && !SWITCHED_OFF.matcher(line).matches())
			.toList();
		String text = String.join(" ", said);
		return (text.isEmpty() || text.length() > COMMENT_LENGTH) ? null : text;
	}

}
