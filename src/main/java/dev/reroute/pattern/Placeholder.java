package dev.reroute.pattern;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A {@code {name}}, {@code {*name}} or {@code {name|lower}} in a text.
 *
 * @param name the name
 * @param rest whether it was written with an asterisk
 * @param function what happens to the value, or {@code null}
 * @param end the index behind the closing brace
 */
record Placeholder(String name, boolean rest, @Nullable Function function, int end) {

	private static final Pattern SYNTAX = Pattern
		.compile("\\{(\\*?)([A-Za-z_][A-Za-z0-9_-]*|\\d{1,3})((?:\\|[^|{}]*)?)}");

	/** The only functions there are (design 3.3). */
	enum Function {

		LOWER, UPPER;

		String apply(String value) {
			return (this == LOWER) ? value.toLowerCase(Locale.ROOT) : value.toUpperCase(Locale.ROOT);
		}

	}

	static Placeholder parseAt(String text, int start) {
		Matcher matcher = SYNTAX.matcher(text).region(start, text.length());
		if (!matcher.lookingAt()) {
			throw new InvalidTextException("bad-placeholder", start,
					"'{name}', '{*name}' or '{name|lower}'; a brace itself is written '%7B' or '%7D'",
					InvalidTextException.quoted(text.substring(start)));
		}
		Function function = null;
		if (!matcher.group(3).isEmpty()) {
			function = switch (matcher.group(3)) {
				case "|lower" -> Function.LOWER;
				case "|upper" -> Function.UPPER;
				default -> throw new InvalidTextException("unknown-function", matcher.start(3) + 1,
						"'lower' or 'upper'", InvalidTextException.quoted(matcher.group(3).substring(1)));
			};
		}
		return new Placeholder(matcher.group(2), !matcher.group(1).isEmpty(), function, matcher.end());
	}

	/**
	 * Where a name is bound rather than used, neither asterisk nor function may stand.
	 */
	Placeholder requireBare(String text, int start) {
		if (this.rest || this.function != null || Character.isDigit(this.name.charAt(0))) {
			throw new InvalidTextException("bad-placeholder", start, "'{name}'",
					InvalidTextException.quoted(text.substring(start, this.end)));
		}
		return this;
	}

	String apply(String value) {
		return (this.function != null) ? this.function.apply(value) : value;
	}

}
