package dev.reroute.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.reroute.pattern.Captures;
import dev.reroute.pattern.SourcePattern;
import dev.reroute.rule.Condition;
import dev.reroute.rule.Rule;
import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import org.jspecify.annotations.Nullable;

/**
 * Paths of some language, one after the other, less those that were ruled out.
 */
sealed interface PathSupply {

	/**
	 * A path that is left.
	 * @return path text, or {@code null} if none is left
	 */
	@Nullable String next();

	/**
	 * Rule out all that a rule matches.
	 * @param rule the rule
	 * @throws BeyondMethodException if its source is beyond automata
	 */
	void ruleOut(Rule rule) throws BeyondMethodException;

	/**
	 * Rule out one path.
	 * @param path path text
	 */
	void ruleOut(String path);

	/**
	 * Paths that can be listed.
	 */
	final class Listed implements PathSupply {

		private final List<String> paths;

		/** Where case is ignored, one in capitals stands for all other spellings. */
		Listed(Rule rule) {
			SourcePattern source = rule.source();
			this.paths = new ArrayList<>(source.literalPaths().stream().sorted().toList());
			if (source.options().ignoreCase()) {
				source.literalPaths().forEach((path) -> this.paths.add(path.toUpperCase(Locale.ROOT)));
			}
			List<Condition> onPath = PathConditions.of(rule.conditions());
			this.paths.removeIf((path) -> !PathConditions.hold(onPath, path));
		}

		@Override
		public @Nullable String next() {
			return this.paths.isEmpty() ? null : this.paths.get(0);
		}

		@Override
		public void ruleOut(Rule rule) {
			List<Condition> onPath = PathConditions.of(rule.conditions());
			this.paths
				.removeIf((path) -> rule.source().matches(path, new Captures()) && PathConditions.hold(onPath, path));
		}

		@Override
		public void ruleOut(String path) {
			this.paths.remove(path);
		}

	}

	/**
	 * Paths of an automaton, the shortest first.
	 */
	final class Regular implements PathSupply {

		private final RuleLanguages languages;

		private final String literal;

		private Automaton left;

		Regular(Automaton paths, String literal, RuleLanguages languages) {
			this.left = paths;
			this.literal = literal;
			this.languages = languages;
		}

		@Override
		public @Nullable String next() {
			return Languages.shortest(this.left, this.literal);
		}

		@Override
		public void ruleOut(Rule rule) throws BeyondMethodException {
			this.left = this.left.minus(this.languages.of(rule).paths());
		}

		@Override
		public void ruleOut(String path) {
			this.left = this.left.minus(BasicAutomata.makeString(path));
		}

	}

}
