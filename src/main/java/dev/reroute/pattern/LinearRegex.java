package dev.reroute.pattern;

import java.util.ArrayDeque;
import java.util.Deque;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Compiles regular expressions of rules with RE2/J, whose matching time is linear in the
 * input: no request can make a rule slow (security, section 8). What RE2 lacks
 * (look-around, back-references) is a problem at load.
 */
final class LinearRegex {

	/** Begins a quotation, in which nothing but {@code \E} is an operator. */
	private static final String QUOTE = "\\Q";

	private LinearRegex() {
	}

	static Pattern compile(String regex, boolean ignoreCase) {
		if (regex.length() > Limits.REGEX_LENGTH) {
			throw new InvalidTextException("too-long", Limits.REGEX_LENGTH,
					"a regular expression of at most " + Limits.REGEX_LENGTH + " characters",
					regex.length() + " characters");
		}
		if (unrolledSize(regex) > Limits.REGEX_PROGRAM) {
			throw tooComplex(regex);
		}
		int flags = Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
		try {
			return Pattern.compile(regex, flags);
		}
		catch (PatternSyntaxException ex) {
			throw new InvalidTextException("bad-regex", Math.max(ex.getIndex(), -1), "RE2 syntax" + hint(regex),
					InvalidTextException.quoted(regex) + " (" + ex.getDescription() + ")");
		}
	}

	static InvalidTextException tooComplex(String regex) {
		return new InvalidTextException("too-complex", -1,
				"a regular expression whose repeats unroll to at most " + Limits.REGEX_PROGRAM + " steps",
				InvalidTextException.quoted(regex));
	}

	private static String hint(String regex) {
		if (regex.contains("(?=") || regex.contains("(?!") || regex.contains("(?<=") || regex.contains("(?<!")) {
			return ", which has no look-around (put a 'pass' rule or a 'not' condition before it instead)";
		}
		return regex.matches(".*\\\\[1-9].*") ? ", which has no back-references" : "";
	}

	/**
	 * RE2 bounds one repeat by 1,000 but not a repeat of repeats, which it unrolls: a few
	 * characters could fill the memory. So the size is estimated before it is compiled.
	 */
	static int unrolledSize(String regex) {
		Deque<Long> outer = new ArrayDeque<>();
		long sum = 0;
		long atom = 0;
		for (int i = 0; i < regex.length(); i++) {
			char c = regex.charAt(i);
			if (c == '(') {
				outer.push(sum + atom);
				sum = 0;
				atom = 0;
			}
			else if (c == ')' && !outer.isEmpty()) {
				atom = sum + atom;
				sum = outer.pop();
			}
			else if (c == '{' && repeat(regex, i) > 0) {
				atom = Math.min(atom * repeat(regex, i), Integer.MAX_VALUE);
				i = regex.indexOf('}', i);
			}
			else {
				int end = endOfAtom(regex, i);
				sum += atom;
				atom = regex.startsWith(QUOTE, i) ? end - i : 1;
				i = end;
			}
		}
		for (long open : outer) {
			sum += open;
		}
		return (int) Math.min(sum + atom, Integer.MAX_VALUE);
	}

	/**
	 * The index of the last character of a quotation, an escape, a class or a single
	 * character.
	 */
	static int endOfAtom(String regex, int start) {
		if (regex.startsWith(QUOTE, start)) {
			int end = regex.indexOf("\\E", start + 2);
			return (end < 0) ? regex.length() : end + 1;
		}
		if (regex.charAt(start) == '\\') {
			return start + 1;
		}
		if (regex.charAt(start) != '[') {
			return start;
		}
		// a ']' that stands first is text
		int first = regex.startsWith("^", start + 1) ? start + 2 : start + 1;
		for (int i = regex.startsWith("[:", first) ? first : first + 1; i < regex.length(); i++) {
			if (regex.charAt(i) == '\\') {
				i++;
			}
			else if (regex.startsWith("[:", i) && regex.indexOf(":]", i + 2) > 0) {
				i = regex.indexOf(":]", i + 2) + 1;
			}
			else if (regex.charAt(i) == ']') {
				return i;
			}
		}
		return regex.length();
	}

	/**
	 * The larger bound of {@code {n}}, {@code {n,}} or {@code {n,m}}; 0 if it is none.
	 */
	private static int repeat(String regex, int brace) {
		int end = regex.indexOf('}', brace);
		if (end < 0 || !regex.substring(brace + 1, end).matches("\\d{1,4}(,\\d{0,4})?")) {
			return 0;
		}
		int max = 1;
		for (String bound : regex.substring(brace + 1, end).split(",")) {
			max = Math.max(max, Integer.parseInt(bound));
		}
		return max;
	}

}
