package dev.reroute.importer.regex;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.reroute.importer.NotTranslatableException;

/**
 * Finds what is well-formed and yet too much for RE2: classes such as {@code [z-a]} and
 * repetitions such as <code>{2000}</code>.
 */
final class Re2Check {

	private Re2Check() {
	}

	static void require(Node node) throws NotTranslatableException {
		String own = (node instanceof Node.CharacterClass) ? node.regex()
				: (node instanceof Node.Repeat repeat) ? "a" + repeat.quantifier() : "";
		try {
			Pattern.compile(own);
		}
		catch (PatternSyntaxException ex) {
			throw new NotTranslatableException("RE2 has no '" + own + "' (" + ex.getDescription() + ")");
		}
		for (Node child : node.children()) {
			require(child);
		}
	}

}
