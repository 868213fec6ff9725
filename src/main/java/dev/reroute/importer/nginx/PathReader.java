package dev.reroute.importer.nginx;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.importer.NotTranslatableException;

/**
 * Searches and compares the path, also one that was changed before.
 */
final class PathReader {

	/** {@code ^/old/(.*)$}: everything behind a text. */
	private static final Pattern BEHIND = Pattern.compile("\\^((?:[A-Za-z0-9/_~-]|\\\\[.+-])*)(?:\\((\\.\\*)\\)\\$?)?");

	private PathReader() {
	}

	static Branches read(Comparison comparison, Flow flow) throws NotTranslatableException {
		if (comparison.kind() == Comparison.Kind.TRUE) {
			return Branches.always(flow);
		}
		if (comparison.kind() == Comparison.Kind.EQUAL) {
			Test equal = new Test(Subject.PATH, Test.Kind.EQUAL, comparison.operand(), comparison.ignoreCase(), false);
			return read(comparison.negative() ? equal.not() : equal, flow);
		}
		if (!comparison.negative()) {
			return search(comparison.operand(), comparison.ignoreCase(), flow);
		}
		Test regex = Test.regex(Subject.PATH, comparison.operand(), comparison.ignoreCase());
		return read(regex.not(), flow.withoutGroups());
	}

	/** Test the path. */
	static Branches read(Test test, Flow flow) throws NotTranslatableException {
		String known = flow.path();
		if (known == null && flow.uri() == null) {
			return Branches.sometimes(flow.with(test));
		}
		Value path = (known != null) ? Value.text(known) : flow.value("uri");
		return switch (PathTests.decide(test, path)) {
			case YES -> Branches.always(flow);
			case NO -> Branches.NEVER;
			case MAYBE -> throw changed(path);
		};
	}

	private static NotTranslatableException changed(Value path) {
		return new NotTranslatableException(
				"it looks at the path after that was changed to '" + path + "', which is known with a request only");
	}

	/** Search in the path. */
	static Branches search(String text, boolean ignoreCase, Flow flow) throws NotTranslatableException {
		Regex regex = Regex.parse(text, ignoreCase);
		String known = flow.path();
		Comparison comparison = new Comparison("uri", Comparison.Kind.REGEX, text, ignoreCase, false);
		if (known != null) {
			return (regex.find(known) != null) ? Branches.always(ConditionReader.bound(comparison, known, flow))
					: Branches.NEVER;
		}
		Test test = Test.regex(Subject.PATH, text, ignoreCase);
		if (flow.uri() == null) {
			Flow found = ConditionReader.bound(test, flow.with(test));
			return new Branches(List.of(found), regex.findsWholePath() || regex.findsTailOfPath());
		}
		return searchChanged(test, flow);
	}

	private static Branches searchChanged(Test test, Flow flow) throws NotTranslatableException {
		Value path = flow.value("uri");
		Matcher behind = BEHIND.matcher(test.text());
		if (behind.matches() && !test.ignoreCase()) {
			String text = behind.group(1).replace("\\", "");
			if (path.prefix().startsWith(text)) {
				Value rest = path.from(text.length());
				return Branches.always(
						(behind.group(2) != null) ? flow.withGroups(Map.of(1, rest), Map.of()) : flow.withoutGroups());
			}
		}
		if (PathTests.decide(test, path) == PathTests.Answer.NO) {
			return Branches.NEVER;
		}
		throw changed(path);
	}

}
