package dev.reroute.lint;

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

	private final Set<Set<Rule>> told = new HashSet<>();

	private final PatternLoops patternLoops;

	LoopCheck(Subject.Context context) {
		this.patternLoops = new PatternLoops(context);
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
	 * Whether a walk is a loop, or goes on with ever longer paths. One whose paths get
	 * shorter comes to an end, if a late one.
	 */
	static boolean isEndless(Walk walk) {
		return walk.end() == Walk.End.LOOP
				|| (walk.end() == Walk.End.TOO_LONG && lengthOf(walk.last()) > lengthOf(walk.hops().get(0).from()));
	}

	private static int lengthOf(UrlRequest request) {
		return request.url().path().length();
	}

	private void tell(Walk walk, Report report) {
		if (!isEndless(walk)) {
			return;
		}
		List<Hop> circle = circle(walk);
		Set<Rule> rules = circle.stream().map(Hop::rule).collect(Collectors.toSet());
		if (!this.told.add(rules)) {
			return;
		}
		boolean loop = walk.end() == Walk.End.LOOP;
		UrlRequest witness = circle.get(0).from();
		Rule rule = circle.get(0).rule();
		String message = loop ? "a visitor of '" + witness + "' comes back to it after " + counted(circle.size())
				: "a visitor of '" + witness + "' is redirected again and again, more than " + Walk.MAX_HOPS + " times";
		report.add(new Finding(FindingCode.LOOP, rule, rules.stream().filter((other) -> !other.equals(rule)).toList(),
				witness, circle, message,
				"let one of these rules lead out of the circle, or put a 'pass' rule before it"));
	}

	/** The hops from the first time that the repeated URL was seen. */
	private static List<Hop> circle(Walk walk) {
		List<Hop> hops = walk.hops();
		String repeated = walk.last().toString();
		for (int i = 0; i < hops.size(); i++) {
			if (hops.get(i).from().toString().equals(repeated)) {
				return hops.subList(i, hops.size());
			}
		}
		return hops;
	}

	private static String counted(int redirects) {
		return (redirects == 1) ? "one redirect" : redirects + " redirects";
	}

}
