package dev.reroute.importer.apache;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.RequestMethods;
import dev.reroute.importer.SchemeHeaders;
import dev.reroute.importer.regex.ForeignRegex;
import dev.reroute.importer.regex.SearchedRegex;
import org.jspecify.annotations.Nullable;

/**
 * Says in the rule language what a condition asks of a request. Some are known
 * beforehand: no request was rewritten already, since a rewritten one is not tested
 * again.
 */
final class ConditionTranslator {

	/**
	 * Stands for the pattern of a rule, where that is only a condition of another one.
	 */
	static final String PATTERN = "%{:PATTERN}";

	private static final Map<String, String> HEADERS = Map.of("HTTP_USER_AGENT", "User-Agent", "HTTP_REFERER",
			"Referer", "HTTP_COOKIE", "Cookie", "HTTP_ACCEPT", "Accept", "HTTP_FORWARDED", "Forwarded");

	/** What a pattern is searched in, if it is always the same. */
	private static final Map<String, String> CONSTANTS = Map.of("ENV:REDIRECT_STATUS", "", "IS_SUBREQ", "false");

	/** What no rule changes, besides headers. */
	private static final Set<String> SAME = Set.of("HTTP_HOST", "SERVER_NAME", "SERVER_PORT", "HTTPS", "REQUEST_SCHEME",
			"REQUEST_METHOD", "REMOTE_ADDR", "THE_REQUEST");

	private final String base;

	/**
	 * Create.
	 * @param base what is taken from the path before patterns of rules are searched in it
	 */
	ConditionTranslator(String base) {
		this.base = base;
	}

	/**
	 * Add conditions of which one must hold.
	 * @param alternatives conditions on the same thing, or a single one
	 * @param names names of the groups that are used
	 * @param to where to add
	 * @throws NotTranslatableException if it cannot be said
	 */
	void add(List<RewriteCond> alternatives, Map<Integer, String> names, ForeignConditions to)
			throws NotTranslatableException {
		RewriteCond first = alternatives.get(0);
		boolean not = first.negated();
		UnsayableConditions.refuse(alternatives);
		String variable = variableOf(first);
		if (CONSTANTS.containsKey(variable)) {
			requireHolds(alternatives, CONSTANTS.getOrDefault(variable, ""));
		}
		else if (variable.startsWith("HTTP:") && SchemeHeaders.contains(variable.substring("HTTP:".length()))) {
			addScheme(alternatives, "http", "https", to);
		}
		else if (variable.startsWith("HTTP:") || HEADERS.containsKey(variable)) {
			String header = HEADERS.getOrDefault(variable, variable.replaceFirst("HTTP:", ""));
			addHeader(header, alternatives, names, to);
		}
		else {
			switch (variable) {
				case "HTTPS" -> addScheme(alternatives, "off", "on", to);
				case "REQUEST_SCHEME" -> addScheme(alternatives, "http", "https", to);
				case "SERVER_PORT" -> addScheme(alternatives, "80", "443", to);
				case "REQUEST_METHOD" -> addMethods(alternatives, to);
				case "REMOTE_ADDR" -> to.client(not, AddressPatterns.ranges(alternatives));
				case "HTTP_HOST", "SERVER_NAME" -> addHost(alternatives, names, to);
				case "REQUEST_URI" -> addUnlessCertain(alternatives, (texts) -> to.path(not, texts), names, "");
				case ":PATTERN" -> addUnlessCertain(alternatives, (texts) -> to.path(not, texts), names, this.base);
				case "QUERY_STRING" -> addUnlessCertain(alternatives, (texts) -> to.queryString(not, texts), names, "");
				default -> throw new NotTranslatableException(UnsayableConditions.reason(first));
			}
		}
	}

	/** What a condition looks at: a variable, or a text that is put together. */
	static String variableOf(RewriteCond condition) {
		String variable = condition.variable();
		return (variable != null) ? variable : condition.test();
	}

	/** Whether it holds for a request that was rewritten if it held before. */
	static boolean staysSame(RewriteCond condition) {
		String variable = variableOf(condition);
		return SAME.contains(variable) || HEADERS.containsKey(variable) || variable.startsWith("HTTP:");
	}

	private static void requireHolds(List<RewriteCond> alternatives, String value) throws NotTranslatableException {
		if (!anyHolds(alternatives, value)) {
			throw new NotTranslatableException("its condition never holds for a request that was not rewritten before");
		}
	}

	/** Whether a condition holds for a value, whatever else there is. */
	static boolean holds(RewriteCond condition, String value) throws NotTranslatableException {
		if (condition.isLexical()) {
			String wanted = lexical(condition);
			boolean equal = condition.ignoresCase() ? wanted.equalsIgnoreCase(value) : wanted.equals(value);
			return equal != condition.negated();
		}
		SearchedRegex regex = SearchedRegex.of(condition.pattern(), condition.ignoresCase());
		SearchedRegex.Found found = regex.finds(SearchedRegex.Known.of(value));
		if (found == SearchedRegex.Found.MAYBE) {
			throw new NotTranslatableException("RE2 cannot read the regular expression of its condition");
		}
		return (found == SearchedRegex.Found.YES) != condition.negated();
	}

	private static String lexical(RewriteCond condition) {
		String text = condition.pattern().substring(1);
		return text.equals("\"\"") ? "" : text;
	}

	private static void addScheme(List<RewriteCond> alternatives, String plain, String secure, ForeignConditions to)
			throws NotTranslatableException {
		boolean http = anyHolds(alternatives, plain);
		boolean https = anyHolds(alternatives, secure);
		if (!http && !https) {
			throw new NotTranslatableException("its condition on the scheme or port is neither that of http nor https");
		}
		if (http != https) {
			to.scheme(false, http ? "http" : "https");
		}
	}

	private static boolean anyHolds(List<RewriteCond> alternatives, String value) throws NotTranslatableException {
		for (RewriteCond condition : alternatives) {
			if (holds(condition, value)) {
				return true;
			}
		}
		return false;
	}

	private static void addMethods(List<RewriteCond> alternatives, ForeignConditions to)
			throws NotTranslatableException {
		List<String> methods = new ArrayList<>();
		boolean not = alternatives.get(0).negated();
		for (String method : RequestMethods.IN_USE) {
			if (anyHolds(alternatives, method) != not) {
				methods.add(method);
			}
		}
		if (methods.isEmpty()) {
			throw new NotTranslatableException("its condition names no method that is known");
		}
		if (methods.size() < RequestMethods.IN_USE.size()) {
			to.method(not, methods);
		}
	}

	private static void addHost(List<RewriteCond> alternatives, Map<Integer, String> names, ForeignConditions to)
			throws NotTranslatableException {
		if (!to.literalHosts().isEmpty() && names.isEmpty()) {
			narrowHosts(alternatives, to);
			return;
		}
		List<String> hosts = new ArrayList<>();
		for (RewriteCond condition : alternatives) {
			SearchedRegex regex = SearchedRegex.of(condition.pattern(), true);
			boolean certain = regex.isEverything() && !condition.negated();
			boolean notEmpty = regex.isNothing() && condition.negated();
			if ((certain || notEmpty || (regex.isSomething() && !condition.negated())) && names.isEmpty()) {
				return;
			}
			hosts.addAll(condition.isLexical() ? List.of(lexical(condition))
					: ForeignRegex.parse(HostRegex.withPlainDots(condition.pattern())).hostTexts(names));
		}
		to.host(alternatives.get(0).negated(), hosts);
	}

	/** Of the names of a virtual host, those are left for which the condition holds. */
	private static void narrowHosts(List<RewriteCond> alternatives, ForeignConditions to)
			throws NotTranslatableException {
		List<String> left = new ArrayList<>();
		for (String host : to.literalHosts()) {
			if (anyHolds(alternatives, host)) {
				left.add(host);
			}
		}
		if (left.isEmpty()) {
			throw new NotTranslatableException("its condition holds for no name of its virtual host");
		}
		to.onlyHosts(left);
	}

	/**
	 * A header that is missing is an empty text for mod_rewrite, and nothing for a rule.
	 */
	private static void addHeader(String name, List<RewriteCond> alternatives, Map<Integer, String> names,
			ForeignConditions to) throws NotTranslatableException {
		boolean not = alternatives.get(0).negated();
		List<String> texts = new ArrayList<>();
		for (RewriteCond condition : alternatives) {
			SearchedRegex regex = SearchedRegex.of(condition.pattern(), false);
			boolean nothing = regex.isNothing() || (condition.isLexical() && lexical(condition).isEmpty());
			if (nothing && alternatives.size() == 1) {
				to.header(!not, name, List.of("{:.+}"));
				return;
			}
			if (regex.isEverything() && !not && names.isEmpty()) {
				return;
			}
			if (nothing || holds(condition, "") != not) {
				throw new NotTranslatableException("its condition on the header " + name
						+ " makes no difference between an empty one and none, and a rule does");
			}
			texts.addAll(texts(condition, names));
		}
		to.header(not, name, texts);
	}

	/** Adds texts. */
	private interface Adder {

		void add(List<String> texts) throws NotTranslatableException;

	}

	private static void addUnlessCertain(List<RewriteCond> alternatives, Adder adder, Map<Integer, String> names,
			String base) throws NotTranslatableException {
		List<String> texts = new ArrayList<>();
		for (RewriteCond condition : alternatives) {
			boolean everything = SearchedRegex.of(condition.pattern(), false).isEverything();
			if (everything && condition.negated()) {
				throw new NotTranslatableException("its condition never holds");
			}
			if (everything && names.isEmpty()) {
				return;
			}
			texts(condition, names).forEach((text) -> texts.add(base + text));
		}
		adder.add(texts);
	}

	private static List<String> texts(RewriteCond condition, Map<Integer, String> names)
			throws NotTranslatableException {
		if (condition.isLexical()) {
			String text = lexical(condition);
			if (text.matches("[^{}*]*") && !condition.ignoresCase()) {
				return List.of(text);
			}
			return ForeignRegex.parse("^" + ForeignRegex.quoted(text) + "$").texts(condition.ignoresCase(), names);
		}
		// what is searched for is found whatever stands before and behind
		String pattern = names.isEmpty()
				? condition.pattern().replaceFirst("^\\^?\\.\\*(?![?+{])", "").replaceFirst("(?<!\\\\)\\.\\*\\$?$", "")
				: condition.pattern();
		return ForeignRegex.parse(pattern).texts(condition.ignoresCase(), names);
	}

	/**
	 * The names of the groups of a condition that are used.
	 * @param condition the condition; {@code null} if there is none
	 * @param numbers the numbers that are used
	 * @return names by number
	 */
	static Map<Integer, String> names(@Nullable RewriteCond condition, Set<Integer> numbers) {
		return (condition == null) ? Map.of() : GroupNames.of(condition, numbers);
	}

}
