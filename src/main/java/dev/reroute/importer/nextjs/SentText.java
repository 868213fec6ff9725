package dev.reroute.importer.nextjs;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.reroute.importer.NotTranslatableException;

/**
 * Text of a path as it is sent: {@code caf%C3%A9}.
 */
final class SentText {

	private static final Pattern ENCODED = Pattern.compile("(?:[^%]|%[0-9A-Fa-f]{2})*");

	private SentText() {
	}

	/**
	 * Decode a text.
	 * @param text the text
	 * @return the text as a path is matched
	 * @throws NotTranslatableException if no path is matched that holds it
	 */
	static String decode(String text) throws NotTranslatableException {
		if (text.indexOf('%') < 0) {
			return text;
		}
		if (!ENCODED.matcher(text).matches()) {
			throw new NotTranslatableException("it has a '%' without two hex digits, which no path is matched with");
		}
		String decoded = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
		boolean slash = text.toUpperCase(Locale.ROOT).contains("%2F");
		if (slash || decoded.indexOf('\ufffd') >= 0 || decoded.chars().anyMatch(Character::isISOControl)) {
			throw new NotTranslatableException("it has an encoded slash or something that is no text");
		}
		return decoded;
	}

}
