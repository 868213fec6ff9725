package dev.reroute.lint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.reroute.engine.Hop;
import dev.reroute.engine.UrlRequest;
import dev.reroute.engine.Walk;
import dev.reroute.rule.Rule;

/**
 * A visitor comes back to a URL already seen, or is redirected without end. A circle is
 * told once, whichever rules lead into it.
 */
final class LoopCheck implements Check {

	private final Set<Set<String>> told = new HashSet<>();

	private final PatternLoops patternLoops;

	private final Subject.Context context;

	LoopCheck(Subject.Context context) {
		this.patternLoops = new PatternLoops(context);
		this.context = context;
	}

	@Override
	public void check(Subject subject, Report report) {
		subject.walks(report).forEach((walk) -> tell(walk, report));
	}

	@Override
	public void finish(Report report) {
		this.patternLoops.find(report).forEach((walk) -> tell(walk, report));
	}

	/**
	 * Whether a walk is a loop, or goes on too long. A walk on which paths get shorter
	 * comes to an end, if a late one: a pattern that takes away a prefix is no loop,
	 * although somebody could ask for the prefix thirty times over.
	 */
	static boolean isEndless(Walk walk) {
		if (walk.end() != Walk.End.TOO_LONG) {
			return walk.end() == Walk.End.LOOP;
		}
		long rules = walk.hops().stream().map(Hop::rule).distinct().count();
		return rules == walk.hops().size() || !getsShorter(walk);
	}

	private static boolean getsShorter(Walk walk) {
		return walk.last().url().path().length() < walk.hops().get(0).from().url().path().length();
	}

	private void tell(Walk walk, Report report) {
		if (!isEndless(walk)) {
			return;
		}
		List<Hop> circle = circle(walk);
		List<Rule> rules = circle.stream().map(Hop::rule).distinct().toList();
		if (!this.told.add(rules.stream().map(Rule::id).collect(Collectors.toSet()))) {
			return;
		}
		UrlRequest witness = circle.get(0).from();
		String message = (walk.end() == Walk.End.LOOP)
				? "a visitor of '" + witness + "' comes back to it after " + counted(circle.size())
				: "a visitor of '" + witness + "' is redirected again and again, more than " + Walk.MAX_HOPS + " times";
		report.add(new Finding(FindingCode.LOOP, rules.get(0), rules.subList(1, rules.size()), witness, circle, message,
				"let one of these rules lead out of the circle, or put a 'pass' rule before it"));
	}

	/**
	 * The hops from the first time that the repeated URL was seen. A circle begins with
	 * the first of its rules, wherever it was entered.
	 */
	private List<Hop> circle(Walk walk) {
		List<Hop> hops = walk.hops();
		String repeated = walk.last().toString();
		for (int i = 0; i < hops.size(); i++) {
			if (hops.get(i).from().toString().equals(repeated)) {
				List<Hop> circle = new ArrayList<>(hops.subList(i, hops.size()));
				int first = circle.stream().map(Hop::rule).mapToInt(this.context::position).min().orElse(0);
				while (this.context.position(circle.get(0).rule()) != first) {
					Collections.rotate(circle, -1);
				}
				return circle;
			}
		}
		return hops;
	}

	private static String counted(int redirects) {
		return (redirects == 1) ? "one redirect" : redirects + " redirects";
	}

}
