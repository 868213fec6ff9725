package dev.reroute.importer.regex;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.importer.NotTranslatableException;
import org.jspecify.annotations.Nullable;

/**
 * What a backslash begins: a character, a class or an anchor.
 *
 * @param codePoint the character, unless it is one of the others
 * @param characterClass the class in RE2 syntax, or {@code null}
 * @param anchor the anchor, or {@code null}
 * @param end the index behind it
 */
record Escape(int codePoint, @Nullable String characterClass, Node.@Nullable Anchor anchor, int end) {

	private static final Pattern HEX = Pattern
		.compile("\\\\(?:x\\{([0-9A-Fa-f]{1,6})}|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4}))");

	/** What is an octet and a character. */
	static final int LAST_ASCII = 0x7f;

	private static final Pattern OCTET = Pattern
		.compile("\\\\x(?:\\{([89A-Fa-f][0-9A-Fa-f])}|([89A-Fa-f][0-9A-Fa-f]))");

	private static final int MAX_OCTETS = 4;

	private static final char NO_CHARACTER = '\uFFFD';

	private static final String CONTROLS = "tnrfea";

	private static final int[] CODES = { '\t', '\n', '\r', '\f', 0x1b, 0x07 };

	/** The character that octets are in UTF-8. */
	private static Escape character(Matcher octet, String text) throws NotTranslatableException {
		ByteArrayOutputStream octets = new ByteArrayOutputStream();
		while (octets.size() < MAX_OCTETS && octet.lookingAt()) {
			octets.write(Integer.parseInt((octet.group(1) != null) ? octet.group(1) : octet.group(2), 16));
			String decoded = octets.toString(StandardCharsets.UTF_8);
			if (decoded.indexOf(NO_CHARACTER) < 0) {
				return new Escape(decoded.codePointAt(0), null, null, octet.end());
			}
			octet.region(octet.end(), text.length());
		}
		throw new NotTranslatableException("it looks for octets that are no character in UTF-8");
	}

	static Escape parseAt(String text, int start, boolean octets) throws NotTranslatableException {
		if (start + 1 >= text.length()) {
			throw RegexParser.invalid("a '\\' at its end");
		}
		Matcher octet = OCTET.matcher(text).region(start, text.length());
		if (octets && octet.lookingAt()) {
			return character(octet, text);
		}
		Matcher hex = HEX.matcher(text).region(start, text.length());
		if (hex.lookingAt()) {
			int group = (hex.group(1) != null) ? 1 : (hex.group(2) != null) ? 2 : 3;
			int code = Integer.parseInt(hex.group(group), 16);
			if (!Character.isValidCodePoint(code) || Character.getType(code) == Character.SURROGATE) {
				throw RegexParser.invalid("a code that is no character's");
			}
			return new Escape(code, null, null, hex.end());
		}
		int c = text.codePointAt(start + 1);
		int end = start + 1 + Character.charCount(c);
		if ("dDwWsS".indexOf(c) >= 0) {
			return new Escape(0, text.substring(start, end), null, end);
		}
		if (c == 'h') {
			return new Escape(0, "[ \\t]", null, end);
		}
		if ("bB".indexOf(c) >= 0) {
			return new Escape(0, null, new Node.Anchor(text.substring(start, end)), end);
		}
		if (c == 'A') {
			return new Escape(0, null, Node.Anchor.START, end);
		}
		if ("zZ".indexOf(c) >= 0) {
			return new Escape(0, null, Node.Anchor.END, end);
		}
		if (CONTROLS.indexOf(c) >= 0) {
			return new Escape(CODES[CONTROLS.indexOf(c)], null, null, end);
		}
		if ((c >= '1' && c <= '9') || c == 'k' || c == 'g') {
			throw new NotTranslatableException("RE2 has no back-references ('" + text.substring(start, end) + "')");
		}
		if (c < 0x80 && Character.isLetterOrDigit(c)) {
			throw new NotTranslatableException("RE2 has no '" + text.substring(start, end) + "'");
		}
		return new Escape(c, null, null, end);
	}

}
