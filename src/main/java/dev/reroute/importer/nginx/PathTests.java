package dev.reroute.importer.nginx;

import dev.reroute.importer.NotTranslatableException;

/**
 * Decides tests on paths that are known, as far as they are.
 */
final class PathTests {

	/** What a path pattern or a URL would take for something else. */
	private static final String SPECIAL = "%{}*?;#\\";

	/** What can be said of a path of which only a part is known. */
	enum Answer {

		YES, NO, MAYBE

	}

	private PathTests() {
	}

	/** Whether the path is one that is looked for, without regard to a negation. */
	static boolean holds(Test test, String path) throws NotTranslatableException {
		return switch (test.kind()) {
			case EQUAL -> test.ignoreCase() ? path.equalsIgnoreCase(test.text()) : path.equals(test.text());
			case PREFIX -> path.startsWith(test.text());
			case REGEX -> Regex.of(test).find(path) != null;
		};
	}

	/** Whether a test holds for a path. */
	static Answer decide(Test test, Value path) throws NotTranslatableException {
		String literal = path.literal();
		Answer found = (literal != null) ? (holds(test, literal) ? Answer.YES : Answer.NO) : found(test, path);
		if (!test.negative() || found == Answer.MAYBE) {
			return found;
		}
		return (found == Answer.YES) ? Answer.NO : Answer.YES;
	}

	private static Answer found(Test test, Value path) throws NotTranslatableException {
		String prefix = path.prefix();
		switch (test.kind()) {
			case PREFIX -> {
				return prefix.startsWith(test.text()) ? Answer.YES
						: test.text().startsWith(prefix) ? Answer.MAYBE : Answer.NO;
			}
			case EQUAL -> {
				boolean possible = test.ignoreCase()
						|| (test.text().startsWith(prefix) && test.text().endsWith(path.suffix()));
				return possible ? Answer.MAYBE : Answer.NO;
			}
			default -> {
				Regex regex = Regex.of(test);
				String wanted = regex.literalPrefix();
				boolean possible = prefix.startsWith(wanted) || wanted.startsWith(prefix);
				return regex.findsWholePath() ? Answer.YES
						: possible && regex.mayEndWith(path.suffix()) ? Answer.MAYBE : Answer.NO;
			}
		}
	}

	/** What every path begins with for which a test holds. */
	static String prefix(Test test) {
		if (test.ignoreCase()) {
			return "";
		}
		if (test.kind() != Test.Kind.REGEX) {
			return test.text();
		}
		try {
			return Regex.of(test).literalPrefix();
		}
		catch (NotTranslatableException ex) {
			// what no one can read still says how it begins
			return Regex.anchoredText(test.text());
		}
	}

	/** A path as the source of a rule. */
	static String encoded(String path) {
		StringBuilder encoded = new StringBuilder();
		for (int i = 0; i < path.length(); i++) {
			char c = path.charAt(i);
			if (SPECIAL.indexOf(c) >= 0) {
				encoded.append("%%%02X".formatted((int) c));
			}
			else {
				encoded.append(c);
			}
		}
		return encoded.toString();
	}

}
