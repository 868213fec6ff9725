package dev.reroute.pattern;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

import org.jspecify.annotations.Nullable;

/**
 * Percent-encoding (RFC 3986 section 2.1) of text for the part of a URL that it lands in.
 * What leaves this class is printable ASCII, so that no control character can reach a
 * header. Non-ASCII characters become the octets of their UTF-8 form.
 */
@SuppressWarnings("ImmutableEnumChecker") // the tables are filled once and never change
public enum PercentEncoding {

	/**
	 * A path: {@code pchar} and {@code /}. A {@code ;} is encoded, as it would begin a
	 * path parameter.
	 */
	PATH("!$&'()*+,=:@/", ";?"),

	/**
	 * A query, of which captured text is a name or a value. Browsers encode an apostrophe
	 * in it, so we do.
	 */
	QUERY("!$()*,:@/?", "&+;="),

	/** A parameter's value, also where an author writes it: all of it is text. */
	PARAMETER("!$()*,:@/?", ""),

	/** A fragment: {@code pchar}, {@code /} and {@code ?}. */
	FRAGMENT("!$&'()*+,;=:@/?", ""),

	/** A header value: all printable ASCII but the per cent sign. */
	HEADER(" !\"#$&'()*+,/:;<=>?@[\\]^`{|}", "");

	private static final String HEX = "0123456789ABCDEF";

	private static final BitSet LEFT_ALONE = new BitSet(128);

	static {
		LEFT_ALONE.set('!', 0x7f);
		"\"#<>\\".chars().forEach(LEFT_ALONE::clear);
	}

	private final BitSet kept = new BitSet(128);

	/** What the author of a target may write as it is: structure too. */
	private final BitSet keptInLiteral = new BitSet(128);

	PercentEncoding(String kept, String structure) {
		this.kept.set('a', 'z' + 1);
		this.kept.set('A', 'Z' + 1);
		this.kept.set('0', '9' + 1);
		("-._~" + kept).chars().forEach(this.kept::set);
		this.keptInLiteral.or(this.kept);
		structure.chars().forEach(this.keptInLiteral::set);
	}

	/**
	 * Append captured text. {@link PathText#ENCODED_SLASH} is written {@code %2F}.
	 * @param text the decoded text
	 * @param out where to append
	 */
	void append(String text, StringBuilder out) {
		append(text, this.kept, false, out);
	}

	/**
	 * Whether a character never needs encoding (RFC 3986 section 2.3).
	 * @param c the character
	 * @return whether it is unreserved
	 */
	static boolean isUnreserved(int c) {
		return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.'
				|| c == '_' || c == '~';
	}

	/**
	 * Encode text.
	 * @param text the decoded text
	 * @return the encoded text
	 */
	public String encode(String text) {
		StringBuilder out = new StringBuilder(text.length());
		append(text, out);
		return out.toString();
	}

	/**
	 * Encode what may not stand in a URL, and nothing else: a {@code %} stays, whatever
	 * follows.
	 * @param text the text, encoded by somebody
	 * @return printable ASCII
	 */
	public static String encodeForbidden(String text) {
		if (text.chars().allMatch(LEFT_ALONE::get)) {
			return text;
		}
		StringBuilder out = new StringBuilder(text.length());
		append(text, LEFT_ALONE, false, out);
		return out.toString();
	}

	/**
	 * Encode what an author wrote: valid {@code %XX} stays, and so does structure.
	 * @param text the text, partly encoded
	 * @return the encoded text
	 */
	public String encodeLiteral(String text) {
		StringBuilder out = new StringBuilder(text.length());
		append(text, this.keptInLiteral, true, out);
		return out.toString();
	}

	private static void append(String text, BitSet kept, boolean keepEncoded, StringBuilder out) {
		int i = 0;
		while (i < text.length() && kept.get(text.charAt(i))) {
			i++;
		}
		out.append(text, 0, i);
		while (i < text.length()) {
			int c = text.codePointAt(i);
			if (c == PathText.ENCODED_SLASH) {
				out.append("%2F");
			}
			else if (c < 0x80 && (kept.get(c) || (keepEncoded && c == '%' && isEncodedAt(text, i)))) {
				out.append((char) c);
			}
			else {
				for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
					out.append('%').append(HEX.charAt((octet >> 4) & 0xf)).append(HEX.charAt(octet & 0xf));
				}
			}
			i += Character.charCount(c);
		}
	}

	/**
	 * Undo percent-encoding once.
	 * @param text the encoded text; other characters stand for themselves
	 * @param plusIsSpace whether {@code +} is a space, as in a form's parameters
	 * @return the decoded text, or {@code null} if the encoding is malformed
	 */
	public static @Nullable String decode(String text, boolean plusIsSpace) {
		if (text.indexOf('%') < 0 && (!plusIsSpace || text.indexOf('+') < 0)) {
			return text;
		}
		byte[] octets = text.getBytes(StandardCharsets.UTF_8);
		int length = 0;
		for (int i = 0; i < octets.length; i++) {
			byte octet = octets[i];
			if (octet == '%') {
				if (i + 2 >= octets.length || hex(octets[i + 1]) < 0 || hex(octets[i + 2]) < 0) {
					return null;
				}
				octet = (byte) (hex(octets[i + 1]) << 4 | hex(octets[i + 2]));
				i += 2;
			}
			else if (octet == '+' && plusIsSpace) {
				octet = ' ';
			}
			octets[length++] = octet;
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets, 0, length)).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

	static boolean isEncodedAt(String text, int index) {
		return index + 2 < text.length() && hex(text.charAt(index + 1)) >= 0 && hex(text.charAt(index + 2)) >= 0;
	}

	static byte octetAt(String text, int index) {
		return (byte) (hex(text.charAt(index + 1)) << 4 | hex(text.charAt(index + 2)));
	}

	/** Not {@code Character.digit}, which takes full-width digits as well. */
	private static int hex(int c) {
		if (c >= '0' && c <= '9') {
			return c - '0';
		}
		int lower = c | 0x20;
		return (lower >= 'a' && lower <= 'f') ? lower - 'a' + 10 : -1;
	}

}
