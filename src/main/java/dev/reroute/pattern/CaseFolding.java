package dev.reroute.pattern;

/**
 * Folds case character by character, as {@link String#equalsIgnoreCase} does, so that two
 * texts are equal without regard to case exactly where their folded forms are equal.
 */
public final class CaseFolding {

	private CaseFolding() {
	}

	/**
	 * Fold a text.
	 * @param text the text
	 * @return the folded text; the same object where nothing changes
	 */
	public static String fold(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (fold(text.charAt(i)) != text.charAt(i)) {
				char[] folded = text.toCharArray();
				for (int j = i; j < folded.length; j++) {
					folded[j] = fold(folded[j]);
				}
				return new String(folded);
			}
		}
		return text;
	}

	private static char fold(char c) {
		if (c < 0x80) {
			return (c >= 'A' && c <= 'Z') ? (char) (c + 32) : c;
		}
		return Character.toLowerCase(Character.toUpperCase(c));
	}

}
