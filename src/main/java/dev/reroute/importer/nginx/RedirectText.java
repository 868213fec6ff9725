package dev.reroute.importer.nginx;

/**
 * What nginx makes of the text of a redirect by {@code rewrite}: up to the {@code ?} it
 * is decoded, as far as printable ASCII characters behind the per cent sign are meant.
 */
final class RedirectText {

	private RedirectText() {
	}

	static Value unescaped(Value value) {
		Value result = Value.EMPTY;
		boolean inPath = true;
		for (Piece piece : value.pieces()) {
			if (inPath && piece instanceof Piece.Text text) {
				int mark = text.text().indexOf('?');
				inPath = mark < 0;
				String path = inPath ? text.text() : text.text().substring(0, mark);
				result = result.and(Value.text(unescaped(path) + text.text().substring(path.length())));
			}
			else {
				result = result.and(Value.of(piece));
			}
		}
		return result;
	}

	private static String unescaped(String path) {
		StringBuilder out = new StringBuilder();
		for (int i = 0; i < path.length(); i++) {
			char c = path.charAt(i);
			if (c == '%' && i + 2 < path.length() && path.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}")) {
				int octet = Integer.parseInt(path.substring(i + 1, i + 3), 16);
				// a '?' or '#' would begin something else
				if (octet > '%' && octet < 0x7f && octet != '?') {
					out.append((char) octet);
					i += 2;
					continue;
				}
			}
			out.append(c);
		}
		return out.toString();
	}

}
