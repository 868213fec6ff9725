package dev.reroute.replay;

import java.util.Locale;
import java.util.regex.Pattern;

import dev.reroute.pattern.PathText;

/**
 * A URL in the form in which URLs are compared for likeness: lower case, without
 * extension and index page, and with one kind of separator between words.
 *
 * @param url the URL, for people
 * @param path its path in that form
 * @param name the last segment of that path
 * @param letters which letters the name has, as bits
 */
record Page(String url, String path, String name, long letters) {

	/** Beyond this a comparison would take long and mean little. */
	private static final int MAX_LENGTH = 120;

	private static final Pattern ORIGIN = Pattern.compile("(?:[A-Z]+ )?(?:https?://[^/]*)?");

	private static final Pattern END = Pattern.compile("(?:/(?:index|default))?(?:\\.[a-z]{2,5})?/*$");

	private static final Pattern SEPARATORS = Pattern.compile("[-_ +.,]+");

	/**
	 * Read a URL.
	 * @param url a path, or a URL, without a query
	 * @return the page
	 */
	static Page of(String url) {
		String raw = ORIGIN.matcher(url).replaceFirst("");
		String decoded = PathText.decode(raw);
		String path = ((decoded != null) ? decoded : raw).toLowerCase(Locale.ROOT);
		path = SEPARATORS.matcher(END.matcher(path).replaceFirst("")).replaceAll("-");
		path = (path.length() <= MAX_LENGTH) ? path : path.substring(path.length() - MAX_LENGTH);
		String name = path.substring(path.lastIndexOf('/') + 1);
		return new Page(url, path, name, letters(name));
	}

	private static long letters(String name) {
		long letters = 0;
		for (int i = 0; i < name.length(); i++) {
			letters |= 1L << (name.charAt(i) % Long.SIZE);
		}
		return letters;
	}

	/** Whether the name says something: a number is that of many things. */
	boolean hasName() {
		return this.name.length() > 2 && this.name.chars().anyMatch(Character::isLetter);
	}

	/**
	 * How many letters may differ in names that are alike.
	 * @return a quarter of the letters
	 */
	int tolerance() {
		return this.name.length() / 4;
	}

	/**
	 * Whether names could be alike, judged by their lengths and by which letters they
	 * have: cheap, and seldom wrong.
	 * @param other another page
	 * @return {@code false} if they cannot
	 */
	boolean couldBeLike(Page other) {
		int tolerance = tolerance();
		return Math.abs(this.name.length() - other.name.length()) <= tolerance
				&& Long.bitCount(this.letters & ~other.letters) <= tolerance
				&& Long.bitCount(other.letters & ~this.letters) <= tolerance;
	}

}
