package dev.reroute.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.reroute.lint.Finding;
import dev.reroute.lint.LintReport;
import dev.reroute.rule.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Prints everything as one JSON object.
 */
final class JsonReport implements Report {

	@Override
	public void print(CheckResult result, PrintWriter out) {
		LintReport report = result.report();
		Map<String, Integer> counts = new TreeMap<>();
		report.countsBySeverity().forEach((severity, count) -> counts.put(severity.toString(), count));
		Json.write(new Shape(report.rules(), result.files(), result.time().toMillis(),
				result.problems().stream().map(ProblemShape::of).toList(), counts, report.leftOut(),
				report.findings().stream().map(FindingShape::of).toList()), out);
	}

	/**
	 * The whole.
	 *
	 * @param rules how many rules were looked at
	 * @param files how many files were read
	 * @param milliseconds how long it took
	 * @param problems the problems
	 * @param counts how many findings there are of each severity
	 * @param leftOut how many questions were left out
	 * @param findings the findings
	 */
	private record Shape(int rules, int files, long milliseconds, List<ProblemShape> problems,
			Map<String, Integer> counts, int leftOut, List<FindingShape> findings) {

	}

	/**
	 * A problem.
	 *
	 * @param code what is wrong
	 * @param file where
	 * @param line the line; none if unknown
	 * @param column the column; none if unknown
	 * @param key the key; none if it is about no key
	 * @param expected what would have been right
	 * @param got what stands there
	 * @param hint what was probably meant
	 */
	private record ProblemShape(String code, String file, @Nullable Integer line, @Nullable Integer column,
			@Nullable String key, String expected, String got, @Nullable String hint) {

		static ProblemShape of(Problem problem) {
			return new ProblemShape(problem.code(), problem.origin().source(), RuleJson.known(problem.origin().line()),
					RuleJson.known(problem.origin().column()), problem.key(), problem.expected(), problem.got(),
					problem.hint());
		}

	}

	/**
	 * A finding.
	 *
	 * @param code what was found
	 * @param severity how bad it is
	 * @param message what was found, for people
	 * @param suggestion how to mend it
	 * @param rule the rule
	 * @param others other rules that take part
	 * @param witness a request that shows it
	 * @param hops the redirects that the witness meets
	 */
	private record FindingShape(String code, String severity, String message, String suggestion, RuleJson rule,
			List<RuleJson> others, @Nullable RequestJson witness, List<HopJson> hops) {

		static FindingShape of(Finding finding) {
			return new FindingShape(finding.code().toString(), finding.severity().toString(), finding.message(),
					finding.suggestion(), RuleJson.of(finding.rule()),
					finding.others().stream().map(RuleJson::of).toList(), RequestJson.of(finding.witness()),
					HopJson.of(finding.hops()));
		}

	}

}
