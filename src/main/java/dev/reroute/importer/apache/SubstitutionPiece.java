package dev.reroute.importer.apache;

import java.util.ArrayList;
import java.util.List;

import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.regex.SearchedRegex;

/**
 * A piece of what a URL becomes. <pre>
 * substitution = ( text | "$" digit | "%" digit | "%{" variable "}" | "\" character )*
 * </pre>
 */
sealed interface SubstitutionPiece {

	/**
	 * Text.
	 *
	 * @param text the text
	 */
	record Text(String text) implements SubstitutionPiece {

	}

	/**
	 * A group of the rule's pattern.
	 *
	 * @param number its number; 0 for the whole
	 */
	record Group(int number) implements SubstitutionPiece {

	}

	/**
	 * A group of the condition that matched last.
	 *
	 * @param number its number
	 */
	record ConditionGroup(int number) implements SubstitutionPiece {

	}

	/**
	 * A variable.
	 *
	 * @param name its name
	 */
	record Variable(String name) implements SubstitutionPiece {

	}

	/**
	 * Whether it is a group that begins with a slash, if it is not empty.
	 * @param regex the regular expression of the groups
	 * @param wholePath whether what is searched begins with a slash
	 * @return whether it does for sure
	 */
	default boolean isRooted(SearchedRegex regex, boolean wholePath) {
		return this instanceof Group group && regex.groupBeginsWithSlash(group.number(), wholePath);
	}

	/**
	 * Parse the second argument of a RewriteRule.
	 * @param text the text
	 * @return the pieces
	 * @throws NotTranslatableException if it has a map
	 */
	static List<SubstitutionPiece> parse(String text) throws NotTranslatableException {
		if (text.contains("${")) {
			throw new NotTranslatableException("it has a map or a variable ('${...}')");
		}
		return parse(text, true);
	}

	/**
	 * Parse the target of a RedirectMatch.
	 * @param text the text
	 * @return the pieces; groups alone have a meaning of their own
	 */
	static List<SubstitutionPiece> parseMatch(String text) {
		return parse(text, false);
	}

	private static List<SubstitutionPiece> parse(String text, boolean rewrite) {
		List<SubstitutionPiece> pieces = new ArrayList<>();
		StringBuilder literal = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			char next = (i + 1 < text.length()) ? text.charAt(i + 1) : 0;
			int end = (rewrite && c == '%' && next == '{') ? text.indexOf('}', i) : -1;
			SubstitutionPiece piece = null;
			if (c == '\\' && (rewrite || next == '$' || next == '&') && next != 0) {
				literal.append(next);
				i++;
				continue;
			}
			if (end > 0) {
				piece = new Variable(text.substring(i + 2, end));
				i = end;
			}
			else if ((c == '$' || (c == '%' && rewrite)) && next >= '0' && next <= '9') {
				piece = (c == '$') ? new Group(next - '0') : new ConditionGroup(next - '0');
				i++;
			}
			if (piece == null) {
				literal.append(c);
				continue;
			}
			addText(literal, pieces);
			pieces.add(piece);
		}
		addText(literal, pieces);
		return pieces;
	}

	private static void addText(StringBuilder literal, List<SubstitutionPiece> pieces) {
		if (!literal.isEmpty()) {
			pieces.add(new Text(literal.toString()));
			literal.setLength(0);
		}
	}

}
