package dev.reroute.importer.nginx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.reroute.importer.NotTranslatableException;
import org.jspecify.annotations.Nullable;

/**
 * Tells for which requests a condition holds. What is known of the requests is put in at
 * once; the rest becomes tests.
 */
final class ConditionReader {

	private ConditionReader() {
	}

	static Branches read(Comparison given, Flow flow) throws NotTranslatableException {
		Comparison comparison = given.resolved(flow);
		String name = comparison.variable();
		Value set = flow.variables().get(name);
		if (set != null || name.equals("server_name") || Flow.isGroup(name)) {
			return readValue(comparison, flow.value(name), flow);
		}
		if (ForwardedScheme.isNamed(name)) {
			return SchemeReader.readForwarded(comparison, flow);
		}
		return switch (name) {
			case "scheme" -> SchemeReader.read(comparison, flow, "http", "https");
			case "https" -> SchemeReader.read(comparison, flow, "", "on");
			case "server_port" -> SchemeReader.readPort(comparison, flow);
			case "host" -> isNeverLowerCase(comparison) ? never(comparison, flow) : readHost(comparison, flow);
			case "http_host" -> readHost(comparison, flow);
			case "uri", "document_uri" -> PathReader.read(comparison, flow);
			case "request_uri" -> RequestUriReader.read(comparison, flow);
			case "is_args" -> readQueryMark(comparison, flow);
			default -> {
				Subject subject = subject(name);
				if (subject.equals(Subject.QUERY) || subject.kind() == Subject.Kind.PARAMETER) {
					requireOriginalQuery(flow);
				}
				yield readSubject(comparison, subject, flow);
			}
		};
	}

	private static void requireOriginalQuery(Flow flow) throws NotTranslatableException {
		if (!flow.args().equals(Args.ORIGINAL)) {
			throw new NotTranslatableException("the query was changed before");
		}
	}

	private static Subject subject(String name) throws NotTranslatableException {
		int underscore = name.indexOf('_');
		String rest = name.substring(underscore + 1);
		if (name.startsWith("http_") && !rest.isEmpty()) {
			return new Subject(Subject.Kind.HEADER, headerName(rest));
		}
		if (name.startsWith("cookie_") && !rest.isEmpty()) {
			return new Subject(Subject.Kind.COOKIE, rest);
		}
		if (name.startsWith("arg_") && !rest.isEmpty()) {
			return new Subject(Subject.Kind.PARAMETER, rest);
		}
		return switch (name) {
			case "args", "query_string" -> Subject.QUERY;
			case "request_method" -> Subject.METHOD;
			case "remote_addr" -> new Subject(Subject.Kind.CLIENT, "");
			default -> throw new NotTranslatableException("what '$" + name + "' is cannot be told here");
		};
	}

	/** {@code user_agent} is {@code User-Agent}. */
	private static String headerName(String variable) {
		StringBuilder name = new StringBuilder();
		for (String part : variable.split("_", -1)) {
			name.append(name.isEmpty() ? "" : "-")
				.append(part.isEmpty() ? "" : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
		}
		return name.toString();
	}

	private static Branches readValue(Comparison comparison, Value value, Flow flow) throws NotTranslatableException {
		String literal = value.literal();
		if (literal != null) {
			return comparison.holds(literal) ? Branches.always(bound(comparison, literal, flow)) : Branches.NEVER;
		}
		if (isSurelyThere(value) && comparison.kind() == Comparison.Kind.TRUE) {
			return Branches.always(flow);
		}
		if (isSurelyThere(value) && comparison.kind() == Comparison.Kind.EQUAL && comparison.operand().isEmpty()) {
			return comparison.negative() ? Branches.always(flow) : Branches.NEVER;
		}
		if (value.pieces().size() == 1 && value.pieces().get(0) instanceof Piece.Variable variable
				&& !flow.variables().containsKey(variable.name())) {
			return read(new Comparison(variable.name(), comparison.kind(), comparison.operand(),
					comparison.ignoreCase(), comparison.negative()), flow);
		}
		throw new NotTranslatableException("a rule has no condition on what was put together from a request");
	}

	/** Whether a value is neither empty nor {@code 0}, whatever is asked. */
	private static boolean isSurelyThere(Value value) {
		return value.pieces()
			.stream()
			.anyMatch((piece) -> (piece instanceof Piece.Text text && !text.text().equals("0"))
					|| piece.equals(new Piece.Variable("uri")) || piece.equals(new Piece.Variable("request_uri")));
	}

	/** The groups of a search in a text that is known. */
	static Flow bound(Comparison comparison, String value, Flow flow) throws NotTranslatableException {
		if (comparison.kind() != Comparison.Kind.REGEX) {
			return flow;
		}
		Map<Integer, String> found = comparison.negative() ? null : comparison.find(value);
		if (found == null) {
			return flow.withoutGroups();
		}
		Map<Integer, Value> groups = new LinkedHashMap<>();
		found.forEach((number, text) -> groups.put(number, Value.text(text)));
		return withGroups(flow, groups, Regex.parse(comparison.operand(), comparison.ignoreCase()).names());
	}

	static Flow withGroups(Flow flow, Map<Integer, Value> groups, Map<String, Integer> names) {
		Map<String, Value> named = new LinkedHashMap<>();
		names.forEach((name, number) -> named.put(name, groups.getOrDefault(number, Value.EMPTY)));
		return flow.withGroups(groups, named);
	}

	/** The groups of a search in what only a request can tell. */
	static Flow bound(Test test, Flow flow) throws NotTranslatableException {
		Regex regex = Regex.of(test);
		Map<Integer, Value> groups = new LinkedHashMap<>();
		for (int number = 1; number <= regex.groups(); number++) {
			groups.put(number, Value.of(new Piece.Group(test, number)));
		}
		return withGroups(flow, groups, regex.names());
	}

	/** {@code ?} where there is a query, and nothing where there is none. */
	private static Branches readQueryMark(Comparison comparison, Flow flow) throws NotTranslatableException {
		requireOriginalQuery(flow);
		boolean holdsWith = comparison.holds("?");
		Flow searched = (comparison.kind() == Comparison.Kind.REGEX) ? flow.withGroups(null, Map.of()) : flow;
		if (holdsWith == comparison.holds("")) {
			return holdsWith ? Branches.always(searched) : Branches.NEVER;
		}
		Test present = Test.present(Subject.QUERY);
		return Branches.sometimes(searched.with(holdsWith ? present : present.not()));
	}

	/** {@code $host} is in lower case, whatever the client sent. */
	private static boolean isNeverLowerCase(Comparison comparison) throws NotTranslatableException {
		String operand = comparison.operand();
		if (comparison.kind() != Comparison.Kind.REGEX) {
			return !operand.equals(operand.toLowerCase(Locale.ROOT));
		}
		if (!comparison.ignoreCase() && Regex.parse(operand, false).foreign().holdsUpperCase()) {
			throw new NotTranslatableException(
					"it looks for upper case in '$host', which nginx has in lower case: write '~*'");
		}
		return false;
	}

	private static Branches never(Comparison comparison, Flow flow) {
		return comparison.negative() ? Branches.always(flow) : Branches.NEVER;
	}

	private static Branches readHost(Comparison comparison, Flow flow) throws NotTranslatableException {
		List<String> hosts = flow.requests().hosts();
		if (hosts.isEmpty()) {
			return (comparison.kind() == Comparison.Kind.TRUE) ? Branches.always(flow) : readAnyHost(comparison, flow);
		}
		List<String> some = new ArrayList<>();
		List<Flow> flows = new ArrayList<>();
		boolean binds = comparison.binds() && Regex.parse(comparison.operand(), false).groups() > 0;
		for (String host : hosts) {
			if (comparison.holds(host)) {
				some.add(host);
				if (binds) {
					flows.add(bound(comparison, host, flow.with(flow.requests().withHosts(List.of(host)))));
				}
			}
		}
		if (some.isEmpty()) {
			return Branches.NEVER;
		}
		boolean searches = comparison.kind() == Comparison.Kind.REGEX;
		Flow narrowed = flow.with(flow.requests().withHosts(some));
		return new Branches(binds ? flows : List.of(searches ? narrowed.withoutGroups() : narrowed),
				some.size() == hosts.size());
	}

	private static Branches readAnyHost(Comparison comparison, Flow flow) throws NotTranslatableException {
		boolean plain = comparison.kind() == Comparison.Kind.EQUAL && !comparison.negative();
		if (plain && flow.requests().hostTexts().isEmpty()) {
			return Branches.sometimes(
					flow.with(flow.requests().withHosts(List.of(comparison.operand().toLowerCase(Locale.ROOT)))));
		}
		if (plain) {
			for (String text : flow.requests().hostTexts()) {
				if (ServerName.covers(text, comparison.operand())) {
					return Branches.sometimes(flow.with(flow.requests().withHosts(List.of(comparison.operand()))));
				}
			}
		}
		return readSubject(comparison, Subject.HOST, flow);
	}

	static Branches readSubject(Comparison comparison, Subject subject, Flow flow) throws NotTranslatableException {
		String operand = comparison.operand();
		boolean negative = comparison.negative();
		if (comparison.kind() == Comparison.Kind.TRUE) {
			return Branches.sometimes(flow.with(Test.present(subject)).with(Test.equal(subject, "0").not()));
		}
		if (comparison.kind() == Comparison.Kind.EQUAL) {
			Test test = operand.isEmpty() ? Test.present(subject).not()
					: new Test(subject, Test.Kind.EQUAL, operand, comparison.ignoreCase(), false);
			return Branches.sometimes(flow.with(negative ? test.not() : test));
		}
		Test test = Test.regex(subject, operand, comparison.ignoreCase());
		if (subject.kind() == Subject.Kind.CLIENT) {
			throw new NotTranslatableException("a rule has no regular expression for the client");
		}
		if (subject.mayLack() && Regex.of(test).isFoundInNothing()) {
			return lacking(test, negative, flow);
		}
		if (negative) {
			return Branches.sometimes(flow.with(test.not()).withoutGroups());
		}
		return Branches.sometimes(bound(test, flow.with(test)));
	}

	/** A regular expression that is found in nothing, too. */
	private static Branches lacking(Test test, boolean negative, Flow flow) throws NotTranslatableException {
		if (!test.text().equals("^$")) {
			throw new NotTranslatableException(
					"it holds without a " + test.subject().kind().name().toLowerCase(Locale.ROOT)
							+ ", too, which one condition of a rule cannot");
		}
		Test present = Test.present(test.subject());
		return Branches.sometimes(flow.with(negative ? present : present.not()).withoutGroups());
	}

	/** What a search that was not found leaves. */
	static Flow afterFailure(@Nullable Comparison comparison, Flow flow) {
		if (comparison == null || comparison.kind() != Comparison.Kind.REGEX) {
			return flow;
		}
		return comparison.negative() ? flow.withGroups(null, Map.of()) : flow.withoutGroups();
	}

}
