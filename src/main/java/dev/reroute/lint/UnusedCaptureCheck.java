package dev.reroute.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.reroute.rule.Action;
import dev.reroute.rule.Condition;
import dev.reroute.rule.Rule;

/**
 * A named capture that nothing uses: perhaps it was meant to be in the target.
 */
final class UnusedCaptureCheck implements Check {

	@Override
	public void check(Subject subject, Report report) {
		Rule rule = subject.rule();
		Set<String> bound = new TreeSet<>(rule.source().names().all());
		for (Condition condition : rule.conditions()) {
			bound.addAll(condition.names().all());
		}
		bound.removeIf((name) -> Character.isDigit(name.charAt(0)));
		if (bound.isEmpty()) {
			return;
		}
		bound.removeAll(used(rule.action()));
		if (!bound.isEmpty()) {
			report.add(new Finding(FindingCode.UNUSED_CAPTURE, rule, List.of(), subject.reach().request(), List.of(),
					"nothing uses '{" + String.join("}', '{", bound) + "}'",
					"use it in the target, or leave the name out"));
		}
	}

	private static Set<String> used(Action action) {
		List<String> names = new ArrayList<>();
		if (action instanceof Action.Redirect redirect) {
			names.addAll(redirect.target().names());
			redirect.query().set().values().forEach((value) -> names.addAll(value.names()));
		}
		else if (action instanceof Action.Rewrite rewrite) {
			names.addAll(rewrite.target().names());
			rewrite.query().set().values().forEach((value) -> names.addAll(value.names()));
			rewrite.headers().set().values().forEach((value) -> names.addAll(value.names()));
		}
		return new HashSet<>(names);
	}

}
