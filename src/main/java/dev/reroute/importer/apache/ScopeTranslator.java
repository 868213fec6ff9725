package dev.reroute.importer.apache;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.reroute.importer.NotTranslatableException;
import dev.reroute.rule.RuleBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rules of a server or a directory into the order in which they act. httpd asks
 * mod_rewrite before mod_alias, whatever the order of their lines:
 * <ol>
 * <li>a RewriteRule that redirects, or answers with a status, acts at once;</li>
 * <li>a Redirect acts if no such rule did, in a directory also where a rule has rewritten
 * the URL inside the server;</li>
 * <li>what was rewritten goes on.</li>
 * </ol>
 */
final class ScopeTranslator {

	private static final Map<String, String> REFUSED_FLAGS = Map.of("P", "it is a proxy", "E",
			"it sets an environment variable", "CO", "it sets a cookie", "H", "it sets a handler", "T",
			"it sets a content type", "N", "it begins again with the first rule");

	/** What a RewriteRule became. */
	record Translated(RewriteRule rule, Outcome outcome, List<RuleBuilder> rules) {

	}

	private final Scope scope;

	private final Followers followers;

	private final Map<RewriteRule, List<List<RewriteCond>>> conditions = new LinkedHashMap<>();

	private final List<RewriteRule> alive = new ArrayList<>();

	/** What the same rules would become if there were no others. */
	private final List<Translated> alone = new ArrayList<>();

	private final List<Translated> translated = new ArrayList<>();

	ScopeTranslator(Scope scope, Followers followers) {
		this.scope = scope;
		this.followers = followers;
	}

	void translate() {
		String refusal = this.scope.refusal();
		if (refusal != null) {
			this.scope.rules().forEach((rule) -> rule.directive().isRefused(refusal));
			this.scope.redirects().forEach((redirect) -> redirect.directive().isRefused(refusal));
			return;
		}
		if (this.scope.isEngineOff()) {
			this.scope.rules().forEach((rule) -> rule.directive().isSetting());
		}
		else {
			new Guards(this.scope).collect(this.conditions);
			this.conditions.keySet().forEach(this::tryAlone);
			LaterRules later = new LaterRules(this.scope, this.alive,
					(rule) -> this.conditions.getOrDefault(rule, List.of()).isEmpty());
			for (int i = 0; i < this.alive.size(); i++) {
				translateWithOthers(i, later);
			}
		}
		RedirectPlace place = new RedirectPlace(this.scope, this.translated);
		this.translated.subList(0, place.index()).forEach(ScopeTranslator::add);
		for (int i = 0; i < this.scope.redirects().size(); i++) {
			add(this.scope.redirects().get(i), place.conflict(i));
		}
		this.translated.subList(place.index(), this.translated.size()).forEach(ScopeTranslator::add);
	}

	/** What cannot be translated is left out, as if it were not there. */
	private void tryAlone(RewriteRule rule) {
		try {
			for (Map.Entry<String, String> flag : REFUSED_FLAGS.entrySet()) {
				if (rule.flags().has(flag.getKey())) {
					throw new NotTranslatableException(flag.getValue());
				}
			}
			Outcome outcome = Outcome.of(rule, this.scope);
			this.alone.add(new Translated(rule, outcome, rules(rule, outcome)));
			this.alive.add(rule);
		}
		catch (NotTranslatableException ex) {
			rule.directive().isRefused(ex.reason() + consequence(rule));
		}
	}

	private String consequence(RewriteRule rule) {
		boolean files = rule.conditions().stream().anyMatch((condition) -> condition.pattern().matches("-[fd]"));
		if (files && rule.conditions().stream().anyMatch(RewriteCond::negated)
				&& rule.substitution().matches(".*\\.php\\b.*")) {
			List<RewriteRule> all = this.scope.rules();
			boolean last = all.isEmpty() || all.get(all.size() - 1).equals(rule) || !rule.flags().endsRound();
			return ": it is a front controller, which hands every page that is no file to one program"
					+ (last ? "" : "; rules behind it act here, and in httpd for files alone");
		}
		boolean exception = rule.keepsUrl() && rule.flags().endsRound();
		return exception ? "; what it exempts is not exempt from the rules behind it" : "";
	}

	private void translateWithOthers(int index, LaterRules later) {
		Translated alone = this.alone.get(index);
		RewriteRule rule = alone.rule();
		try {
			Outcome outcome = later.follow(index, alone.outcome());
			requireNoFollower(rule, outcome);
			if (outcome.kind() == Outcome.Kind.NOTHING) {
				rule.directive().isSetting();
			}
			else if (outcome.equals(alone.outcome())) {
				this.translated.add(alone);
			}
			else {
				this.translated.add(new Translated(rule, outcome, rules(rule, outcome)));
			}
		}
		catch (NotTranslatableException ex) {
			rule.directive().isRefused(ex.reason());
		}
	}

	private void requireNoFollower(RewriteRule rule, Outcome outcome) throws NotTranslatableException {
		Integer line = this.followers.lineBehind(this.scope, rule, outcome);
		if (line != null) {
			throw new NotTranslatableException(
					"it does not answer, and httpd goes on with other sections, such as line " + line
							+ consequence(rule));
		}
	}

	private List<RuleBuilder> rules(RewriteRule rule, Outcome outcome) throws NotTranslatableException {
		return new RewriteTranslator(this.scope, rule, outcome)
			.translate(this.conditions.getOrDefault(rule, List.of()));
	}

	private static void add(Translated one) {
		one.rule().directive().becomes(one.rules());
	}

	private void add(AliasRedirect redirect, @Nullable RewriteRule conflict) {
		if (conflict != null) {
			redirect.directive()
				.isRefused(
						"httpd asks it between RewriteRules, or after the query was changed; line %d may mean the same paths"
							.formatted(conflict.line()));
			return;
		}
		try {
			redirect.directive().becomes(redirect.rules(this.scope));
		}
		catch (NotTranslatableException ex) {
			redirect.directive().isRefused(ex);
		}
	}

}
