package dev.reroute.cli;

import java.time.Duration;
import java.util.List;

import dev.reroute.lint.Finding;
import dev.reroute.lint.FindingCode;
import dev.reroute.lint.LintReport;
import dev.reroute.lint.Severity;
import dev.reroute.rule.Origin;
import dev.reroute.rule.Problem;
import dev.reroute.rule.Rule;
import dev.reroute.test.RuleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CheckResultTests {

	private static final Rule RULE = RuleText.rules("- { from: /a, redirect: /b }").rules().get(0);

	@ParameterizedTest
	@CsvSource({ "LOOP, ERROR, 1", "LOOP, WARNING, 1", "LOOP, INFO, 1", "CHAIN, ERROR, 0", "CHAIN, WARNING, 1",
			"CHAIN, INFO, 1", "OVERLAP, ERROR, 0", "OVERLAP, WARNING, 0", "OVERLAP, INFO, 1" })
	void findingsOfTheLevelFail(FindingCode code, Severity failOn, int exitCode) {
		Finding finding = new Finding(code, RULE, List.of(), null, List.of(), "found", "mend it");
		CheckResult result = new CheckResult(List.of(), new LintReport(List.of(finding), 1, 0), 1, Duration.ZERO);
		assertThat(result.exitCode(failOn)).isEqualTo(exitCode);
	}

	@Test
	void problemsFailWhateverTheLevel() {
		Problem problem = Problem.of("missing-file", Origin.of("x"), null, "a file", "none");
		CheckResult result = new CheckResult(List.of(problem), new LintReport(List.of(), 0, 0), 2, Duration.ZERO);
		assertThat(result.exitCode(Severity.ERROR)).isEqualTo(2);
		assertThat(result.summary())
			.isEqualTo("1 problem in 2 files; mend these first, then the rules are judged (0.0 s)");
	}

	@Test
	void theSummarySaysWhatWasLeftOut() {
		CheckResult result = new CheckResult(List.of(), new LintReport(List.of(), 35_000, 1), 1, Duration.ofSeconds(2));
		assertThat(result.summary())
			.isEqualTo("35,000 rules in 1 file: 0 errors, 0 warnings, 0 infos; 1 question left out (2.0 s)");
	}

}
