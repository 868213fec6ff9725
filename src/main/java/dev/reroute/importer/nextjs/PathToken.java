package dev.reroute.importer.nextjs;

import java.util.regex.Pattern;

import dev.reroute.importer.NotTranslatableException;

/**
 * A piece of a path in the syntax of path-to-regexp 6.
 */
sealed interface PathToken {

	/**
	 * The same for a path that is matched decoded. Next.js and Vercel match what was
	 * sent.
	 * @return the token
	 * @throws NotTranslatableException if that cannot be said of a decoded path
	 */
	PathToken decoded() throws NotTranslatableException;

	/**
	 * What stands there as it is.
	 *
	 * @param text the text, without escapes
	 */
	record Text(String text) implements PathToken {

		@Override
		public Text decoded() throws NotTranslatableException {
			return new Text(SentText.decode(this.text));
		}

	}

	/**
	 * Something that is captured, or a group in braces.
	 *
	 * @param name the name; empty for {@code (...)} and {@code {...}} without one
	 * @param prefix text in front that belongs to it
	 * @param suffix text behind that belongs to it
	 * @param pattern a regular expression; empty for braces without one
	 * @param plain whether the pattern is the one that a name has by default
	 * @param modifier {@code ?}, {@code *}, {@code +} or nothing
	 */
	record Key(String name, String prefix, String suffix, String pattern, boolean plain,
			String modifier) implements PathToken {

		/** A regular expression that matches no slash. */
		private static final Pattern WITHOUT_SLASH = Pattern
			.compile("(?:[A-Za-z0-9_|*+?{},-]|\\\\[dw]|\\[[A-Za-z0-9_-]+])*");

		@Override
		public Key decoded() throws NotTranslatableException {
			if (!this.plain && this.pattern.indexOf('%') >= 0) {
				throw new NotTranslatableException("its regular expression is about the path as it was sent ('%')");
			}
			return new Key(this.name, SentText.decode(this.prefix), SentText.decode(this.suffix), this.pattern,
					this.plain, this.modifier);
		}

		Key named(String name) {
			return new Key(name, this.prefix, this.suffix, this.pattern, this.plain, this.modifier);
		}

		/** Whether what it captures is within a segment for sure. */
		boolean isWithoutSlash() {
			return this.plain || WITHOUT_SLASH.matcher(this.pattern).matches();
		}

		boolean isOptional() {
			return this.modifier.equals("?") || this.modifier.equals("*");
		}

		boolean repeats() {
			return this.modifier.equals("*") || this.modifier.equals("+");
		}

		/** {@code /:name*}: the segments that are left, or none. */
		boolean isRest() {
			return this.modifier.equals("*") && isSegment();
		}

		/** Whether it stands for whole segments. */
		boolean isSegment() {
			return !this.name.isEmpty() && this.plain && this.prefix.equals("/") && this.suffix.isEmpty();
		}

		/** The same, but sure to be there. */
		Key present() {
			String sure = this.modifier.equals("*") ? "+" : "";
			return new Key(this.name, this.prefix, this.suffix, this.pattern, this.plain,
					isOptional() ? sure : this.modifier);
		}

	}

}
