package dev.reroute.importer.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A line of a {@code _redirects} file that is neither empty nor a comment.
 *
 * <pre>
 * file    = { line "\n" }
 * line    = [ comment | word { space word } [ space comment ] ]
 * comment = "#" text
 * </pre>
 *
 * @param number the number of the line, from 1
 * @param text the line without the space around it
 * @param above the comment in the lines right above it, or {@code null}
 */
public record PageLine(int number, String text, @Nullable String above) {

	/** What both systems take for space, that of Unicode included. */
	private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\uFEFF]+");

	private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\\uFEFF]+|[\\s\\p{Z}\\uFEFF]+$");

	private static final Pattern MARKS = Pattern.compile("^#+|#+$");

	/**
	 * The words of a line.
	 *
	 * @param list the words, without the comment behind them
	 * @param comment the comment above and behind, or {@code null}
	 */
	public record Words(List<String> list, @Nullable String comment) {

	}

	/**
	 * Read a file line by line.
	 * @param text the file
	 * @param each told of every line
	 */
	public static void readAll(String text, Consumer<PageLine> each) {
		List<String> above = new ArrayList<>();
		int number = 0;
		for (int start = 0; start <= text.length();) {
			int end = text.indexOf('\n', start);
			end = (end < 0) ? text.length() : end;
			String line = trim(text.substring(start, end));
			number++;
			start = end + 1;
			if (line.startsWith("#")) {
				above.add(line);
				continue;
			}
			if (!line.isEmpty()) {
				each.accept(new PageLine(number, line, comment(above)));
			}
			above.clear();
		}
	}

	/**
	 * What comments say together. A line that was only taken out says nothing.
	 * @param lines the comments, each with its mark
	 * @return the text in one line, or {@code null} if there is none
	 */
	public static @Nullable String comment(List<String> lines) {
		StringJoiner words = new StringJoiner(" ");
		for (String line : lines) {
			String plain = MARKS.matcher(trim(line)).replaceAll("").strip();
			if (!plain.isEmpty() && !plain.startsWith("/")) {
				words.add(plain);
			}
		}
		return (words.length() > 0) ? words.toString() : null;
	}

	private static String trim(String line) {
		String stripped = line.strip();
		boolean more = !stripped.isEmpty()
				&& (stripped.charAt(0) >= 0x80 || stripped.charAt(stripped.length() - 1) >= 0x80);
		return more ? AROUND.matcher(stripped).replaceAll("") : stripped;
	}

	/**
	 * Take the line apart.
	 * @param first which word is the first that may begin a comment
	 * @return the words
	 */
	public Words words(int first) {
		List<String> all = List.of(SPACE.split(this.text));
		for (int i = first; i < all.size(); i++) {
			if (all.get(i).startsWith("#")) {
				List<String> comments = new ArrayList<>();
				if (this.above != null) {
					comments.add(this.above);
				}
				comments.add(String.join(" ", all.subList(i, all.size())));
				return new Words(all.subList(0, i), comment(comments));
			}
		}
		return new Words(all, this.above);
	}

}
