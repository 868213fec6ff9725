package dev.reroute.importer.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.importer.NotTranslatableException;
import dev.reroute.pattern.Limits;

/**
 * Parses a value.
 *
 * <pre>
 * value    = ( text | variable )*
 * variable = "$" ( digit | name | "{" name "}" )
 * </pre>
 */
final class ValueParser {

	private static final Pattern VARIABLE = Pattern.compile("\\$(?:([1-9])|([A-Za-z0-9_]+)|\\{([A-Za-z0-9_]+)})");

	private ValueParser() {
	}

	static Value parse(String text) throws NotTranslatableException {
		if (text.indexOf('$') < 0) {
			return Value.text(text);
		}
		if (text.length() > Limits.TEXT_LENGTH) {
			throw new NotTranslatableException("it is longer than a rule may be");
		}
		List<Piece> pieces = new ArrayList<>();
		Matcher variable = VARIABLE.matcher(text);
		int at = 0;
		while (at < text.length()) {
			int next = text.indexOf('$', at);
			if (next < 0 || next > at) {
				pieces.add(new Piece.Text(text.substring(at, (next < 0) ? text.length() : next)));
				at = (next < 0) ? text.length() : next;
				continue;
			}
			if (!variable.region(at, text.length()).lookingAt()) {
				throw new NotTranslatableException("a '$' in it names no variable");
			}
			for (int group = 1; group <= 3; group++) {
				if (variable.group(group) != null) {
					pieces.add(new Piece.Variable(variable.group(group)));
				}
			}
			at = variable.end();
		}
		return new Value(List.copyOf(pieces));
	}

}
