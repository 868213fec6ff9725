package dev.reroute.test;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.reroute.engine.RuleSet;
import dev.reroute.engine.UrlRequest;
import dev.reroute.lint.Finding;
import dev.reroute.lint.FindingCode;
import dev.reroute.lint.LintReport;
import dev.reroute.rule.Rule;
import dev.reroute.source.RuleCheck;

/**
 * A check that finds what the ids of rules say: {@code loop-1} is a loop.
 */
public final class NamedFindings implements RuleCheck {

	@Override
	public LintReport check(RuleSet rules, Runnable onRule) {
		List<Finding> findings = rules.rules().stream().peek((rule) -> onRule.run()).flatMap((rule) -> {
			String id = rule.id().toUpperCase(Locale.ROOT).replace('-', '_');
			return Arrays.stream(FindingCode.values())
				.filter((code) -> id.startsWith(code.name()))
				.map((code) -> finding(code, rule));
		}).toList();
		return new LintReport(findings, rules.rules().size(), 0);
	}

	public static Finding finding(FindingCode code, Rule rule) {
		return new Finding(code, rule, List.of(), UrlRequest.get("/witness"), List.of(), code.summary(), "mend it");
	}

}
