package dev.reroute.importer.nginx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.importer.NotTranslatableException;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the parentheses of an {@code if}.
 *
 * <pre>
 * comparison = "$" name [ ( "=" | "!=" ) value | ( "~" | "~*" | "!~" | "!~*" ) regex ]
 * </pre>
 *
 * @param variable the variable
 * @param kind how it is looked at
 * @param operand what it is compared with
 * @param ignoreCase whether case makes no difference
 * @param negative whether it must fail
 */
record Comparison(String variable, Kind kind, String operand, boolean ignoreCase, boolean negative) {

	private static final Pattern FILE_TEST = Pattern.compile("!?-[fdex]");

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)}?");

	/** How a variable is looked at. */
	enum Kind {

		/** Neither empty nor {@code 0}. */
		TRUE, EQUAL, REGEX

	}

	static Comparison parse(List<String> arguments) throws NotTranslatableException {
		List<String> words = new ArrayList<>(arguments);
		if (words.isEmpty() || !words.get(0).startsWith("(") || !words.get(words.size() - 1).endsWith(")")) {
			throw new NotTranslatableException("what 'if' asks stands in parentheses");
		}
		words.set(0, words.get(0).substring(1));
		int last = words.size() - 1;
		words.set(last, words.get(last).substring(0, words.get(last).length() - 1));
		if (words.get(last).isEmpty() && last > 0) {
			words.remove(last);
		}
		if (words.get(0).isEmpty()) {
			words.remove(0);
		}
		String first = words.isEmpty() ? "" : words.get(0);
		if (FILE_TEST.matcher(first).matches()) {
			throw new NotTranslatableException("it asks for a file ('" + first + "')");
		}
		Matcher variable = VARIABLE.matcher(first);
		if (!variable.matches() || (words.size() != 1 && words.size() != 3)) {
			throw new NotTranslatableException("it is no condition of nginx");
		}
		return (words.size() == 1) ? new Comparison(variable.group(1), Kind.TRUE, "", false, false)
				: of(variable.group(1), words.get(1), words.get(2));
	}

	private static Comparison of(String variable, String operator, String operand) throws NotTranslatableException {
		return switch (operator) {
			case "=" -> new Comparison(variable, Kind.EQUAL, operand, false, false);
			case "!=" -> new Comparison(variable, Kind.EQUAL, operand, false, true);
			case "~" -> new Comparison(variable, Kind.REGEX, operand, false, false);
			case "~*" -> new Comparison(variable, Kind.REGEX, operand, true, false);
			case "!~" -> new Comparison(variable, Kind.REGEX, operand, false, true);
			case "!~*" -> new Comparison(variable, Kind.REGEX, operand, true, true);
			default -> throw new NotTranslatableException("it is no condition of nginx ('" + operator + "')");
		};
	}

	/** The same with the operand that its own variables make. */
	Comparison resolved(Flow flow) throws NotTranslatableException {
		if (this.kind != Kind.EQUAL || this.operand.indexOf('$') < 0) {
			return this;
		}
		String value = ValueParser.parse(this.operand).resolve(flow).literal();
		if (value == null) {
			throw new NotTranslatableException("a rule has no comparison of two things of the request");
		}
		return new Comparison(this.variable, this.kind, value, this.ignoreCase, this.negative);
	}

	/** Whether it holds for a value that is known. */
	boolean holds(String value) throws NotTranslatableException {
		return found(value) != this.negative;
	}

	private boolean found(String value) throws NotTranslatableException {
		return switch (this.kind) {
			case TRUE -> !value.isEmpty() && !value.equals("0");
			case EQUAL -> this.ignoreCase ? value.equalsIgnoreCase(this.operand) : value.equals(this.operand);
			case REGEX -> Regex.parse(this.operand, this.ignoreCase).find(value) != null;
		};
	}

	/** What the groups of its regular expression find in a value that is known. */
	@Nullable Map<Integer, String> find(String value) throws NotTranslatableException {
		return (this.kind == Kind.REGEX) ? Regex.parse(this.operand, this.ignoreCase).find(value) : null;
	}

	/** Whether it searches and binds what it finds. */
	boolean binds() {
		return this.kind == Kind.REGEX && !this.negative;
	}

}
