package dev.reroute.lint;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import dev.reroute.pattern.PathText;
import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import org.jspecify.annotations.Nullable;

/**
 * Building blocks of languages over path text, and short words from them.
 */
final class Languages {

	/** Any text within a segment, possibly empty. */
	static final Automaton PART = allBut("/").repeat();

	/** The same, not empty. */
	static final Automaton SEGMENT = allBut("/").repeat(1);

	/** Nothing, or a separator and whatever follows. */
	static final Automaton REST = BasicAutomata.makeChar('/').concatenate(BasicAutomata.makeAnyString()).optional();

	/** All path texts there are. */
	static final Automaton PATHS = paths();

	/** Texts with a dot segment: a target that is filled so is refused. */
	static final Automaton DOT_SEGMENTS = dotSegments();

	private Languages() {
	}

	private static Automaton paths() {
		BitSet forbidden = new BitSet();
		forbidden.set(1, 0x20);
		forbidden.set(0x7f, 0xa0);
		forbidden.set(Character.MIN_SURROGATE, Character.MAX_SURROGATE + 1);
		forbidden.set('\\');
		forbidden.set('/');
		forbidden.set(PathText.ENCODED_SLASH);
		Automaton piece = charOf(complement(forbidden)).repeat()
			.minus(BasicAutomata.makeString("."))
			.minus(BasicAutomata.makeString(".."));
		Automaton encodedSlash = BasicAutomata.makeChar(PathText.ENCODED_SLASH);
		Automaton segment = piece.concatenate(encodedSlash.concatenate(piece).repeat())
			.minus(BasicAutomata.makeEmptyString());
		Automaton slash = BasicAutomata.makeChar('/');
		Automaton paths = slash.concatenate(segment).repeat().concatenate(slash.optional());
		paths = paths.minus(BasicAutomata.makeEmptyString());
		paths.minimize();
		return paths;
	}

	private static Automaton dotSegments() {
		BitSet slashes = new BitSet();
		slashes.set('/');
		slashes.set('\\');
		slashes.set(PathText.ENCODED_SLASH);
		Automaton any = BasicAutomata.makeAnyString();
		Automaton dots = BasicAutomata.makeString(".").union(BasicAutomata.makeString(".."));
		Automaton before = any.concatenate(charOf(slashes)).optional();
		Automaton after = charOf(slashes).concatenate(any).optional();
		Automaton result = before.concatenate(dots).concatenate(after);
		result.minimize();
		return result;
	}

	static BitSet complement(BitSet chars) {
		BitSet all = new BitSet();
		all.set(0, Character.MAX_VALUE + 1);
		all.andNot(chars);
		return all;
	}

	private static Automaton allBut(String chars) {
		BitSet excluded = new BitSet();
		chars.chars().forEach(excluded::set);
		return charOf(complement(excluded));
	}

	/** One character of a set. */
	static Automaton charOf(BitSet chars) {
		Automaton automaton = new Automaton();
		State start = new State();
		State end = new State();
		end.setAccept(true);
		for (int from = chars.nextSetBit(0); from >= 0;) {
			int to = chars.nextClearBit(from);
			start.addTransition(new Transition((char) from, (char) (to - 1), end));
			from = chars.nextSetBit(to);
		}
		automaton.setInitialState(start);
		automaton.setDeterministic(true);
		return automaton;
	}

	/** A character, with those that differ from it in case alone. */
	static BitSet withCases(int c) {
		BitSet chars = new BitSet();
		chars.set(c);
		chars.set(Character.toLowerCase(c));
		chars.set(Character.toUpperCase(c));
		chars.set(Character.toLowerCase(Character.toUpperCase(c)));
		return chars;
	}

	static Automaton text(String text, boolean ignoreCase) {
		if (!ignoreCase) {
			return BasicAutomata.makeString(text);
		}
		List<Automaton> chars = new ArrayList<>();
		text.chars().forEach((c) -> chars.add(charOf(withCases(c))));
		return BasicOperations.concatenate(chars);
	}

	/**
	 * A short word of a language that a person would rather read: of letters, if there is
	 * one, then with digits, then of whatever it takes.
	 * @param language the language
	 * @param literal characters that stand in the rule anyway
	 * @return a shortest such word, or {@code null} if the language is empty
	 */
	static @Nullable String shortest(Automaton language, String literal) {
		BitSet readable = new BitSet();
		readable.set('a', 'z' + 1);
		readable.set('/');
		literal.chars().forEach(readable::set);
		for (String more : new String[] { "", "0123456789", "-._~ABCDEFGHIJKLMNOPQRSTUVWXYZ" }) {
			more.chars().forEach(readable::set);
			String word = language.intersection(charOf(readable).repeat()).getShortestExample(true);
			if (word != null) {
				return word;
			}
		}
		return language.getShortestExample(true);
	}

}
