package dev.reroute.lint;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.pattern.SourcePiece;
import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import org.jspecify.annotations.Nullable;

/**
 * Turns a regular expression of RE2's syntax into automata, one for each item of its top
 * level, so that its groups stay apart.
 *
 * <pre>
 * alternation = sequence *( "|" sequence )
 * sequence    = *( item [ "*" / "+" / "?" / "{" n [ "," [ m ] ] "}" ] [ "?" ] )
 * item        = "(" alternation ")" / class / escape / "." / "^" / "$" / character
 * </pre>
 *
 * Flags in the middle, word boundaries and Unicode classes are beyond it.
 */
final class RegexReader {

	/** What a whole expression begins with to ignore case. */
	static final String IGNORE_CASE = "(?i)";

	private static final Pattern REPEAT = Pattern.compile("\\{(\\d{1,4})(,(\\d{0,4}))?}");

	private static final Pattern GROUP = Pattern.compile("\\((?:\\?(?::|P?<(?<name>\\w+)>))?");

	/** A class with more than these has both cases anyway. */
	private static final int MOST_FOLDED = 10_000;

	private final String regex;

	private final List<String> groupNames;

	private final boolean withinSegment;

	private final boolean ignoreCase;

	private int at;

	private int groups;

	private RegexReader(SourcePiece.Expression expression, boolean ignoreCase) {
		this.regex = expression.regex();
		this.groupNames = expression.names();
		this.withinSegment = expression.withinSegment();
		this.ignoreCase = ignoreCase;
	}

	static List<SourceLanguage.Part> read(SourcePiece.Expression expression, boolean ignoreCase)
			throws BeyondMethodException {
		RegexReader reader = new RegexReader(expression, ignoreCase);
		List<SourceLanguage.Part> parts = reader.alternation();
		if (reader.at < reader.regex.length()) {
			throw new BeyondMethodException("an expression that ends early");
		}
		return parts;
	}

	/** The parts of the only alternative, or one part for several. */
	private List<SourceLanguage.Part> alternation() throws BeyondMethodException {
		List<SourceLanguage.Part> only = sequence();
		List<Automaton> alternatives = new ArrayList<>(List.of(concatenated(only)));
		while (startsWith("|")) {
			this.at++;
			alternatives.add(concatenated(sequence()));
		}
		return (alternatives.size() == 1) ? only
				: List.of(new SourceLanguage.Part(BasicOperations.union(alternatives), Set.of()));
	}

	private static Automaton concatenated(List<SourceLanguage.Part> parts) {
		return BasicOperations.concatenate(parts.stream().map(SourceLanguage.Part::language).toList());
	}

	private List<SourceLanguage.Part> sequence() throws BeyondMethodException {
		List<SourceLanguage.Part> parts = new ArrayList<>();
		while (this.at < this.regex.length() && !startsWith("|") && !startsWith(")")) {
			SourceLanguage.Part item = item();
			int startsAt = this.at;
			Automaton repeated = repeated(item.language());
			parts.add(startsAt == this.at ? item : new SourceLanguage.Part(repeated, Set.of()));
		}
		return parts;
	}

	private Automaton repeated(Automaton item) {
		Automaton result = item;
		Matcher repeat = REPEAT.matcher(this.regex).region(this.at, this.regex.length());
		if (startsWith("*")) {
			result = item.repeat();
		}
		else if (startsWith("+")) {
			result = item.repeat(1);
		}
		else if (startsWith("?")) {
			result = item.optional();
		}
		else if (repeat.lookingAt()) {
			int min = Integer.parseInt(repeat.group(1));
			result = (repeat.group(2) == null) ? item.repeat(min, min) : repeat.group(3).isEmpty() ? item.repeat(min)
					: item.repeat(min, Integer.parseInt(repeat.group(3)));
			this.at = repeat.end() - 1;
		}
		else {
			return item;
		}
		this.at++;
		if (startsWith("?")) {
			this.at++;
		}
		return result;
	}

	private SourceLanguage.Part item() throws BeyondMethodException {
		char c = this.regex.charAt(this.at);
		if (c == '(') {
			return group();
		}
		if (c == '^' || c == '$') {
			this.at++;
			if ((c == '^') ? this.at != 1 : this.at != this.regex.length()) {
				throw new BeyondMethodException("an anchor in the middle");
			}
			return unnamed(BasicAutomata.makeEmptyString());
		}
		if (c == '\\' && startsWith("\\Q")) {
			int end = this.regex.indexOf("\\E", this.at);
			String quoted = this.regex.substring(this.at + 2, (end < 0) ? this.regex.length() : end);
			this.at = (end < 0) ? this.regex.length() : end + 2;
			if (this.at < this.regex.length() && "*+?{".indexOf(this.regex.charAt(this.at)) >= 0) {
				throw new BeyondMethodException("a quotation that is repeated");
			}
			return unnamed(Languages.text(quoted, this.ignoreCase));
		}
		BitSet chars;
		if (c == '[') {
			chars = characterClass();
		}
		else if (c == '.') {
			this.at++;
			chars = Languages.complement(new BitSet());
		}
		else {
			chars = folded(character());
		}
		if (this.withinSegment) {
			chars.clear('/');
		}
		return unnamed(Languages.charOf(chars));
	}

	private static SourceLanguage.Part unnamed(Automaton language) {
		return new SourceLanguage.Part(language, Set.of());
	}

	private SourceLanguage.Part group() throws BeyondMethodException {
		Matcher group = GROUP.matcher(this.regex).region(this.at, this.regex.length());
		if (!group.lookingAt() || this.regex.startsWith("?", group.end())) {
			throw new BeyondMethodException("flags");
		}
		boolean captures = !group.group().equals("(?:");
		int number = captures ? ++this.groups : 0;
		this.at = group.end();
		Automaton language = concatenated(alternation());
		if (!startsWith(")")) {
			throw new BeyondMethodException("a group that is not closed");
		}
		this.at++;
		return new SourceLanguage.Part(language, captures ? namesOf(number, group.group("name")) : Set.of());
	}

	private Set<String> namesOf(int number, @Nullable String name) {
		if (!this.groupNames.isEmpty()) {
			return (number <= this.groupNames.size()) ? Set.of(this.groupNames.get(number - 1)) : Set.of();
		}
		return (name != null) ? Set.of(Integer.toString(number), name) : Set.of(Integer.toString(number));
	}

	private BitSet characterClass() throws BeyondMethodException {
		this.at++;
		boolean negated = startsWith("^");
		this.at += negated ? 1 : 0;
		BitSet chars = new BitSet();
		boolean first = true;
		while (first || !startsWith("]")) {
			first = false;
			if (this.at >= this.regex.length() || startsWith("[:")) {
				throw new BeyondMethodException("a named class");
			}
			BitSet from = character();
			if (startsWith("-") && !startsWith("-]") && from.cardinality() == 1) {
				this.at++;
				chars.set(from.nextSetBit(0), character().length());
			}
			else {
				chars.or(from);
			}
		}
		this.at++;
		BitSet folded = folded(chars);
		return negated ? Languages.complement(folded) : folded;
	}

	private BitSet folded(BitSet chars) {
		if (!this.ignoreCase || chars.cardinality() > MOST_FOLDED) {
			return chars;
		}
		BitSet folded = new BitSet();
		chars.stream().forEach((c) -> folded.or(Languages.withCases(c)));
		return folded;
	}

	/** One character, or a class by its letter. */
	private BitSet character() throws BeyondMethodException {
		char c = this.regex.charAt(this.at++);
		if (c != '\\') {
			if (Character.isSurrogate(c)) {
				throw new BeyondMethodException("a character beyond the BMP");
			}
			return literal(c);
		}
		if (this.at >= this.regex.length()) {
			throw new BeyondMethodException("a backslash at the end");
		}
		char escaped = this.regex.charAt(this.at++);
		BitSet chars = named(Character.toLowerCase(escaped));
		if (!chars.isEmpty()) {
			return Character.isUpperCase(escaped) ? Languages.complement(chars) : chars;
		}
		if (Character.isLetterOrDigit(escaped)) {
			throw new BeyondMethodException("an escape");
		}
		return literal(escaped);
	}

	private static BitSet literal(char c) {
		BitSet chars = new BitSet();
		chars.set(c);
		return chars;
	}

	private static BitSet named(char c) {
		BitSet chars = new BitSet();
		if (c == 'd' || c == 'w') {
			chars.set('0', '9' + 1);
		}
		if (c == 'w') {
			chars.set('a', 'z' + 1);
			chars.set('A', 'Z' + 1);
			chars.set('_');
		}
		if (c == 's') {
			"\t\n\f\r ".chars().forEach(chars::set);
		}
		return chars;
	}

	private boolean startsWith(String text) {
		return this.regex.startsWith(text, this.at);
	}

}
