package dev.reroute.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Makes text that somebody might send who means harm. The same seed makes the same text.
 */
final class HostileText {

	/** What has led browsers, proxies and containers astray, in small pieces. */
	private static final List<String> PIECES = List.of("/", "//", "///", "\\", "/\\", "\\/", ".", "..", "...", "./",
			"../", "..;/", ";", ";a=b", ":", ":80", "@", "a@", "?", "#", "&", "=", "+", "%", "%2f", "%2F", "%5c", "%2e",
			"%252f", "%00", "%0d%0a", "%09", "%25", "%c0%af", "%ff", "\t", "\n", "\r", "\r\n", "\0", "\u000b", " ",
			"\u0001", "\u007f", "\u0085", "\u00a0", "\u00e9", "\u2028", "\u2215", "\u3002", "\uff0e", "\uff0f",
			"\ufeff", "\u560d", "\u560a", "\u010d", "\u010a", "\u0130", "\u212a", "\ud83d\ude00", "http:", "https:",
			"http://", "https://", "javascript:", "data:", "evil.example", "localhost", "[::1]", "[", "]", "{", "}",
			"{path}", "|", "^", "`", "\"", "'", "<", ">", "$1", "${x}", "x", "a", "A", "0", "-", "_", "~", "*", ",",
			"!", "WEB-INF", "web-inf", "META-INF", "actuator", "env", "error", "Set-Cookie: a=b", "xn--", "0x7f.1",
			"日本");

	private final Random random;

	HostileText(long seed) {
		this.random = new Random(seed);
	}

	Random random() {
		return this.random;
	}

	<T> T oneOf(List<T> all) {
		return all.get(this.random.nextInt(all.size()));
	}

	/** A few pieces in a row. */
	String text() {
		StringBuilder text = new StringBuilder();
		for (int i = 1 + this.random.nextInt(5); i > 0; i--) {
			text.append(oneOf(PIECES));
		}
		return text.toString();
	}

	/** Text without control characters and backslashes, which paths may not hold. */
	String textForPath() {
		return text().codePoints()
			.filter((c) -> !Character.isISOControl(c) && c != '\\')
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	/**
	 * Percent-encode text as clients do, each in its own way: what has a meaning always,
	 * the rest as it comes.
	 */
	String encode(String text, String left) {
		StringBuilder encoded = new StringBuilder();
		for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
			char c = (char) (octet & 0xff);
			boolean plain = left.indexOf(c) >= 0 || (c < 0x80 && Character.isLetterOrDigit(c));
			if (plain && this.random.nextInt(8) != 0) {
				encoded.append(c);
			}
			else {
				encoded.append((this.random.nextBoolean() ? "%%%02x" : "%%%02X").formatted((int) c));
			}
		}
		return encoded.toString();
	}

	/** Undo percent-encoding for a header, where a line break would end it. */
	static String decoded(String text) {
		StringBuilder decoded = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			boolean encoded = text.substring(i).matches("(?s)%[0-9A-Fa-f]{2}.*");
			char c = encoded ? (char) Integer.parseInt(text.substring(i + 1, i + 3), 16) : text.charAt(i);
			decoded.append((c == '\r' || c == '\n') ? ' ' : c);
			i += encoded ? 2 : 0;
		}
		return decoded.toString();
	}

}
