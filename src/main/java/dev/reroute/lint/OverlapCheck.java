package dev.reroute.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.engine.Attempt;
import dev.reroute.engine.Explanation;
import dev.reroute.engine.UrlRequest;
import dev.reroute.rule.Action;
import dev.reroute.rule.Condition;
import dev.reroute.rule.Rule;
import dk.brics.automaton.Automaton;

/**
 * Two rules with different actions match some request, and their order decides. It is
 * told once for the later one, which is often a general rule behind its exceptions.
 */
final class OverlapCheck implements Check {

	/** Rules near a source that are looked at, for each rule. */
	private static final int MOST = 5_000;

	/** Pairs that are computed with automata, for all rules together. */
	private static final int MOST_PAIRS = 100_000;

	private static final int MOST_TRIES = 5;

	/** Earlier rules that are named. */
	private static final int MOST_NAMED = 5;

	/**
	 * What is known of a later rule.
	 */
	private static final class Overlap {

		private final UrlRequest witness;

		private final List<Rule> earlier = new ArrayList<>();

		private int count;

		Overlap(UrlRequest witness) {
			this.witness = witness;
		}

	}

	private final Map<Rule, Overlap> byLater = new LinkedHashMap<>();

	private final SourceIndex earlierPatterns = new SourceIndex();

	private int pairs;

	@Override
	public void check(Subject subject, Report report) {
		UrlRequest reached = subject.reach().request();
		if (reached != null && subject.isLiteral()) {
			note(subject.context().explainer().explain(reached));
		}
		if (!subject.isLiteral()) {
			if (reached != null) {
				checkPattern(subject, report);
			}
			this.earlierPatterns.add(subject.rule());
		}
	}

	private void checkPattern(Subject subject, Report report) {
		Rule rule = subject.rule();
		RuleLanguages languages = subject.context().languages();
		Shape shape = languages.shapeOf(rule);
		for (Rule earlier : this.earlierPatterns.near(rule.source().literalPrefix(), MOST)) {
			if (!shape.meets(languages.shapeOf(earlier)) || !differ(earlier, rule)) {
				continue;
			}
			if (++this.pairs > MOST_PAIRS) {
				report.leaveOut();
				continue;
			}
			try {
				tryPair(earlier, rule, subject.context());
			}
			catch (BeyondMethodException ex) {
				report.leaveOut();
			}
		}
	}

	private void tryPair(Rule earlier, Rule later, Subject.Context context) throws BeyondMethodException {
		List<Condition> both = new ArrayList<>(earlier.conditions());
		both.addAll(later.conditions());
		UrlRequest situation = Situation.satisfying(both, context.anyHost());
		if (situation == null) {
			return;
		}
		SourceLanguage one = context.languages().of(earlier);
		SourceLanguage other = context.languages().of(later);
		Automaton common = one.paths().intersection(other.paths());
		PathSupply paths = new PathSupply.Regular(common, one.literal() + other.literal(), context.languages());
		for (int i = 0; i < MOST_TRIES; i++) {
			String path = paths.next();
			if (path == null
					|| note(context.explainer().explain(Situation.withPath(situation, path)), earlier, later)) {
				return;
			}
			paths.ruleOut(path);
		}
	}

	/** Note all rules that stand behind the one that decided. */
	private void note(Explanation explanation) {
		Rule decided = explanation.whenMissing().rule();
		for (Attempt attempt : explanation.attempts()) {
			if (decided != null && attempt.outcome() == Attempt.Outcome.STANDS_LATER
					&& differ(decided, attempt.rule())) {
				add(decided, attempt.rule(), explanation.request());
			}
		}
	}

	private boolean note(Explanation explanation, Rule earlier, Rule later) {
		boolean shown = earlier.equals(explanation.whenMissing().rule()) && explanation.attempts()
			.stream()
			.anyMatch((attempt) -> attempt.rule().equals(later) && attempt.outcome() == Attempt.Outcome.STANDS_LATER);
		if (shown) {
			add(earlier, later, explanation.request());
		}
		return shown;
	}

	private void add(Rule earlier, Rule later, UrlRequest witness) {
		Overlap overlap = this.byLater.computeIfAbsent(later, (key) -> new Overlap(witness));
		overlap.count++;
		if (overlap.earlier.size() < MOST_NAMED) {
			overlap.earlier.add(earlier);
		}
	}

	/** A rule that lets requests pass is an exception, made on purpose. */
	private static boolean differ(Rule earlier, Rule later) {
		return !(earlier.action() instanceof Action.Pass)
				&& !ActionText.of(earlier.action()).equals(ActionText.of(later.action()));
	}

	@Override
	public void finish(Report report) {
		Set<Rule> idle = report.rulesWith(FindingCode.SHADOWED, FindingCode.DUPLICATE);
		this.byLater.forEach((later, overlap) -> {
			if (idle.contains(later)) {
				return;
			}
			Rule earlier = overlap.earlier.get(0);
			String more = (overlap.count > 1) ? ", and so it is with " + (overlap.count - 1) + " more" : "";
			report
				.add(new Finding(FindingCode.OVERLAP, later, List.copyOf(overlap.earlier), overlap.witness, List.of(),
						"'" + overlap.witness + "' matches this rule, too, but '" + earlier.id() + "' ("
								+ earlier.origin() + ") stands before it" + more,
						"see that the order is as you mean it"));
		});
	}

}
