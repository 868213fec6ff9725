package dev.reroute.lint;

import java.util.ArrayList;
import java.util.List;

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

	List<Finding> findings() {
		return this.findings;
	}

	int leftOut() {
		return this.leftOut;
	}

}
