package dev.reroute.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.reroute.engine.Explainer;
import dev.reroute.engine.UrlRequest;
import dev.reroute.pattern.SourcePattern;
import dev.reroute.pattern.SourcePiece;
import dev.reroute.pattern.TargetPiece;
import dev.reroute.pattern.TargetTemplate;
import dev.reroute.pattern.UrlText;
import dev.reroute.rule.Action;
import dev.reroute.rule.Condition;
import dev.reroute.rule.Rule;
import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import org.jspecify.annotations.Nullable;

/**
 * Which rules act on what a redirect with placeholders leads to. For each pair, the paths
 * that lead from the one to the other are computed, and one of them is a candidate for a
 * walk.
 */
final class Successors {

	/** Rules near a target that are looked at, for each rule. */
	private static final int MOST = 5_000;

	/** Pairs that are computed with automata, for all rules together. */
	private static final int MOST_PAIRS = 20_000;

	/** The same, for each rule. */
	private static final int FEWEST_PAIRS = 3;

	private static final int MOST_PAIRS_OF_A_RULE = 50;

	private final SourceIndex patterns = new SourceIndex();

	private final SourceIndex literals = new SourceIndex();

	private final RuleLanguages languages;

	private final int pairsOfARule;

	/** From each rule with placeholders to those like it that may come next. */
	private final Map<Rule, List<Rule>> edges = new LinkedHashMap<>();

	Successors(List<Rule> rules, RuleLanguages languages) {
		this.languages = languages;
		int filled = (int) rules.stream().filter(Successors::isFilled).count();
		boolean anyFilled = filled > 0;
		this.pairsOfARule = Math.max(FEWEST_PAIRS, Math.min(MOST_PAIRS_OF_A_RULE, MOST_PAIRS / Math.max(1, filled)));
		for (Rule rule : rules) {
			boolean acts = rule.action() instanceof Action.Redirect || rule.action() instanceof Action.Respond;
			if (anyFilled && acts) {
				(rule.source().literalPaths().isEmpty() ? this.patterns : this.literals).add(rule);
			}
		}
	}

	private static boolean isFilled(Rule rule) {
		return rule.source().literalPaths().isEmpty() && rule.action() instanceof Action.Redirect redirect
				&& !redirect.target().names().isEmpty();
	}

	Map<Rule, List<Rule>> edges() {
		return this.edges;
	}

	/**
	 * Requests of a rule that lead to other rules, one for each of these.
	 * @param rule the rule
	 * @param context asks the engine
	 * @param report told of what is left out
	 * @return the requests, each decided by the rule
	 */
	List<UrlRequest> leadingOn(Rule rule, Subject.Context context, Report report) {
		List<UrlRequest> requests = new ArrayList<>();
		if (!isFilled(rule) || !(rule.action() instanceof Action.Redirect redirect)) {
			return requests;
		}
		int pairs = 0;
		for (Rule next : near(rule, redirect.target(), context.explainer())) {
			if (pairs++ == this.pairsOfARule) {
				report.leaveOut();
				break;
			}
			try {
				Automaton paths = between(rule, next);
				if (!paths.isEmpty()) {
					if (isFilled(next)) {
						this.edges.computeIfAbsent(rule, (key) -> new ArrayList<>()).add(next);
					}
					UrlRequest request = reach(rule, next, paths, context);
					if (request != null) {
						requests.add(request);
					}
				}
			}
			catch (BeyondMethodException ex) {
				report.leaveOut();
			}
		}
		return requests;
	}

	private List<Rule> near(Rule rule, TargetTemplate target, Explainer explainer) {
		String host = target.fixedHost();
		if (host != null && !explainer.knowsHost(host) && !rule.literalHosts().contains(host)
				&& !host.equals(UrlText.LOCALHOST)) {
			return List.of();
		}
		List<TargetPiece> pieces = target.pathPieces();
		String beginning = (!pieces.isEmpty() && pieces.get(0) instanceof TargetPiece.Text text) ? text.text() : "";
		Set<String> parts = namesWithinSegment(rule.source());
		Shape shape = Shape.of(pieces, parts::contains);
		List<Rule> near = new ArrayList<>(this.patterns.near(beginning, MOST));
		near.addAll(this.literals.near(beginning, MOST));
		near.removeIf((next) -> !shape.meets(this.languages.shapeOf(next)) || !hostsMeet(rule, target, next));
		return near;
	}

	private static Set<String> namesWithinSegment(SourcePattern source) {
		Set<String> names = new HashSet<>();
		for (SourcePiece piece : source.pieces()) {
			if (piece instanceof SourcePiece.Wildcard wildcard && wildcard.span() != SourcePiece.Span.REST) {
				String name = wildcard.name();
				if (name != null) {
					names.add(name);
				}
			}
			else if (piece instanceof SourcePiece.Expression expression && expression.withinSegment()) {
				names.addAll(expression.names());
			}
		}
		return names;
	}

	private static boolean hostsMeet(Rule rule, TargetTemplate target, Rule next) {
		Set<String> asked = next.literalHosts();
		String fixed = target.fixedHost();
		if (asked.isEmpty() || target.isHostFilled()) {
			return true;
		}
		if (fixed != null) {
			return asked.contains(fixed);
		}
		return rule.literalHosts().isEmpty() || rule.literalHosts().stream().anyMatch(asked::contains);
	}

	/**
	 * The paths that lead from one rule to another.
	 * @param rule a redirect with placeholders
	 * @param next another rule
	 * @return their paths
	 * @throws BeyondMethodException if that cannot be told
	 */
	private Automaton between(Rule rule, Rule next) throws BeyondMethodException {
		Automaton into = next.source().literalPaths().isEmpty() ? this.languages.of(next).paths()
				: BasicOperations.union(literalPaths(next).map(BasicAutomata::makeString).toList());
		return preimage(rule, into);
	}

	private static Stream<String> literalPaths(Rule rule) {
		List<Condition> onPath = PathConditions.of(rule.conditions());
		return rule.source().literalPaths().stream().filter((path) -> PathConditions.hold(onPath, path));
	}

	/**
	 * The paths that a rule takes into a language.
	 * @param rule a redirect with placeholders
	 * @param into the language
	 * @return its paths
	 * @throws BeyondMethodException if that cannot be told
	 */
	Automaton preimage(Rule rule, Automaton into) throws BeyondMethodException {
		if (!(rule.action() instanceof Action.Redirect redirect)) {
			return BasicAutomata.makeEmpty();
		}
		return Preimage.of(this.languages.of(rule), redirect.target().pathPieces(), into);
	}

	private @Nullable UrlRequest reach(Rule rule, Rule next, Automaton paths, Subject.Context context)
			throws BeyondMethodException {
		UrlRequest base = Situation.satisfying(rule.conditions(), context.anyHost());
		if (base == null) {
			return null;
		}
		List<Condition> both = new ArrayList<>(next.conditions());
		both.addAll(rule.conditions());
		UrlRequest situation = Situation.satisfying(both, base);
		String literal = this.languages.of(rule).literal() + next.source().literalPrefix();
		return Reach
			.in((situation != null) ? situation : base, rule, new PathSupply.Regular(paths, literal, this.languages),
					context)
			.request();
	}

}
