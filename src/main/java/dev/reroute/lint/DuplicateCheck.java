package dev.reroute.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.engine.UrlRequest;
import dev.reroute.pattern.MatchOptions;
import dev.reroute.rule.Condition;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The same source and conditions as an earlier rule, with the same or another target.
 */
final class DuplicateCheck implements Check {

	/**
	 * What makes two rules match the same.
	 */
	private record Key(Class<?> kind, String source, MatchOptions options, List<Condition> conditions,
			boolean fallback) {

		static Key of(Rule rule) {
			return new Key(rule.source().getClass(), rule.source().text(), rule.source().options(), rule.conditions(),
					rule.fallback());
		}

	}

	private final Map<Key, Rule> first = new HashMap<>();

	private final Set<String> duplicates = new HashSet<>();

	@Override
	public void check(Subject subject, Report report) {
		Rule rule = subject.rule();
		Rule earlier = this.first.putIfAbsent(Key.of(rule), rule);
		if (earlier == null) {
			return;
		}
		this.duplicates.add(rule.id());
		boolean same = ActionText.of(rule.action()).equals(ActionText.of(earlier.action()));
		report.add(
				new Finding(FindingCode.DUPLICATE, rule, List.of(earlier), witness(rule, subject.context()), List.of(),
						"the rule at " + earlier.origin() + " has the same source and conditions"
								+ (same ? "" : ", but it " + ActionText.of(earlier.action())),
						"delete one of the two"));
	}

	boolean isDuplicate(Rule rule) {
		return this.duplicates.contains(rule.id());
	}

	private static @Nullable UrlRequest witness(Rule rule, Subject.Context context) {
		UrlRequest situation = Situation.satisfying(rule.conditions(), context.anyHost());
		try {
			String path = context.languages().pathsOf(rule).next();
			return (situation != null && path != null) ? Situation.withPath(situation, path) : null;
		}
		catch (BeyondMethodException ex) {
			return null;
		}
	}

}
