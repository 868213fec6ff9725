package dev.reroute.importer.apache;

import java.util.List;

import dev.reroute.importer.Directive;
import dev.reroute.importer.regex.ForeignRegex;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a rule. <pre>
 * RewriteCond test pattern [flags]
 * pattern = "!"? ( regex | ( "=" | "&lt;" | "&gt;" | "&lt;=" | "&gt;=" ) text | "-" letters )
 * </pre>
 *
 * @param directive where it stands
 * @param test what is looked at, such as <code>%{HTTP_HOST}</code>
 * @param negated whether the pattern must not match
 * @param pattern the pattern
 * @param flags the flags
 */
record RewriteCond(Directive directive, String test, boolean negated, String pattern, RewriteFlags flags) {

	/**
	 * Parse a directive, and tell it if it is wrong.
	 * @param directive the directive
	 * @param arguments what stands behind its name
	 * @return the condition, or {@code null}
	 */
	static @Nullable RewriteCond parse(Directive directive, String arguments) {
		List<String> words = Arguments.ofRewrite(arguments);
		RewriteFlags flags = (words.size() == 3) ? RewriteFlags.parse(words.get(2)) : RewriteFlags.NONE;
		if (words.size() < 2 || flags == null) {
			directive.isInvalid("a text, a pattern, and flags such as [NC,OR] without spaces");
			return null;
		}
		String pattern = words.get(1);
		boolean negated = pattern.startsWith("!");
		String searched = negated ? pattern.substring(1) : pattern;
		String unwanted = ForeignRegex.unwantedStart(searched);
		return (unwanted != null) ? new RewriteCond(directive, words.get(0), !negated, unwanted, flags)
				: new RewriteCond(directive, words.get(0), negated, searched, flags);
	}

	boolean ignoresCase() {
		return this.flags.has("NC");
	}

	/** What is looked at, if it is a single variable. */
	@Nullable String variable() {
		boolean single = this.test.startsWith("%{") && this.test.indexOf('}') == this.test.length() - 1;
		return single ? this.test.substring(2, this.test.length() - 1) : null;
	}

	boolean isLexical() {
		return this.pattern.startsWith("=") || this.pattern.startsWith("<") || this.pattern.startsWith(">");
	}

	/** Whether it is one of {@code -f}, {@code -d}, {@code -eq} and their like. */
	boolean isTest() {
		return this.pattern.matches("-([a-zA-Z]|eq|ne|lt|le|gt|ge)(\\d*)");
	}

}
