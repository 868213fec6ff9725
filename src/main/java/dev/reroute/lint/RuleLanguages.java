package dev.reroute.lint;

import java.util.IdentityHashMap;
import java.util.Optional;

import dev.reroute.rule.Action;
import dev.reroute.rule.Rule;

/**
 * The languages of sources, each computed once.
 */
final class RuleLanguages {

	/** By the rule itself; empty where the source is beyond the method. */
	private final IdentityHashMap<Rule, Optional<SourceLanguage>> bySource = new IdentityHashMap<>();

	private final IdentityHashMap<Rule, Shape> shapes = new IdentityHashMap<>();

	private final IdentityHashMap<Rule, Boolean> refusingNothing = new IdentityHashMap<>();

	SourceLanguage of(Rule rule) throws BeyondMethodException {
		Optional<SourceLanguage> known = this.bySource.get(rule);
		if (known == null) {
			known = compute(rule);
			if (rule.source().literalPaths().isEmpty()) {
				this.bySource.put(rule, known);
			}
		}
		return known.orElseThrow(() -> new BeyondMethodException("a source"));
	}

	Shape shapeOf(Rule rule) {
		return this.shapes.computeIfAbsent(rule, (key) -> Shape.of(key.source()));
	}

	private static Optional<SourceLanguage> compute(Rule rule) {
		try {
			return Optional.of(SourceLanguage.of(rule.source()));
		}
		catch (BeyondMethodException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Whether no value can keep a rule from acting.
	 * @param rule the rule
	 * @return whether its target can always be filled
	 * @throws BeyondMethodException if that cannot be told
	 */
	boolean refusesNothing(Rule rule) throws BeyondMethodException {
		if (rule.action() instanceof Action.Redirect redirect && redirect.target().names().isEmpty()) {
			return true;
		}
		Boolean known = this.refusingNothing.get(rule);
		if (known == null) {
			known = Takes.refusesNothing(rule, of(rule));
			this.refusingNothing.put(rule, known);
		}
		return known;
	}

	/** The paths of a rule, one after the other. */
	PathSupply pathsOf(Rule rule) throws BeyondMethodException {
		if (!rule.source().literalPaths().isEmpty()) {
			return new PathSupply.Listed(rule.source());
		}
		SourceLanguage language = of(rule);
		return new PathSupply.Regular(language.paths(), language.literal(), this);
	}

}
