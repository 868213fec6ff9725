package dev.reroute.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.pattern.TargetPiece;
import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;

/**
 * The paths that a rule takes into a language: those of its source for which the filled
 * target is a word of it. The automaton of the language is run along the target; where a
 * value stands, each state in which it could come out is tried, and the value has then to
 * be a word that leads there. A value that stands twice has to do so at both places, so
 * that the result is exact for any target without functions.
 */
final class Preimage {

	/** Ways through the target that are tried. */
	private static final int MAX_WAYS = 400;

	private static final String PATH = "path";

	private final SourceLanguage source;

	private final List<TargetPiece> target;

	private final Automaton into;

	private final List<Automaton> ways = new ArrayList<>();

	private final Map<List<State>, Automaton> between = new HashMap<>();

	private int tried;

	private Preimage(SourceLanguage source, List<TargetPiece> target, Automaton into) {
		this.source = source;
		this.target = target;
		this.into = into;
	}

	static Automaton of(SourceLanguage source, List<TargetPiece> target, Automaton language)
			throws BeyondMethodException {
		// a target that is filled with nothing is the root
		Automaton into = BasicOperations.run(language, "/") ? language.union(BasicAutomata.makeEmptyString())
				: language.clone();
		into.determinize();
		Preimage preimage = new Preimage(source, target, into);
		preimage.go(0, into.getInitialState(), new HashMap<>());
		Automaton result = BasicOperations.union(preimage.ways).intersection(source.paths());
		result.minimize();
		return result;
	}

	private void go(int index, State state, Map<String, List<Automaton>> values) throws BeyondMethodException {
		if (index == this.target.size()) {
			if (state.isAccept()) {
				addWay(values);
			}
			return;
		}
		TargetPiece piece = this.target.get(index);
		if (piece instanceof TargetPiece.Text text) {
			State next = state;
			for (int i = 0; i < text.text().length() && next != null; i++) {
				next = next.step(text.text().charAt(i));
			}
			if (next != null) {
				go(index + 1, next, values);
			}
		}
		else if (piece instanceof TargetPiece.Value value) {
			for (State next : reachable(state, languageOf(value))) {
				Map<String, List<Automaton>> more = new HashMap<>(values);
				List<Automaton> constraints = new ArrayList<>(values.getOrDefault(value.name(), List.of()));
				constraints.add(between(state, next));
				more.put(value.name(), constraints);
				go(index + 1, next, more);
			}
		}
	}

	private Automaton languageOf(TargetPiece.Value value) throws BeyondMethodException {
		if (!value.changed()) {
			for (SourceLanguage.Part part : this.source.parts()) {
				if (part.names().contains(value.name())) {
					return part.language();
				}
			}
			if (value.name().equals(PATH)) {
				return this.source.paths();
			}
		}
		throw new BeyondMethodException("a value that the path does not tell");
	}

	private void addWay(Map<String, List<Automaton>> values) throws BeyondMethodException {
		if (++this.tried > MAX_WAYS) {
			throw new BeyondMethodException("too many ways through a target");
		}
		List<Automaton> parts = new ArrayList<>();
		for (SourceLanguage.Part part : this.source.parts()) {
			Automaton language = part.language();
			for (String name : part.names()) {
				language = intersected(language, values.getOrDefault(name, List.of()));
			}
			parts.add(language);
		}
		Automaton way = intersected(BasicOperations.concatenate(parts), values.getOrDefault(PATH, List.of()));
		if (!way.isEmpty()) {
			this.ways.add(way);
		}
	}

	private static Automaton intersected(Automaton language, List<Automaton> others) {
		Automaton result = language;
		for (Automaton other : others) {
			result = result.intersection(other);
		}
		return result;
	}

	/** The states of the language in which a word of another one can come out. */
	private static Set<State> reachable(State from, Automaton words) {
		Set<State> reached = new LinkedHashSet<>();
		Set<List<State>> seen = new HashSet<>();
		Deque<List<State>> queue = new ArrayDeque<>();
		queue.add(List.of(from, words.getInitialState()));
		while (!queue.isEmpty()) {
			List<State> pair = queue.remove();
			if (!seen.add(pair)) {
				continue;
			}
			if (pair.get(1).isAccept()) {
				reached.add(pair.get(0));
			}
			for (Transition one : pair.get(0).getTransitions()) {
				for (Transition other : pair.get(1).getTransitions()) {
					if (one.getMin() <= other.getMax() && other.getMin() <= one.getMax()) {
						queue.add(List.of(one.getDest(), other.getDest()));
					}
				}
			}
		}
		return reached;
	}

	/** The words that lead from one state of the language to another. */
	private Automaton between(State from, State to) {
		return this.between.computeIfAbsent(List.of(from, to), (pair) -> copyBetween(from, to));
	}

	private Automaton copyBetween(State from, State to) {
		Map<State, State> copies = new HashMap<>();
		this.into.getStates().forEach((state) -> copies.put(state, new State()));
		copies.forEach((state, copy) -> {
			copy.setAccept(state.equals(to));
			for (Transition transition : state.getTransitions()) {
				State end = copies.get(transition.getDest());
				if (end != null) {
					copy.addTransition(new Transition(transition.getMin(), transition.getMax(), end));
				}
			}
		});
		Automaton automaton = new Automaton();
		State start = copies.get(from);
		automaton.setInitialState((start != null) ? start : new State());
		automaton.setDeterministic(true);
		automaton.removeDeadTransitions();
		return automaton;
	}

}
