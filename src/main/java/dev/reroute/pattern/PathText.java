package dev.reroute.pattern;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * The form of a path in which all matching happens (design 3.2).
 * <ul>
 * <li>Path parameters ({@code ;x=1}) are removed and runs of {@code /} are merged.</li>
 * <li>Percent-encoding is undone once. A {@code %2F} becomes {@link #ENCODED_SLASH}, so
 * that it is text of its segment and never a separator.</li>
 * <li>Malformed encoding (not UTF-8, not two hex digits), dot segments in any encoding,
 * backslashes and control characters have no path text: such a request concerns no
 * rule.</li>
 * </ul>
 * Examples: {@code /a%20b} is {@code "/a b"}; {@code //a;v=1/b} is {@code "/a/b"};
 * {@code /a%2Fb} is {@code "/a\0b"}; {@code /a%252Fb} is {@code "/a%2Fb"};
 * {@code /a/%2e%2e/b} has none.
 */
public final class PathText {

	/**
	 * Stands for a slash that is data. Control characters are refused in requests, so no
	 * path can hold it otherwise.
	 */
	public static final char ENCODED_SLASH = '\0';

	private PathText() {
	}

	/**
	 * Decode the raw path of a request.
	 * @param raw the path as it stood in the request line, without query
	 * @return its path text, or {@code null} if it is malformed
	 */
	public static @Nullable String decode(String raw) {
		if (raw.isEmpty() || raw.charAt(0) != '/') {
			return null;
		}
		return isPlain(raw) ? raw : new Decoder(raw).decode();
	}

	/**
	 * Decode a part of a well-formed path.
	 * @param encoded the part; encoded characters stand in it as a whole
	 * @return its path text
	 */
	static String decodePart(String encoded) {
		String decoded = PercentEncoding.decode(encoded.replaceAll("(?i)%2F", "%00"), false);
		return (decoded != null) ? decoded : encoded;
	}

	/**
	 * Whether a path is its own path text. Most are, and then nothing is allocated.
	 * @param raw a path that starts with {@code /}
	 * @return whether there is nothing to decode, merge, take away or refuse
	 */
	static boolean isPlain(String raw) {
		char previous = 0;
		for (int i = 0; i < raw.length(); i++) {
			char c = raw.charAt(i);
			if (c == '%' || c == ';' || c == '\\' || c <= ' ' || c >= 0x7f) {
				return false;
			}
			if (previous == '/' && (c == '/' || c == '.')) {
				return false;
			}
			previous = c;
		}
		return true;
	}

	/**
	 * Whether a segment of the path text is {@code .} or {@code ..}, also behind an
	 * encoded slash or a backslash: whoever decodes once more would climb.
	 * @param text the path text
	 * @return whether it has a dot segment
	 */
	static boolean hasDotSegment(CharSequence text) {
		int start = 0;
		for (int i = 0; i <= text.length(); i++) {
			if (i == text.length() || isSlash(text.charAt(i))) {
				int length = i - start;
				if ((length == 1 || length == 2) && text.charAt(start) == '.' && text.charAt(i - 1) == '.') {
					return true;
				}
				start = i + 1;
			}
		}
		return false;
	}

	private static boolean isSlash(char c) {
		return c == '/' || c == ENCODED_SLASH || c == '\\';
	}

	private static final class Decoder {

		private final String raw;

		private final StringBuilder text;

		Decoder(String raw) {
			this.raw = raw;
			this.text = new StringBuilder(raw.length());
		}

		@Nullable String decode() {
			int i = 0;
			while (i < this.raw.length()) {
				char c = this.raw.charAt(i);
				if (c == ';') {
					int end = endOfSegment(i);
					if (isMalformedParameter(this.raw.substring(i, end))) {
						return null;
					}
					i = end;
				}
				else if (c == '%') {
					int end = endOfEncodedRun(i);
					if (end < 0 || !appendDecoded(i, end)) {
						return null;
					}
					i = end;
				}
				else if (c == '\\' || c <= ' ' || c >= 0x7f) {
					return null;
				}
				else {
					if (c != '/' || this.text.isEmpty() || this.text.charAt(this.text.length() - 1) != '/') {
						this.text.append(c);
					}
					i++;
				}
			}
			return hasDotSegment(this.text) ? null : this.text.toString();
		}

		private int endOfSegment(int start) {
			int slash = this.raw.indexOf('/', start);
			return (slash < 0) ? this.raw.length() : slash;
		}

		/** It is removed, but whoever is behind this filter sees it. */
		private static boolean isMalformedParameter(String parameter) {
			String decoded = PercentEncoding.decode(parameter, false);
			return decoded == null || decoded.chars().anyMatch((c) -> c == '\\' || Character.isISOControl(c))
					|| parameter.chars().anyMatch((c) -> c <= ' ' || c >= 0x7f);
		}

		private int endOfEncodedRun(int start) {
			int i = start;
			while (i < this.raw.length() && this.raw.charAt(i) == '%') {
				if (!PercentEncoding.isEncodedAt(this.raw, i)) {
					return -1;
				}
				i += 3;
			}
			return i;
		}

		/** A run is decoded as a whole, since one character may take several octets. */
		private boolean appendDecoded(int start, int end) {
			byte[] octets = new byte[(end - start) / 3];
			for (int i = 0; i < octets.length; i++) {
				octets[i] = PercentEncoding.octetAt(this.raw, start + 3 * i);
			}
			CharSequence decoded;
			try {
				decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
			}
			catch (CharacterCodingException ex) {
				return false;
			}
			for (int i = 0; i < decoded.length(); i++) {
				char c = decoded.charAt(i);
				if (c == '\\' || Character.isISOControl(c)) {
					return false;
				}
				this.text.append((c == '/') ? ENCODED_SLASH : c);
			}
			return true;
		}

	}

}
