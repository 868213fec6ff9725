package dev.reroute.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import picocli.CommandLine.ExitCode;

import dev.reroute.lint.LintReport;
import dev.reroute.lint.Severity;
import dev.reroute.rule.Problem;

/**
 * What {@code check} found.
 *
 * @param problems the problems
 * @param report what the linter found; nothing if there are problems, since it judges
 * only whole rule sets
 * @param files how many files were read
 * @param time how long it took
 */
record CheckResult(List<Problem> problems, LintReport report, int files, Duration time) {

	/**
	 * How the command ends.
	 * @param failOn the mildest finding that counts as a failure
	 * @return 0 if there is none, 1 if there is, 2 if there are problems
	 */
	int exitCode(Severity failOn) {
		if (!this.problems.isEmpty()) {
			return ExitCode.USAGE;
		}
		return this.report.has(failOn) ? ExitCode.SOFTWARE : ExitCode.OK;
	}

	/**
	 * The whole on one line:
	 * {@code 100 rules in 2 files: 1 error, 0 warnings, 3 infos (0.4 s)}.
	 * @return the line
	 */
	String summary() {
		StringBuilder line = new StringBuilder();
		if (!this.problems.isEmpty()) {
			line.append(count(this.problems.size(), "problem"))
				.append(" in ")
				.append(count(this.files, "file"))
				.append("; mend these first, then the rules are judged");
		}
		else {
			line.append(count(this.report.rules(), "rule"))
				.append(" in ")
				.append(count(this.files, "file"))
				.append(": ");
			Map<Severity, Integer> counts = this.report.countsBySeverity();
			line.append(count(counts.getOrDefault(Severity.ERROR, 0), "error"))
				.append(", ")
				.append(count(counts.getOrDefault(Severity.WARNING, 0), "warning"))
				.append(", ")
				.append(count(counts.getOrDefault(Severity.INFO, 0), "info"));
			if (this.report.leftOut() > 0) {
				line.append("; ").append(count(this.report.leftOut(), "question")).append(" left out");
			}
		}
		return line.append(String.format(Locale.ROOT, " (%.1f s)", this.time.toMillis() / 1000.0)).toString();
	}

	private static String count(int number, String what) {
		return String.format(Locale.ROOT, "%,d %s%s", number, what, (number == 1) ? "" : "s");
	}

}
