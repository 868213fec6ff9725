package dev.reroute.importer.nginx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.rule.RuleBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Writes what becomes of some requests as rules: a source that says most about the path,
 * and conditions for the rest.
 */
final class RuleWriter {

	private static final Set<String> BUILT_IN = Set.of("uri", "args", "is_args", "request_uri", "host", "scheme");

	private static final Piece HOST = new Piece.Variable("host");

	private RuleWriter() {
	}

	/**
	 * Write rules.
	 * @param requests which requests
	 * @param action what becomes of them
	 * @return rules; none if there are no such requests
	 * @throws NotTranslatableException if no rule can say it
	 */
	static List<RuleBuilder> write(Requests requests, Action action) throws NotTranslatableException {
		List<RuleBuilder> rules = new ArrayList<>();
		if (action.value().uses("host") && !requests.hosts().isEmpty()) {
			for (String host : requests.hosts()) {
				rules.addAll(write(requests.withHosts(List.of(host)), action.with(HOST, Value.text(host))));
			}
			return rules;
		}
		RuleBuilder rule = rule(requests, action);
		if (rule != null) {
			rules.add(rule);
		}
		return rules;
	}

	private static @Nullable RuleBuilder rule(Requests requests, Action given) throws NotTranslatableException {
		Action action = given;
		List<Test> tests = new ArrayList<>();
		for (Test test : requests.tests()) {
			Action shorter = test.isOnPath() && !test.negative() && test.kind() == Test.Kind.REGEX
					? WholePath.without(test, action) : null;
			if (shorter != null) {
				action = shorter;
			}
			else {
				tests.add(test);
			}
		}
		PathSource source = PathSource.choose(tests, action.value().groups());
		if (source == null) {
			return null;
		}
		Map<Piece, String> placeholders = new LinkedHashMap<>(source.placeholders());
		ForeignConditions conditions = new ForeignConditions();
		source.addTo(conditions);
		if (!requests.hosts().isEmpty() || !requests.hostTexts().isEmpty()) {
			conditions.host(false, requests.hosts().isEmpty() ? requests.hostTexts() : requests.hosts());
		}
		if (!requests.notHosts().isEmpty()) {
			conditions.host(true, requests.notHosts());
		}
		if (requests.scheme() != null) {
			conditions.scheme(false, requests.scheme());
		}
		ConditionWriter writer = new ConditionWriter(conditions, action.value(), placeholders);
		for (Test test : source.others()) {
			writer.add(test);
		}
		for (Piece piece : action.value().pieces()) {
			requireKnown(piece, placeholders);
		}
		RuleBuilder rule = conditions.applyTo(source.rule());
		action.applyTo(rule, new TargetWriter((piece) -> placeholders.getOrDefault(piece, "")));
		return rule;
	}

	private static void requireKnown(Piece piece, Map<Piece, String> placeholders) throws NotTranslatableException {
		if (piece instanceof Piece.Group && !placeholders.containsKey(piece)) {
			throw new NotTranslatableException("what its group finds has no name in a rule");
		}
		if (piece instanceof Piece.Variable variable && !placeholders.containsKey(piece)
				&& !BUILT_IN.contains(variable.name())) {
			throw new NotTranslatableException("'$" + variable.name() + "' is not sure to be there");
		}
	}

}
