package dev.reroute.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.reroute.engine.Hop;
import dev.reroute.engine.UrlRequest;
import dev.reroute.engine.Walk;
import dev.reroute.rule.Rule;
import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;

/**
 * Loops among rules with placeholders, which no single request gives away. For each rule,
 * the paths from which a walk of 1, 2, 3 ... redirects is possible are computed
 * backwards; what is left after as many as a browser follows is put to the engine. If the
 * engine comes to an end all the same, what ended the walk is taken away, and so on.
 */
final class PatternLoops {

	/** Pairs of rules above which the search would take too long. */
	private static final int MOST_EDGES = 300;

	/**
	 * The states that are looked at, squared and added up: what a preimage costs. Half a
	 * second, as a change waits for it.
	 */
	private static final long MOST_WORK = 100_000;

	/** How often the engine may deny what was computed. */
	private static final int MOST_ROUNDS = 20;

	private final Subject.Context context;

	private long work;

	PatternLoops(Subject.Context context) {
		this.context = context;
	}

	List<Walk> find(Report report) {
		Map<Rule, List<Rule>> edges = core();
		if (edges.isEmpty()) {
			return List.of();
		}
		List<Walk> loops = new ArrayList<>();
		try {
			if (edges.values().stream().mapToInt(List::size).sum() > MOST_EDGES) {
				throw new BeyondMethodException("too many rules that lead to each other");
			}
			find(edges, loops);
		}
		catch (BeyondMethodException ex) {
			report.leaveOut();
		}
		return loops;
	}

	/** The rules from which one can go on for ever, as far as the pairs alone tell. */
	private Map<Rule, List<Rule>> core() {
		Map<Rule, List<Rule>> core = new LinkedHashMap<>(this.context.successors().edges());
		boolean changed = true;
		while (changed) {
			// where no path gets longer, those that get shorter cannot do so for ever
			changed = core.keySet().stream().allMatch((rule) -> Growth.atMost(rule) <= 0)
					&& core.keySet().removeIf((rule) -> Growth.atMost(rule) < 0);
			for (Rule rule : List.copyOf(core.keySet())) {
				List<Rule> before = core.getOrDefault(rule, List.of());
				List<Rule> next = before.stream().filter(core::containsKey).toList();
				changed |= next.size() != before.size();
				if (next.isEmpty()) {
					core.remove(rule);
				}
				else {
					core.put(rule, next);
				}
			}
		}
		return core;
	}

	private void find(Map<Rule, List<Rule>> edges, List<Walk> loops) throws BeyondMethodException {
		Map<Rule, Automaton> own = new LinkedHashMap<>();
		for (Rule rule : edges.keySet()) {
			own.put(rule, this.context.languages().of(rule).paths());
		}
		// rules come in their order, as the checks meet them
		List<Rule> ordered = List.copyOf(edges.keySet());
		for (Rule earlier : ordered) {
			takeAway(earlier, ordered, own);
		}
		for (int round = 0; round < MOST_ROUNDS; round++) {
			// most loops show early, and what ends a short walk ends a long one
			List<Walk> walks = walks(pathsOfLongWalks(edges, own, Math.min(Walk.MAX_HOPS, 2 + round)));
			walks.stream().filter(LoopCheck::isEndless).forEach(loops::add);
			if (walks.stream().allMatch(LoopCheck::isEndless)) {
				return;
			}
			for (Walk walk : walks) {
				if (!LoopCheck.isEndless(walk)) {
					takeAway(walk, ordered, own);
				}
			}
		}
		if (loops.isEmpty()) {
			throw new BeyondMethodException("walks that end after all");
		}
	}

	private Map<Rule, Automaton> pathsOfLongWalks(Map<Rule, List<Rule>> edges, Map<Rule, Automaton> own, int most)
			throws BeyondMethodException {
		Map<Rule, Automaton> paths = own;
		for (int hops = 1; hops <= most; hops++) {
			Map<Rule, Automaton> longer = new LinkedHashMap<>();
			for (Map.Entry<Rule, Automaton> entry : own.entrySet()) {
				Rule rule = entry.getKey();
				Automaton leading = BasicAutomata.makeEmpty();
				for (Rule next : edges.getOrDefault(rule, List.of())) {
					Automaton into = paths.get(next);
					if (into != null && !into.isEmpty()) {
						spend(into.getNumberOfStates());
						leading = leading.union(this.context.successors().preimage(rule, into));
					}
				}
				Automaton result = leading.intersection(entry.getValue());
				result.minimize();
				longer.put(rule, result);
			}
			if (longer.equals(paths)) {
				break;
			}
			paths = longer;
		}
		return paths;
	}

	private void spend(long states) throws BeyondMethodException {
		this.work += states * states;
		if (this.work > MOST_WORK) {
			throw new BeyondMethodException("paths too many to tell apart");
		}
	}

	/** One walk from each rule that has a path left. */
	private List<Walk> walks(Map<Rule, Automaton> paths) throws BeyondMethodException {
		List<Walk> walks = new ArrayList<>();
		for (Map.Entry<Rule, Automaton> entry : paths.entrySet()) {
			Rule rule = entry.getKey();
			UrlRequest situation = Situation.satisfying(rule.conditions(), this.context.anyHost());
			String path = Languages.shortest(entry.getValue(), this.context.languages().of(rule).literal());
			if (situation != null && path != null) {
				walks.add(this.context.explainer().walk(Situation.withPath(situation, path)));
			}
		}
		return walks;
	}

	/** What ended a walk: other rules on it, and the path at its end. */
	private void takeAway(Walk walk, List<Rule> ordered, Map<Rule, Automaton> own) throws BeyondMethodException {
		for (Hop hop : walk.hops()) {
			if (!own.containsKey(hop.rule())) {
				takeAway(hop.rule(), ordered, own);
			}
		}
		String last = walk.last().path();
		if (last != null) {
			own.replaceAll((rule, paths) -> paths.minus(BasicAutomata.makeString(last)));
		}
	}

	/** A rule that always acts leaves nothing to those behind it. */
	private void takeAway(Rule earlier, List<Rule> ordered, Map<Rule, Automaton> own) throws BeyondMethodException {
		RuleLanguages languages = this.context.languages();
		if (!PathConditions.others(earlier.conditions()).isEmpty() || !languages.refusesNothing(earlier)) {
			return;
		}
		Automaton taken = languages.of(earlier).paths();
		if (!languages.knowsConditions(earlier)) {
			return;
		}
		int position = this.context.position(earlier);
		for (Rule later : ordered) {
			if (this.context.position(later) > position) {
				own.computeIfPresent(later, (rule, paths) -> paths.minus(taken));
			}
		}
	}

}
