package dev.reroute.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.reroute.pattern.SourcePattern;
import dev.reroute.pattern.SourcePiece;
import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;

/**
 * The paths that a source matches.
 *
 * @param parts its pieces, of which a match holds one behind the other; without regard to
 * a slash at the end that is ignored
 * @param paths all paths that match
 * @param literal the characters of its fixed texts
 */
record SourceLanguage(List<Part> parts, Automaton paths, String literal) {

	/**
	 * A piece.
	 *
	 * @param language what it matches
	 * @param names the names that are bound to it
	 */
	record Part(Automaton language, Set<String> names) {

	}

	static SourceLanguage of(SourcePattern source) throws BeyondMethodException {
		boolean ignoreCase = source.options().ignoreCase();
		List<Part> parts = new ArrayList<>();
		StringBuilder literal = new StringBuilder();
		for (SourcePiece piece : source.pieces()) {
			if (piece instanceof SourcePiece.Text text) {
				literal.append(text.text());
				parts.add(new Part(Languages.text(text.text(), ignoreCase), Set.of()));
			}
			else if (piece instanceof SourcePiece.Wildcard wildcard) {
				Set<String> names = (wildcard.name() != null) ? Set.of(wildcard.name()) : Set.of();
				parts.add(new Part(wildcard(wildcard.span()), names));
			}
			else if (piece instanceof SourcePiece.Expression expression) {
				literal.append(source.literalPrefix());
				parts.addAll(RegexReader.read(expression, ignoreCase));
			}
		}
		Automaton paths = BasicOperations.concatenate(parts.stream().map(Part::language).toList())
			.intersection(Languages.PATHS);
		if (!source.pieces().isEmpty()
				&& source.pieces().get(source.pieces().size() - 1) instanceof SourcePiece.Expression last
				&& last.withinSegment() && !last.names().isEmpty()) {
			// a segment that binds a name is not empty, whatever the expression says
			paths = paths.minus(BasicAutomata.makeAnyString().concatenate(BasicAutomata.makeChar('/')));
		}
		if (source.options().ignoreTrailingSlash()) {
			paths = paths.union(withoutSlash(paths))
				.union(paths.concatenate(BasicAutomata.makeChar('/')))
				.intersection(Languages.PATHS);
		}
		paths.minimize();
		return new SourceLanguage(parts, paths, literal.toString());
	}

	/** The same parts, with only those of the paths that are in a language. */
	SourceLanguage within(Automaton language) {
		Automaton within = this.paths.intersection(language);
		within.minimize();
		return new SourceLanguage(this.parts, within, this.literal);
	}

	private static Automaton wildcard(SourcePiece.Span span) {
		return switch (span) {
			case PART -> Languages.PART;
			case SEGMENT -> Languages.SEGMENT;
			case REST -> Languages.REST;
		};
	}

	/** The words that are in a language with a slash behind them. */
	private static Automaton withoutSlash(Automaton language) {
		Automaton result = language.clone();
		result.determinize();
		Set<State> before = new HashSet<>();
		for (State state : result.getStates()) {
			for (Transition transition : state.getTransitions()) {
				if (transition.getMin() <= '/' && transition.getMax() >= '/' && transition.getDest().isAccept()) {
					before.add(state);
				}
			}
		}
		result.getStates().forEach((state) -> state.setAccept(before.contains(state)));
		return result;
	}

}
