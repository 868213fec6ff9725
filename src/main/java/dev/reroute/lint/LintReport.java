package dev.reroute.lint;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the linter found.
 *
 * @param findings the findings, in the order of the rules
 * @param rules how many rules were looked at
 * @param leftOut how many questions were beyond the method, such as whether a condition
 * on a header value takes all requests; nothing is claimed about these
 */
public record LintReport(List<Finding> findings, int rules, int leftOut) {

	/**
	 * How many findings there are of each severity.
	 * @return a number for each severity
	 */
	public Map<Severity, Integer> countsBySeverity() {
		Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
		for (Severity severity : Severity.values()) {
			counts.put(severity, 0);
		}
		this.findings.forEach((finding) -> counts.merge(finding.severity(), 1, Integer::sum));
		return counts;
	}

	/**
	 * How many findings there are of each code.
	 * @return a number for each code that was found
	 */
	public Map<FindingCode, Integer> countsByCode() {
		Map<FindingCode, Integer> counts = new EnumMap<>(FindingCode.class);
		this.findings.forEach((finding) -> counts.merge(finding.code(), 1, Integer::sum));
		return counts;
	}

	/**
	 * Whether there is a finding at least as bad.
	 * @param severity the severity
	 * @return whether there is one
	 */
	public boolean has(Severity severity) {
		return this.findings.stream().anyMatch((finding) -> finding.severity().isAtLeast(severity));
	}

}
