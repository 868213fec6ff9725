package dev.reroute.importer.apache;

import java.util.List;

import dev.reroute.importer.apache.ScopeTranslator.Translated;
import dev.reroute.importer.regex.PrefixIndex;
import dev.reroute.importer.regex.SearchedRegex.Found;
import dev.reroute.importer.regex.SearchedRegex.Known;
import org.jspecify.annotations.Nullable;

/**
 * Where the redirects of mod_alias stand among the rules of mod_rewrite: behind those
 * that answer, and in front of the first one that leaves a path to them.
 */
final class RedirectPlace {

	/** Beyond, two lists are taken to overlap. */
	private static final int MAX_LOOKS = 20_000_000;

	private static final int NONE = Integer.MAX_VALUE;

	private final Scope scope;

	private final List<Translated> rules;

	private final PrefixIndex byPrefix = new PrefixIndex();

	/** By redirect, the first rule that leaves a path of it to it. */
	private final int[] firstPassing;

	/** By redirect, a rule that leaves a path of it to it with another query; or -1. */
	private final int[] changingQuery;

	/** By redirect, the last rule that leaves no path of it to it. */
	private final int[] lastAnswering;

	private int looks;

	private int index;

	RedirectPlace(Scope scope, List<Translated> rules) {
		this.scope = scope;
		this.rules = rules;
		List<AliasRedirect> redirects = scope.redirects();
		this.firstPassing = new int[redirects.size()];
		this.lastAnswering = new int[redirects.size()];
		this.changingQuery = new int[redirects.size()];
		for (int i = 0; i < redirects.size(); i++) {
			this.byPrefix.add(redirects.get(i).regex(), false, i);
			this.firstPassing[i] = NONE;
			this.lastAnswering[i] = -1;
			this.changingQuery[i] = -1;
		}
		this.index = rules.size();
		for (int i = 0; i < rules.size(); i++) {
			look(i);
		}
	}

	/** In front of which rule they stand. */
	int index() {
		return this.index;
	}

	/**
	 * The rule on the wrong side of a redirect.
	 * @param redirect the number of the redirect
	 * @return the rule; {@code null} if there is none
	 */
	@Nullable RewriteRule conflict(int redirect) {
		if (this.changingQuery[redirect] >= 0) {
			return this.rules.get(this.changingQuery[redirect]).rule();
		}
		if (this.firstPassing[redirect] < this.index) {
			return this.rules.get(this.firstPassing[redirect]).rule();
		}
		return (this.lastAnswering[redirect] >= this.index) ? this.rules.get(this.lastAnswering[redirect]).rule()
				: null;
	}

	private void look(int number) {
		Translated one = this.rules.get(number);
		boolean passes = isPassing(one);
		for (int redirect : candidates(one.rule())) {
			if (mayOverlap(this.scope.redirects().get(redirect), one.rule())) {
				if (passes) {
					this.firstPassing[redirect] = Math.min(this.firstPassing[redirect], number);
					this.index = Math.min(this.index, number);
					this.changingQuery[redirect] = one.outcome().keepsQuery() ? this.changingQuery[redirect] : number;
				}
				else {
					this.lastAnswering[redirect] = number;
				}
			}
		}
	}

	/** Whether redirects are asked although the rule has matched. */
	private boolean isPassing(Translated one) {
		return one.outcome().kind() == Outcome.Kind.PASS
				|| (one.outcome().kind() == Outcome.Kind.INTERNAL && this.scope.isDirectory());
	}

	private int[] candidates(RewriteRule rule) {
		String literal = rule.negated() ? null : rule.regex().literal();
		if (literal != null) {
			return this.byPrefix.candidates(whole(literal));
		}
		List<String> prefixes = rule.negated() ? List.of("") : rule.regex().prefixes();
		return this.byPrefix.candidates(Known.startingWith((prefixes.size() == 1) ? full(prefixes.get(0)) : ""));
	}

	private String full(String text) {
		String base = this.scope.base();
		return (base.isEmpty() && !text.startsWith("/")) ? "" : base + text;
	}

	private Known whole(String literal) {
		return Known
			.of(this.scope.base().isEmpty() && !literal.startsWith("/") ? "/" + literal : this.scope.base() + literal);
	}

	private boolean mayOverlap(AliasRedirect redirect, RewriteRule rule) {
		if (rule.negated() || ++this.looks > MAX_LOOKS) {
			return true;
		}
		String literal = rule.regex().literal();
		if (literal != null) {
			return redirect.regex().finds(whole(literal)) != Found.NO;
		}
		String base = this.scope.base();
		for (String prefix : redirect.regex().prefixes()) {
			String below = prefix.startsWith(base) ? prefix.substring(base.length()) : null;
			if (below == null || rule.regex().finds(Known.startingWith(below)) != Found.NO) {
				return true;
			}
		}
		return false;
	}

}
