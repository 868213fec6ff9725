package dev.reroute.lint;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.reroute.rule.Action;
import dev.reroute.rule.Condition;
import dev.reroute.rule.Rule;

/**
 * The paths that rules are for, each computed once: those of the source for which the
 * conditions on the path hold.
 */
final class RuleLanguages {

	/** By the rule itself; empty where the source is beyond the method. */
	private final IdentityHashMap<Rule, Optional<SourceLanguage>> bySource = new IdentityHashMap<>();

	private final IdentityHashMap<Rule, Shape> shapes = new IdentityHashMap<>();

	private final IdentityHashMap<Rule, Boolean> refusingNothing = new IdentityHashMap<>();

	/** Where conditions on the path are beyond the method. */
	private final Set<Rule> unknownConditions = Collections.newSetFromMap(new IdentityHashMap<>());

	/**
	 * The paths of a rule.
	 * @param rule the rule
	 * @return its paths; all that its source matches, unless what its conditions say of
	 * the path {@linkplain #knowsConditions is known}
	 * @throws BeyondMethodException if its source is beyond automata
	 */
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

	/**
	 * Whether the paths are known for which the conditions of a rule hold.
	 * @param rule a rule whose paths were asked for
	 * @return whether they are; also if it has no condition on the path
	 */
	boolean knowsConditions(Rule rule) {
		return !this.unknownConditions.contains(rule);
	}

	private Optional<SourceLanguage> compute(Rule rule) {
		try {
			return Optional.of(withinConditions(rule, SourceLanguage.of(rule.source())));
		}
		catch (BeyondMethodException ex) {
			return Optional.empty();
		}
	}

	private SourceLanguage withinConditions(Rule rule, SourceLanguage language) {
		List<Condition> onPath = PathConditions.of(rule.conditions());
		try {
			return onPath.isEmpty() ? language : language.within(PathConditions.language(onPath));
		}
		catch (BeyondMethodException ex) {
			this.unknownConditions.add(rule);
			return language;
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
			return new PathSupply.Listed(rule);
		}
		SourceLanguage language = of(rule);
		return new PathSupply.Regular(language.paths(), language.literal(), this);
	}

}
