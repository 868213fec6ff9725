package dev.reroute.importer.apache;

import java.util.List;
import java.util.regex.Pattern;

import dev.reroute.importer.Directive;
import dev.reroute.importer.regex.SearchedRegex;
import org.jspecify.annotations.Nullable;

/**
 * A rule of mod_rewrite. <pre>
 * RewriteRule pattern substitution [flags]
 * pattern = "!"? regex
 * </pre>
 *
 * @param directive where it stands
 * @param negated whether the pattern must not match
 * @param pattern the regular expression
 * @param regex what is known of it
 * @param substitution what the URL becomes
 * @param flags the flags
 * @param conditions the conditions in front of it
 */
record RewriteRule(Directive directive, boolean negated, String pattern, SearchedRegex regex, String substitution,
		RewriteFlags flags, List<RewriteCond> conditions) {

	private static final Pattern CONDITION_GROUP = Pattern.compile("(?<!\\\\)%\\d");

	/**
	 * Parse a directive, and tell it if it is wrong.
	 * @param directive the directive
	 * @param arguments what stands behind its name
	 * @param conditions the conditions in front of it
	 * @return the rule, or {@code null}
	 */
	static @Nullable RewriteRule parse(Directive directive, String arguments, List<RewriteCond> conditions) {
		conditions.forEach((condition) -> condition.directive().belongsTo(directive));
		List<String> words = Arguments.ofRewrite(arguments);
		RewriteFlags flags = (words.size() == 3) ? RewriteFlags.parse(words.get(2)) : RewriteFlags.NONE;
		if (words.size() < 2 || flags == null || flags.status() < 0) {
			directive.isInvalid("a pattern, a substitution, and flags such as [R=301,L] without spaces");
			return null;
		}
		String pattern = words.get(0);
		boolean negated = pattern.startsWith("!");
		String plain = negated ? pattern.substring(1) : pattern;
		List<RewriteCond> asked = Alternatives.withoutOpenEnd(conditions);
		if (asked.size() < conditions.size() && CONDITION_GROUP.matcher(words.get(1)).find()) {
			directive.isRefused("its last condition has OR, so that the rule applies whether it holds or not");
			return null;
		}
		return new RewriteRule(directive, negated, plain, SearchedRegex.of(plain, flags.has("NC")), words.get(1), flags,
				asked.stream().flatMap((condition) -> RequestLine.plain(condition).stream()).toList());
	}

	int line() {
		return this.directive.origin().line();
	}

	/** Whether the URL stays as it is. */
	boolean keepsUrl() {
		return this.substitution.equals("-");
	}

	/** Whether it answers with a status other than a redirect's, whatever it becomes. */
	boolean isStatus() {
		return this.flags.status() != 0 && !StatusName.isRedirect(this.flags.status());
	}

	boolean ignoresCase() {
		return this.flags.has("NC");
	}

}
