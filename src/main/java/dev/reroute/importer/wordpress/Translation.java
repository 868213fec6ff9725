package dev.reroute.importer.wordpress;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.reroute.importer.Directive;
import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.LiteralText;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.regex.UrlRegex;
import dev.reroute.importer.regex.UrlSource;
import dev.reroute.pattern.PercentEncoding;
import dev.reroute.rule.RuleBuilder;

/**
 * The rules that a redirect of the plugin becomes.
 */
final class Translation {

	/** The plugin fills these in, with functions or the visitor's name. */
	private static final Pattern SHORTCODE = Pattern.compile(
			"\\[/?(userid|userlogin|userurl|unixtime|md5|upper|lower|dashes|underscores)\\b|%user(id|login|url)%|\\$(dec|hex)\\$");

	private final Redirection redirection;

	private final Effect effect;

	private final List<RuleBuilder> rules = new ArrayList<>();

	private Translation(Redirection redirection) {
		this.redirection = redirection;
		this.effect = new Effect(redirection.actionType(), redirection.code());
	}

	static Translation of(Redirection redirection) {
		return new Translation(redirection);
	}

	void tell(Directive directive) {
		directive.comment(this.redirection.title());
		try {
			this.effect.check();
			if (!this.effect.needsTarget()) {
				add(false, "");
			}
			else {
				addTargets();
			}
			directive.becomes(this.rules);
		}
		catch (NotTranslatableException ex) {
			directive.isRefused(ex);
		}
	}

	private void addTargets() throws NotTranslatableException {
		if (!this.redirection.target().isEmpty()) {
			add(false, this.redirection.target());
		}
		if (!this.redirection.otherwise().isEmpty()) {
			add(true, this.redirection.otherwise());
		}
		if (this.rules.isEmpty()) {
			// a condition that nobody can ask for has targets by other names
			Visitor.addTo(this.redirection, false, new ForeignConditions());
			throw new NotTranslatableException("it has no target");
		}
	}

	private void add(boolean not, String target) throws NotTranslatableException {
		if (SHORTCODE.matcher(target).find()) {
			throw new NotTranslatableException("the plugin fills in its target by a function");
		}
		if (!target.isEmpty() && target.chars().allMatch(Character::isDigit)) {
			throw new NotTranslatableException("its target is the number of a post");
		}
		ForeignConditions visitor = new ForeignConditions();
		Visitor.addTo(this.redirection, not, visitor);
		if (this.redirection.flags().regex()) {
			addRegex(target, visitor);
		}
		else {
			PlainSource source = PlainSource.of(this.redirection);
			source.addTo(visitor);
			boolean keeps = source.leavesQuery() || (this.effect.isRewrite() && target.indexOf('?') < 0);
			add(source.rule(), visitor, LiteralText.target(target), keeps);
		}
	}

	private void addRegex(String target, ForeignConditions visitor) throws NotTranslatableException {
		String decoded = PercentEncoding.decode(this.redirection.url(), false);
		TargetText text = TargetText.parse(target);
		for (UrlSource found : UrlRegex.sources((decoded != null) ? decoded : this.redirection.url(),
				this.redirection.flags().ignoreCase())) {
			boolean takes = this.effect.needsTarget() && text.takesQuery(found);
			UrlSource source = (takes && !text.keepsQuery(found)) ? found.withoutQuery() : found;
			boolean again = found.again() && source.isWithoutQuery();
			boolean broken = this.effect.needsTarget()
					&& (text.mayBeEmpty(source) || (!source.before().isEmpty() && !text.isRelative()));
			if (again || broken) {
				continue;
			}
			if (source.query().cut() && text.hasQuery()) {
				throw new NotTranslatableException(
						"its regular expression ends within the query, and what follows would go behind the target's");
			}
			ForeignConditions conditions = visitor.copy();
			source.addTo(conditions);
			boolean keeps = takes || (this.effect.isRewrite() && !text.hasQuery());
			add(source.rule(), conditions, text.of(source), keeps || source.isWithoutQuery());
		}
		if (this.rules.isEmpty()) {
			throw new NotTranslatableException("its target may be empty, and then the plugin does nothing");
		}
	}

	private void add(RuleBuilder rule, ForeignConditions conditions, String target, boolean keepsQuery) {
		conditions.applyTo(rule);
		this.effect.applyTo(rule, target);
		if (this.effect.needsTarget() && !keepsQuery) {
			rule.dropQuery();
		}
		if (this.redirection.matchType().equals("page")) {
			rule.fallback();
		}
		if (!this.redirection.enabled()) {
			rule.disabled();
		}
		this.rules.add(rule);
	}

}
