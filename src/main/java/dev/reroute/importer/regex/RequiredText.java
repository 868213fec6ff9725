package dev.reroute.importer.regex;

import java.util.List;

/**
 * The characters that stand in each text which a regular expression matches, with gaps
 * where there may be others.
 *
 * <pre class="code">
 * /a/+b           // "/a/b"
 * /a(;x=\d)       // "/a;x=", and a gap
 * /a(?:;x=\d)?    // "/a", and a gap
 * </pre>
 */
final class RequiredText {

	/** Stands in no path. */
	private static final char GAP = '\0';

	private final StringBuilder text = new StringBuilder();

	private RequiredText() {
	}

	/**
	 * The text, in which a gap is a character that stands in no path.
	 * @param base what stands in front
	 * @param parts the parts of the regular expression
	 * @return the text
	 */
	static String of(String base, List<Node> parts) {
		RequiredText required = new RequiredText();
		required.text.append(base);
		parts.forEach(required::add);
		return required.text.toString();
	}

	private void add(Node part) {
		if (part instanceof Node.Literal literal) {
			this.text.appendCodePoint(literal.codePoint());
		}
		else if (part instanceof Node.Repeat repeat && isRequired(repeat.quantifier())) {
			// what stands in front meets the first, and what stands behind the last
			add(repeat.body());
			if (isRequiredTwice(repeat.quantifier())) {
				add(repeat.body());
			}
		}
		else if (part instanceof Node.Group || part instanceof Node.Sequence) {
			part.children().forEach(this::add);
		}
		else if (!(part instanceof Node.Anchor)) {
			this.text.append(GAP);
		}
	}

	private static boolean isRequired(String quantifier) {
		return quantifier.startsWith("+") || quantifier.matches("\\{0*[1-9].*");
	}

	private static boolean isRequiredTwice(String quantifier) {
		return quantifier.matches("\\{0*(?:[2-9]|1\\d).*");
	}

}
