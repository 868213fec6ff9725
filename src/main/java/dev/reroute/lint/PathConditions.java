package dev.reroute.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import dev.reroute.engine.UrlRequest;
import dev.reroute.pattern.Captures;
import dev.reroute.pattern.TextPattern;
import dev.reroute.rule.Condition;
import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;

/**
 * What the conditions of a rule say of the path, apart from what else they say. A
 * {@code not} over several things is one for each of them.
 */
final class PathConditions {

	private PathConditions() {
	}

	/** Those that look at the path, and at nothing else. */
	static List<Condition> of(List<Condition> conditions) {
		return parts(conditions, PathConditions::isAboutPath);
	}

	/** The rest. */
	static List<Condition> others(List<Condition> conditions) {
		return parts(conditions, (condition) -> !isAboutPath(condition));
	}

	private static List<Condition> parts(List<Condition> conditions, Predicate<Condition> wanted) {
		List<Condition> parts = new ArrayList<>();
		for (Condition condition : conditions) {
			if (condition instanceof Condition.Not not) {
				List<Condition> none = not.conditions().stream().filter(wanted).toList();
				if (!none.isEmpty()) {
					parts.add(new Condition.Not(none));
				}
			}
			else if (wanted.test(condition)) {
				parts.add(condition);
			}
		}
		return parts;
	}

	private static boolean isAboutPath(Condition condition) {
		return condition instanceof Condition.Path || (condition instanceof Condition.Not not
				&& !not.conditions().isEmpty() && not.conditions().stream().allMatch(PathConditions::isAboutPath));
	}

	/**
	 * Whether conditions that look at nothing but the path hold.
	 * @param conditions the conditions
	 * @param path path text
	 * @return whether all hold
	 */
	static boolean hold(List<Condition> conditions, String path) {
		if (conditions.isEmpty()) {
			return true;
		}
		UrlRequest request = Situation.withPath(UrlRequest.get("/"), path);
		return conditions.stream().allMatch((condition) -> condition.test(request, new Captures()));
	}

	/**
	 * The paths for which conditions hold that look at nothing else.
	 * @param conditions the conditions
	 * @return the paths
	 * @throws BeyondMethodException if that cannot be told
	 */
	static Automaton language(List<Condition> conditions) throws BeyondMethodException {
		Automaton paths = Languages.PATHS;
		for (Condition condition : conditions) {
			paths = paths.intersection(language(condition));
		}
		return paths;
	}

	private static Automaton language(Condition condition) throws BeyondMethodException {
		Automaton any = BasicAutomata.makeEmpty();
		if (condition instanceof Condition.Not not) {
			for (Condition one : not.conditions()) {
				any = any.union(language(one));
			}
			return Languages.PATHS.minus(any);
		}
		for (TextPattern text : condition.texts()) {
			any = any.union(TextLanguage.of(text));
		}
		return any;
	}

}
