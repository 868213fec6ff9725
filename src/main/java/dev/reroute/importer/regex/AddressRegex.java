package dev.reroute.importer.regex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Regular expressions on addresses that are ranges: <code>^10\.0\.0\.1$</code> is one
 * address, {@code ^10\.} all of {@code 10.0.0.0/8}.
 */
public final class AddressRegex {

	/** With all four numbers there is no place for a dot but between them. */
	private static final Pattern ADDRESS = Pattern
		.compile("\\^(\\d{1,3})\\\\?\\.(\\d{1,3})\\\\?\\.(\\d{1,3})\\\\?\\.(\\d{1,3})\\$");

	private static final Pattern PREFIX = Pattern.compile("\\^((?:\\d{1,3}\\\\\\.){1,3})(?:\\.\\*\\$?)?");

	private static final int NUMBERS = 4;

	private AddressRegex() {
	}

	/**
	 * The addresses in which a regular expression is found.
	 * @param regex the regular expression
	 * @return an address or a range; {@code null} if it is neither
	 */
	public static @Nullable String range(String regex) {
		if (regex.equals("^::1$")) {
			return "::1";
		}
		Matcher address = ADDRESS.matcher(regex);
		if (address.matches()) {
			return String.join(".", address.group(1), address.group(2), address.group(3), address.group(4));
		}
		Matcher prefix = PREFIX.matcher(regex);
		if (!prefix.matches()) {
			return null;
		}
		String[] numbers = prefix.group(1).split("\\\\\\.");
		return String.join(".", numbers) + ".0".repeat(NUMBERS - numbers.length) + "/" + numbers.length * Byte.SIZE;
	}

}
