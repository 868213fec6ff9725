package dev.reroute.importer.nginx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import dev.reroute.importer.NotTranslatableException;
import dev.reroute.pattern.PercentEncoding;

/**
 * Takes what is asked of {@code $request_uri}, the path and query as they were sent, as
 * one thing for the path and one for the query.
 */
final class RequestUriReader {

	private static final Pattern OPTIONAL_QUERY = Pattern.compile("\\((?:\\?:)?\\\\\\?\\.\\*\\)\\?\\$$");

	private static final Pattern REST = Pattern.compile("(?<!\\\\)(?:\\.\\*\\$?|\\(\\.\\*\\)|\\(\\.\\*\\)\\$)$");

	/** A group for whatever query there is. */
	private static final Pattern ALL_OF_QUERY = Pattern.compile("\\^\\(\\.\\*\\)\\$?");

	private RequestUriReader() {
	}

	static Branches read(Comparison comparison, Flow flow) throws NotTranslatableException {
		switch (comparison.kind()) {
			case TRUE -> {
				return Branches.always(flow);
			}
			case EQUAL -> {
				return equal(comparison, flow);
			}
			default -> {
				if (comparison.negative()) {
					return negative(comparison, flow);
				}
				return search(comparison.operand(), comparison.ignoreCase(), flow);
			}
		}
	}

	private static Branches equal(Comparison comparison, Flow flow) throws NotTranslatableException {
		String uri = comparison.operand();
		int mark = uri.indexOf('?');
		String path = decoded((mark < 0) ? uri : uri.substring(0, mark));
		String query = (mark < 0) ? "" : uri.substring(mark + 1);
		if (comparison.negative()) {
			throw new NotTranslatableException(
					"a rule cannot say 'not this path with this query'; '$uri' could be asked");
		}
		Test onPath = new Test(Subject.PATH, Test.Kind.EQUAL, path, comparison.ignoreCase(), false);
		Test onQuery = query.isEmpty() ? Test.present(Subject.QUERY).not()
				: new Test(Subject.QUERY, Test.Kind.EQUAL, query, comparison.ignoreCase(), false);
		return both(onPath, onQuery, flow);
	}

	private static String decoded(String path) throws NotTranslatableException {
		String decoded = path.toLowerCase(Locale.ROOT).contains("%2f") ? null : PercentEncoding.decode(path, false);
		if (decoded == null) {
			throw new NotTranslatableException("it asks for a path that is encoded in a way that no rule sees");
		}
		return decoded;
	}

	/** It is always the path that was sent that is looked at here. */
	private static Branches both(Test onPath, Test onQuery, Flow flow) throws NotTranslatableException {
		String known = flow.requests().path();
		if (known != null) {
			return PathTests.holds(onPath, known) ? Branches.sometimes(flow.with(onQuery)) : Branches.NEVER;
		}
		return Branches.sometimes(flow.with(onPath).with(onQuery));
	}

	private static Branches negative(Comparison comparison, Flow flow) throws NotTranslatableException {
		String regex = comparison.operand();
		if (regex.indexOf('$') >= 0 || regex.indexOf('%') >= 0) {
			throw beyondPath();
		}
		requireOnPath(Regex.parse(regex, comparison.ignoreCase()));
		Test test = Test.regex(Subject.PATH, regex, comparison.ignoreCase()).not();
		return Branches.sometimes(flow.with(test).withoutGroups());
	}

	private static NotTranslatableException beyondPath() {
		return new NotTranslatableException("it may look at the query as well as at the path; '$uri' could be asked");
	}

	private static void requireOnPath(Regex regex) throws NotTranslatableException {
		if (!regex.foreign().staysBefore('?')) {
			throw beyondPath();
		}
	}

	private static Branches search(String regex, boolean ignoreCase, Flow flow) throws NotTranslatableException {
		Regex parsed = Regex.parse(regex, ignoreCase);
		if (regex.indexOf('%') >= 0) {
			throw new NotTranslatableException("it looks at the path as it was encoded; '$uri' is not");
		}
		if (parsed.foreign().isAlternation()) {
			throw new NotTranslatableException("it has alternatives for the path and the query together");
		}
		if (!regex.startsWith("^")) {
			throw new NotTranslatableException(
					"it may be found in the query as well as in the path; '$uri' could be asked");
		}
		String optional = OPTIONAL_QUERY.matcher(regex).replaceFirst("\\$");
		if (!optional.equals(regex)) {
			return withOptionalQuery(optional, parsed, flow);
		}
		int mark = queryMark(regex);
		if (mark >= 0) {
			return split(regex, mark, ignoreCase, flow);
		}
		return withoutMark(parsed, flow);
	}

	/** Where a {@code \?} stands outside of groups and classes; -1 if nowhere. */
	private static int queryMark(String regex) {
		int depth = 0;
		for (int i = 0; i + 1 < regex.length(); i++) {
			char c = regex.charAt(i);
			if (c == '\\') {
				if (regex.charAt(i + 1) == '?' && depth == 0 && "?*+".indexOf(charAt(regex, i + 2)) < 0) {
					return i;
				}
				i++;
			}
			depth += (c == '(' || c == '[') ? 1 : (c == ')' || c == ']') ? -1 : 0;
		}
		return -1;
	}

	private static char charAt(String text, int index) {
		return (index < text.length()) ? text.charAt(index) : 0;
	}

	private static Branches split(String regex, int mark, boolean ignoreCase, Flow flow)
			throws NotTranslatableException {
		Test onPath = Test.regex(Subject.PATH, regex.substring(0, mark) + "$", ignoreCase);
		requireOnPath(Regex.of(onPath));
		String query = "^" + regex.substring(mark + 2);
		// without any text behind the mark there may be no query, but then no mark either
		Test onQuery = Test.regex(Subject.QUERY, ALL_OF_QUERY.matcher(query).matches() ? "^(.+)$" : query, ignoreCase);
		boolean nothingAsked = query.equals("^") || query.equals("^.*") || query.equals("^.*$");
		if (!nothingAsked && Regex.of(onQuery).isFoundInNothing()) {
			throw new NotTranslatableException("it is found in an empty query, too, which is none to a rule");
		}
		Test there = nothingAsked ? Test.present(Subject.QUERY) : onQuery;
		Branches branches = both(onPath, there, flow);
		if (branches.flows().isEmpty()) {
			return branches;
		}
		int groups = Regex.of(onPath).groups();
		Map<Integer, Value> found = new LinkedHashMap<>();
		for (int number = 1; number <= groups + Regex.of(onQuery).groups(); number++) {
			found.put(number, Value
				.of((number <= groups) ? new Piece.Group(onPath, number) : new Piece.Group(onQuery, number - groups)));
		}
		return Branches.sometimes(
				ConditionReader.withGroups(branches.flows().get(0), found, Regex.parse(regex, ignoreCase).names()));
	}

	/** {@code (\?.*)?$} is found whatever query there is. */
	private static Branches withOptionalQuery(String onPath, Regex whole, Flow flow) throws NotTranslatableException {
		requireOnPath(Regex.parse(onPath, whole.ignoreCase()));
		Branches branches = onPath(onPath, whole.ignoreCase(), List.of(), flow);
		boolean captured = Regex.parse(onPath, whole.ignoreCase()).groups() < whole.groups();
		return captured ? withQueryInLastGroup(branches, whole) : branches;
	}

	private static Branches withoutMark(Regex regex, Flow flow) throws NotTranslatableException {
		String head = REST.matcher(regex.text()).replaceFirst("");
		boolean whole = head.equals(regex.text());
		Regex onPath = Regex.parse(head, regex.ignoreCase());
		requireOnPath(onPath);
		if (whole) {
			return onPath(head, regex.ignoreCase(),
					onPath.foreign().isEndAnchored() ? List.of(Test.present(Subject.QUERY).not()) : List.of(), flow);
		}
		if (onPath.foreign().isEndAnchored()) {
			throw beyondPath();
		}
		boolean captured = onPath.groups() < regex.groups();
		Branches branches = onPath(captured ? head + "(.*)$" : head, regex.ignoreCase(), List.of(), flow);
		return captured ? withQueryInLastGroup(branches, regex) : branches;
	}

	/** What the last group finds in the path, and behind that the query. */
	private static Branches withQueryInLastGroup(Branches branches, Regex regex) {
		if (branches.flows().isEmpty()) {
			return branches;
		}
		Flow found = branches.flows().get(0);
		Map<Integer, Value> groups = new LinkedHashMap<>((found.groups() != null) ? found.groups() : Map.of());
		Value query = Value.variable("is_args").and(Value.variable("args"));
		groups.put(regex.groups(), groups.getOrDefault(regex.groups(), Value.EMPTY).and(query));
		return new Branches(List.of(found.withGroups(groups, Map.of())), branches.always());
	}

	private static Branches onPath(String regex, boolean ignoreCase, List<Test> more, Flow flow)
			throws NotTranslatableException {
		Branches branches = PathReader.search(regex, ignoreCase, flow.asSent());
		if (branches.flows().isEmpty()) {
			return branches;
		}
		Flow found = branches.flows().get(0);
		for (Test test : more) {
			found = found.with(test);
		}
		return new Branches(List.of(flow.foundAsSent(found)), branches.always() && more.isEmpty());
	}

}
