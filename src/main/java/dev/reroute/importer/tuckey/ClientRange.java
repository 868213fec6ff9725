package dev.reroute.importer.tuckey;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Regular expressions on addresses that are ranges: <code>^10\.0\.0\.1$</code> is one
 * address, {@code ^10\.} all of {@code 10.0.0.0/8}.
 */
final class ClientRange {

	private static final int BITS = 8;

	/** With all four numbers there is no place for a dot but between them. */
	private static final Pattern ADDRESS = Pattern
		.compile("\\^(\\d{1,3})\\\\?\\.(\\d{1,3})\\\\?\\.(\\d{1,3})\\\\?\\.(\\d{1,3})\\$");

	private static final Pattern PREFIX = Pattern.compile("\\^((?:\\d{1,3}\\\\\\.){1,3})(?:\\.\\*)?");

	private ClientRange() {
	}

	static @Nullable String of(String regex) {
		Matcher address = ADDRESS.matcher(regex);
		if (address.matches()) {
			return String.join(".", address.group(1), address.group(2), address.group(3), address.group(4));
		}
		Matcher prefix = PREFIX.matcher(regex);
		if (!prefix.matches()) {
			return null;
		}
		String[] numbers = prefix.group(1).split("\\\\\\.");
		StringBuilder range = new StringBuilder(String.join(".", numbers));
		range.append(".0".repeat(4 - numbers.length));
		return range.append('/').append(numbers.length * BITS).toString();
	}

}
