package dev.reroute.importer;

import java.util.Locale;

import dev.reroute.importer.regex.ForeignRegex;

/**
 * Text in which nothing has a meaning, as the rule language writes it.
 */
public final class LiteralText {

	private LiteralText() {
	}

	/**
	 * A target, or a part of one, without placeholders.
	 * @param text a URL or path, encoded or not
	 * @return the text of the target
	 */
	public static String target(String text) {
		return text.replace("{", "%7B").replace("}", "%7D");
	}

	/**
	 * The text of a condition that only one value matches.
	 * @param value the value
	 * @return the text
	 */
	public static String condition(String value) {
		return value.replaceAll("[*{}]", "{:\\\\$0}");
	}

	/**
	 * The text of a condition that one value matches, in whatever case.
	 * @param value the value
	 * @return the text
	 */
	public static String conditionIgnoringCase(String value) {
		boolean cased = !value.toLowerCase(Locale.ROOT).equals(value.toUpperCase(Locale.ROOT));
		return cased ? "{:(?i)" + ForeignRegex.quoted(value) + "}" : condition(value);
	}

}
