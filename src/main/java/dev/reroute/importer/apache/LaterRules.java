package dev.reroute.importer.apache;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import com.google.re2j.Matcher;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.regex.PrefixIndex;
import dev.reroute.importer.regex.SearchedRegex.Found;
import dev.reroute.importer.regex.SearchedRegex.Known;
import dev.reroute.importer.regex.SearchedRegex;
import org.jspecify.annotations.Nullable;

/**
 * Follows what a rule has made of a URL through the rules that see it afterwards: without
 * {@code L} those below it, and in a directory, where httpd begins again with the new
 * URL, all of them. A list of rules of which one acts cannot do that.
 * <ul>
 * <li>What no later rule can match stays as it is.</li>
 * <li>A text that is known as a whole is led through the later rules here.</li>
 * <li>The rest is refused, with the line of the rule that may change it.</li>
 * </ul>
 */
final class LaterRules {

	private static final int MAX_ROUNDS = 10;

	/** Of a list of ten thousand rules, few need to be looked at for each other. */
	private static final int MAX_LOOKS = 20_000_000;

	private final Scope scope;

	private final List<RewriteRule> rules;

	private final Predicate<RewriteRule> unconditional;

	private final PrefixIndex byPrefix = new PrefixIndex();

	private final PrefixIndex redirectsByPrefix = new PrefixIndex();

	/** Whether some rule is only asked where others were found, or not. */
	private final boolean skips;

	private int steps;

	private int looks;

	/**
	 * Create.
	 * @param scope where the rules stand
	 * @param rules those that can be translated
	 * @param unconditional whether a rule has no conditions at all
	 */
	LaterRules(Scope scope, List<RewriteRule> rules, Predicate<RewriteRule> unconditional) {
		this.scope = scope;
		this.rules = rules;
		this.unconditional = unconditional;
		this.skips = scope.rules().stream().anyMatch((rule) -> rule.flags().has("C") || rule.flags().has("S"));
		for (int i = 0; i < rules.size(); i++) {
			this.byPrefix.add(rules.get(i).regex(), rules.get(i).negated(), i);
		}
		for (int i = 0; i < scope.redirects().size(); i++) {
			this.redirectsByPrefix.add(scope.redirects().get(i).regex(), false, i);
		}
	}

	/**
	 * What comes of a rule in the end.
	 * @param index the index of the rule
	 * @param own what it makes of the URL
	 * @return what later rules make of it
	 * @throws NotTranslatableException if that depends on the request
	 */
	Outcome follow(int index, Outcome own) throws NotTranslatableException {
		this.steps = 0;
		return followRound(index, this.rules.get(index), own);
	}

	private Outcome followRound(int index, RewriteRule rule, Outcome own) throws NotTranslatableException {
		if (own.kind() == Outcome.Kind.STATUS || own.pieces().isEmpty()) {
			return own;
		}
		if (++this.steps > MAX_ROUNDS) {
			throw new NotTranslatableException("its result is rewritten again and again, which httpd answers with 500");
		}
		if (!rule.flags().endsRound()) {
			String reason = "it has no L, and its result may be changed by";
			Known seen = withPathInfo(rule, own.known(this.scope, false));
			int next = firstChange(index, seen, null, reason);
			if (next >= 0) {
				RewriteRule later = this.rules.get(next);
				return followRound(next, later, composed(own, later, seen, reason));
			}
		}
		if (own.kind() == Outcome.Kind.INTERNAL && (rule.flags().has("PT") || this.scope.isDirectory())) {
			requireNotRedirected(own.known(this.scope, true));
		}
		boolean again = this.scope.isDirectory() && own.kind() == Outcome.Kind.INTERNAL && !rule.flags().has("END");
		return again ? followFromStart(index, own) : own;
	}

	/**
	 * In a directory httpd puts behind the result what stood behind the first file of the
	 * request, which may be anything behind its first slash.
	 */
	private Known withPathInfo(RewriteRule rule, Known result) {
		String literal = rule.negated() ? null : rule.regex().literal();
		boolean none = literal != null && literal.indexOf('/') < 0;
		return (this.scope.isDirectory() && !none) ? new Known(result.start(), false, "") : result;
	}

	/** In a directory httpd asks all rules again, and the redirects as well. */
	private Outcome followFromStart(int ownIndex, Outcome own) throws NotTranslatableException {
		Known path = own.known(this.scope, true);
		String base = this.scope.base();
		boolean below = path.start().startsWith(base);
		if (!below && (path.whole() || !base.startsWith(path.start()))) {
			return own;
		}
		Known seen = new Known(path.start().substring(Math.min(base.length(), path.start().length())), path.whole(),
				path.whole() ? path.start().substring(Math.min(base.length(), path.start().length())) : path.end());
		requireNotRedirected(path);
		String reason = "in a directory httpd begins again, and its result may be changed by";
		int index = firstChange(ownIndex, seen, path, reason);
		if (index < 0) {
			return own;
		}
		RewriteRule later = this.rules.get(index);
		Outcome next = composed(own, later, seen, reason);
		// httpd sees that nothing has changed if the target is a file beside, and not if
		// it is a URL
		boolean same = next.kind() == Outcome.Kind.INTERNAL && next.known(this.scope, true).equals(path)
				&& next.keepsQuery() && !next.known(this.scope, false).start().startsWith("/");
		return same ? own : followRound(index, later, next);
	}

	private void requireNotRedirected(Known path) throws NotTranslatableException {
		for (int i : this.redirectsByPrefix.candidates(path)) {
			AliasRedirect redirect = this.scope.redirects().get(i);
			if (redirect.regex().finds(path) != Found.NO) {
				throw new NotTranslatableException("its result may be redirected by line "
						+ redirect.directive().origin().line() + ", to which httpd gives it as well");
			}
		}
	}

	/**
	 * The first rule that may change a text or answer it; -1 if there is none. A rule
	 * that ends the round without a change shields those behind it.
	 */
	private int firstChange(int own, Known seen, @Nullable Known path, String reason) throws NotTranslatableException {
		int from = (path == null) ? own + 1 : 0;
		boolean perhapsEnded = false;
		for (int i : this.byPrefix.candidates(seen)) {
			RewriteRule later = this.rules.get(i);
			if (i < from || (i < own && isPassed(later)) || !mayMatch(later, seen, path)) {
				continue;
			}
			if (!later.keepsUrl() || later.isStatus()) {
				if (perhapsEnded) {
					throw new NotTranslatableException(reason + " line " + later.line());
				}
				return i;
			}
			if (later.flags().endsRound()) {
				if (this.unconditional.test(later) && !later.negated() && later.regex().finds(seen) == Found.YES) {
					return -1;
				}
				perhapsEnded = true;
			}
		}
		return -1;
	}

	/**
	 * Whether a rule in front answers all requests for which it holds, whatever the path,
	 * so that it does not hold for those that came past it.
	 */
	private boolean isPassed(RewriteRule earlier) {
		boolean redirects = earlier.flags().has("R") && earlier.flags().endsRound() && !earlier.keepsUrl();
		return (redirects || earlier.isStatus()) && !this.skips && !earlier.negated() && earlier.regex().isEverything()
				&& earlier.conditions().stream().allMatch(ConditionTranslator::staysSame);
	}

	private boolean mayMatch(RewriteRule later, Known seen, @Nullable Known path) throws NotTranslatableException {
		if (++this.looks > MAX_LOOKS) {
			throw new NotTranslatableException("there are too many rules to see which of them may change its result");
		}
		Found found = later.regex().finds(seen);
		Found never = later.negated() ? Found.YES : Found.NO;
		return found != never && !failsForSure(later.conditions(), path);
	}

	/**
	 * Whether some condition cannot hold for a URL that was rewritten to a known path.
	 */
	private static boolean failsForSure(List<RewriteCond> conditions, @Nullable Known path)
			throws NotTranslatableException {
		if (path == null) {
			return false;
		}
		for (List<RewriteCond> group : Alternatives.groups(conditions)) {
			boolean all = true;
			for (RewriteCond condition : group) {
				all &= fails(condition, path);
			}
			if (all) {
				return true;
			}
		}
		return false;
	}

	private static boolean fails(RewriteCond condition, Known path) throws NotTranslatableException {
		String variable = ConditionTranslator.variableOf(condition);
		if (variable.equals("ENV:REDIRECT_STATUS")) {
			return !ConditionTranslator.holds(condition, "200");
		}
		if (!variable.equals("REQUEST_URI") || condition.isTest() || condition.isLexical()) {
			return false;
		}
		Found found = SearchedRegex.of(condition.pattern(), condition.ignoresCase()).finds(path);
		return found == (condition.negated() ? Found.YES : Found.NO);
	}

	/** What a later rule makes of a text that is known as a whole. */
	private Outcome composed(Outcome own, RewriteRule later, Known seen, String reason)
			throws NotTranslatableException {
		Matcher match = seen.whole() ? later.regex().find(seen.start()) : null;
		Outcome next = Outcome.of(later, this.scope);
		boolean composes = match != null && !later.negated() && this.unconditional.test(later)
				&& !later.flags().has("C") && !later.flags().has("S") && (next.kind() == Outcome.Kind.STATUS
						|| own.keepsQuery() || (!next.keepsQuery() && !next.flags().has("QSA")));
		if (!composes || match == null) {
			throw new NotTranslatableException(reason + " line " + later.line());
		}
		List<SubstitutionPiece> pieces = new ArrayList<>();
		for (SubstitutionPiece piece : next.pieces()) {
			pieces.add((piece instanceof SubstitutionPiece.Group group && group.number() <= match.groupCount())
					? new SubstitutionPiece.Text(Objects.requireNonNullElse(match.group(group.number()), "")) : piece);
		}
		return new Outcome(next.kind(), next.status(), pieces, next.escaping(), next.flags());
	}

}
