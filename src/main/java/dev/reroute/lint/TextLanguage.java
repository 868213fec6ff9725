package dev.reroute.lint;

import java.util.ArrayList;
import java.util.List;

import dev.reroute.pattern.Captures;
import dev.reroute.pattern.SourcePiece;
import dev.reroute.pattern.TextPattern;
import dev.reroute.pattern.TextPiece;
import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicOperations;
import org.jspecify.annotations.Nullable;

/**
 * The values that the text of a condition matches, and examples of them.
 */
final class TextLanguage {

	private TextLanguage() {
	}

	static Automaton of(TextPattern text) throws BeyondMethodException {
		List<TextPiece> pieces = text.pieces();
		List<Automaton> parts = new ArrayList<>();
		for (TextPiece piece : pieces) {
			parts.add(of(piece, pieces.size() == 1, text.ignoresCase()));
		}
		return BasicOperations.concatenate(parts);
	}

	private static Automaton of(TextPiece piece, boolean alone, boolean ignoreCase) throws BeyondMethodException {
		if (piece.kind() == TextPiece.Kind.LITERAL) {
			return Languages.text(piece.text(), ignoreCase);
		}
		boolean folded = ignoreCase || piece.text().startsWith(RegexReader.IGNORE_CASE);
		String regex = piece.text().startsWith(RegexReader.IGNORE_CASE)
				? piece.text().substring(RegexReader.IGNORE_CASE.length()) : piece.text();
		// beside other text an anchor in it is one in the middle
		String placed = alone ? regex : "(?:" + regex + ")";
		List<Automaton> parts = RegexReader.read(new SourcePiece.Expression(placed, List.of(), false), folded)
			.stream()
			.map(SourceLanguage.Part::language)
			.toList();
		return BasicOperations.concatenate(parts);
	}

	/**
	 * Make up a value.
	 * @param texts alternatives
	 * @param wildcard what a wildcard is to stand for, if it may
	 * @return a value that the first alternative matches of which one is found, or
	 * {@code null} if none is
	 */
	static @Nullable String example(List<TextPattern> texts, String wildcard) {
		for (TextPattern text : texts) {
			String example = example(text, wildcard);
			if (example != null && text.matches(example, new Captures())) {
				return example;
			}
		}
		return null;
	}

	private static @Nullable String example(TextPattern text, String wildcard) {
		StringBuilder example = new StringBuilder();
		try {
			for (TextPiece piece : text.pieces()) {
				Automaton language = of(piece, false, text.ignoresCase());
				String value = (piece.kind() == TextPiece.Kind.LITERAL) ? piece.text()
						: BasicOperations.run(language, wildcard) ? wildcard : Languages.shortest(language, "");
				if (value == null) {
					return null;
				}
				example.append(value);
			}
		}
		catch (BeyondMethodException ex) {
			return null;
		}
		return example.toString();
	}

}
