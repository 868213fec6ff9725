package dev.reroute.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.reroute.rule.Rule;

/**
 * Collects findings, and counts what was left out.
 */
final class Report {

	private final List<Finding> findings = new ArrayList<>();

	private int leftOut;

	void add(Finding finding) {
		this.findings.add(finding);
	}

	/** A question was beyond the method. */
	void leaveOut() {
		this.leftOut++;
	}

	/** The rules about which one of these was found. */
	Set<Rule> rulesWith(FindingCode... codes) {
		Set<FindingCode> wanted = Set.of(codes);
		return this.findings.stream()
			.filter((finding) -> wanted.contains(finding.code()))
			.map(Finding::rule)
			.collect(Collectors.toSet());
	}

	List<Finding> findings() {
		return this.findings;
	}

	int leftOut() {
		return this.leftOut;
	}

}
