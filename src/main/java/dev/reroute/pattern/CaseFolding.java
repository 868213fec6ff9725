package dev.reroute.pattern;

/**
 * Folds case code point by code point, as {@link String#equalsIgnoreCase} does, so that
 * two texts are equal without regard to case exactly where their folded forms are equal.
 */
public final class CaseFolding {

	private CaseFolding() {
	}

	/**
	 * Fold a text.
	 * @param text the text
	 * @return the folded text; the same object where all is lower case already
	 */
	public static String fold(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (Character.isSurrogate(c) || fold(c) != c) {
				StringBuilder folded = new StringBuilder(text.length());
				text.codePoints().map(CaseFolding::fold).forEach(folded::appendCodePoint);
				return folded.toString();
			}
		}
		return text;
	}

	private static int fold(int c) {
		if (c < 0x80) {
			return (c >= 'A' && c <= 'Z') ? c + 32 : c;
		}
		return Character.toLowerCase(Character.toUpperCase(c));
	}

}
