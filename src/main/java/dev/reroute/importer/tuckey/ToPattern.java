package dev.reroute.importer.tuckey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.importer.LiteralText;
import dev.reroute.importer.NotTranslatableException;

/**
 * The text of a {@code to}.
 *
 * <pre>
 * to       = ( text | "$" digit | "%" digit | variable | function )*
 * variable = "%{" type [ ":" name ] "}"
 * function = "${" ( "lower" | "upper" | "escape" ) ":" "$" digit "}"
 * </pre>
 *
 * {@code $} is a group of the {@code from}, {@code %} one of the last condition.
 */
final class ToPattern {

	private static final Pattern PIECE = Pattern.compile("\\$\\{(?<function>[a-zA-Z]+):(?<argument>[^{}]*)}"
			+ "|\\$(?<group>\\d)|%(?<condition>\\d)|%\\{(?<variable>[-a-zA-Z0-9_.:]*)}|(?<wrong>[$%]\\{|\\\\)");

	/** Where a path begins. */
	private static final Pattern BEFORE_PATH = Pattern.compile("(https?://[^/?#{}]+)?");

	private static final Pattern QUERY = Pattern.compile("[?&]%\\{query-string}$");

	private static final Map<String, String> VARIABLES = Map.of("server-name", "{host}", "scheme", "{scheme}",
			"request-uri", "{path}");

	private static final Map<String, String> FUNCTIONS = Map.of("lower", "|lower", "upper", "|upper", "escape", "");

	private final String text;

	private final boolean appendsQuery;

	private ToPattern(String text, boolean appendsQuery) {
		this.text = text;
		this.appendsQuery = appendsQuery;
	}

	static ToPattern of(XmlElement to) {
		// what is on this host is within the context path in any case
		String text = to.text().replaceFirst("^%\\{context-path}(?=/|$)", "");
		Matcher query = QUERY.matcher(text);
		boolean found = query.find();
		return new ToPattern(found ? text.substring(0, query.start()) : text, found || to.isOn("qsappend"));
	}

	/** Whether the request's query goes along. */
	boolean appendsQuery() {
		return this.appendsQuery;
	}

	/** Whether it stops the request: nothing more is sent. */
	boolean isNull() {
		return this.text.equalsIgnoreCase("null");
	}

	/** Whether it leaves the URL as it is. */
	boolean isUnchanged() {
		return this.text.equals("-");
	}

	/** The groups of the last condition that are used. */
	Set<Integer> conditionGroups() {
		Set<Integer> groups = new TreeSet<>();
		PIECE.matcher(this.text).results().forEach((piece) -> {
			if (piece.group().matches("%\\d")) {
				groups.add(piece.group().charAt(1) - '0');
			}
		});
		return groups;
	}

	/** Its own texts, with a gap for each thing that is filled in. */
	List<String> texts() {
		return new ArrayList<>(List.of(PIECE.split(this.text, -1)));
	}

	/**
	 * The target of a rule.
	 * @param groups what stands in it for each group of the {@code from}
	 * @param conditionGroups what stands in it for each group of the last condition; none
	 * if that has no groups
	 * @param pathFirst whether the first group begins with the slash of the path
	 * @return the target
	 * @throws NotTranslatableException if it has something that a target cannot have
	 */
	String target(Map<Integer, String> groups, Map<Integer, String> conditionGroups, boolean pathFirst)
			throws NotTranslatableException {
		// of two, Tuckey takes the argument of the first up to the end of the last
		if (this.text.indexOf("${") != this.text.lastIndexOf("${")) {
			throw new NotTranslatableException("its target has two functions, which Tuckey mixes up");
		}
		StringBuilder target = new StringBuilder();
		Matcher piece = PIECE.matcher(this.text);
		int literal = 0;
		while (piece.find()) {
			target.append(LiteralText.target(this.text.substring(literal, piece.start())));
			literal = piece.end();
			if (piece.group("group") != null) {
				String placeholder = group(piece.group("group"), "", groups);
				boolean slash = pathFirst && piece.group("group").equals("1") && BEFORE_PATH.matcher(target).matches();
				target.append((slash && placeholder.matches("\\{\\d+}|\\{\\w+}") && !placeholder.equals("{path}")) ? "/"
						: "");
				target.append(placeholder);
			}
			else if (piece.group("condition") != null) {
				// '%20' is text where no condition has groups
				target.append(conditionGroups.isEmpty() ? piece.group()
						: group(piece.group("condition"), "", conditionGroups));
			}
			else if (piece.group("variable") != null) {
				target.append(variable(piece.group("variable")));
			}
			else if (piece.group("function") != null) {
				target.append(function(piece.group("function"), piece.group("argument"), groups));
			}
			else {
				throw new NotTranslatableException("its target has '" + piece.group() + "'");
			}
		}
		return target.append(LiteralText.target(this.text.substring(literal))).toString();
	}

	private static String group(String number, String function, Map<Integer, String> groups)
			throws NotTranslatableException {
		String placeholder = groups.get(Integer.valueOf(number));
		if (placeholder == null) {
			throw new NotTranslatableException("its target has group " + number + ", which a rule does not bind");
		}
		return function.isEmpty() ? placeholder
				: placeholder.substring(0, placeholder.length() - 1).replace("{*", "{") + function + "}";
	}

	private static String variable(String variable) throws NotTranslatableException {
		String placeholder = VARIABLES.get(variable);
		if (placeholder == null) {
			throw new NotTranslatableException("a target has no '%{" + variable + "}'");
		}
		return placeholder;
	}

	private static String function(String name, String argument, Map<Integer, String> groups)
			throws NotTranslatableException {
		String function = FUNCTIONS.get(name);
		if (function == null || !argument.matches("\\$\\d")) {
			throw new NotTranslatableException("a target has no '${" + name + ":" + argument + "}'");
		}
		return group(argument.substring(1), function, groups);
	}

}
