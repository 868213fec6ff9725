package dev.reroute.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.reroute.engine.Hop;
import dev.reroute.engine.UrlRequest;
import dev.reroute.lint.Finding;
import dev.reroute.lint.FindingCode;
import dev.reroute.lint.LintReport;
import dev.reroute.rule.Origin;
import dev.reroute.rule.ParsedRules;
import dev.reroute.rule.Problem;
import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleParser;
import dev.reroute.rule.RuleSettings;
import dev.reroute.source.file.RuleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is printed of findings, made by hand here.
 */
class ReportTests {

	@TempDir
	private Path directory;

	private static final String RULES = """
			rules:
			  - from: /a
			    redirect: /b

			  - from: /b    # and back
			    redirect: /a
			    status: 301
			    when:
			      host: www.example.com
			      method: GET
			      scheme: https
			      header: { X-Y: z }
			""";

	@Test
	void aFindingIsShownWithRuleWitnessHopsAndSuggestion() throws IOException {
		assertThat(print(ReportFormat.TEXT, loop())).isEqualTo("""
				FILE:2:5: error[loop]: a visitor of '/a' comes back to it
				    2 |   - from: /a
				    3 |     redirect: /b
				  witness: /a
				  hops:    /a
				           307 -> /b   FILE:2:5
				           301 -> /a   FILE:5:5
				  also:    /b (FILE:5:5)
				  help:    end the circle

				2 rules in 1 file: 1 error, 0 warnings, 0 infos; 3 questions left out (0.1 s)
				""");
	}

	@Test
	void aLongRuleIsCutOff() throws IOException {
		Rule second = rules().get(1);
		assertThat(print(ReportFormat.TEXT, List.of(finding(FindingCode.CACHED_FOR_EVER, second)))).startsWith("""
				FILE:5:5: info[cached-for-ever]: found
				    5 |   - from: /b    # and back
				    6 |     redirect: /a
				    7 |     status: 301
				    8 |     when:
				    9 |       host: www.example.com
				   10 |       method: GET
				   11 |       ...
				  help:    mend it
				""");
	}

	@Test
	void theWorstStandFirstAndAtMostTenOfACode() throws IOException {
		List<Finding> findings = new ArrayList<>();
		for (int i = 0; i < 11; i++) {
			findings.add(finding(FindingCode.OVERLAP, rules().get(0)));
		}
		findings.add(finding(FindingCode.EXAMPLE_FAILS, rules().get(1)));
		String few = print(ReportFormat.TEXT, findings);
		assertThat(few).startsWith("FILE:5:5: error[example-fails]: found\n")
			.contains("\n... and 1 more overlap (--all shows them)\n");
		assertThat(few.split("info\\[overlap]")).hasSize(11);
		StringWriter all = new StringWriter();
		ReportFormat.TEXT.report(Ink.PLAIN, true).print(result(findings), new PrintWriter(all));
		assertThat(all.toString().split("info\\[overlap]")).hasSize(12);
	}

	@Test
	void jsonHasAllOfAFinding() throws IOException {
		JsonNode json = JsonMapper.shared().readTree(print(ReportFormat.JSON, loop()));
		assertThat(json.path("rules").intValue()).isEqualTo(2);
		assertThat(json.path("leftOut").intValue()).isEqualTo(3);
		assertThat(json.path("counts").path("error").intValue()).isOne();
		JsonNode finding = json.path("findings").get(0);
		assertThat(finding.path("code").stringValue()).isEqualTo("loop");
		assertThat(finding.path("severity").stringValue()).isEqualTo("error");
		assertThat(finding.path("suggestion").stringValue()).isEqualTo("end the circle");
		assertThat(finding.path("rule").path("id").stringValue()).isEqualTo("/a");
		assertThat(finding.path("rule").path("line").intValue()).isEqualTo(2);
		assertThat(finding.path("others").get(0).path("id").stringValue()).isEqualTo("/b");
		assertThat(finding.path("witness").path("url").stringValue()).isEqualTo("/a");
		assertThat(finding.path("hops").get(1).path("status").intValue()).isEqualTo(301);
		assertThat(finding.path("hops").get(1).path("location").stringValue()).isEqualTo("/a");
	}

	@Test
	void sarifHasWhatCodeHostsRequire() throws IOException {
		JsonNode log = JsonMapper.shared().readTree(print(ReportFormat.SARIF, loop()));
		assertThat(log.path("version").stringValue()).isEqualTo("2.1.0");
		assertThat(log.path("$schema").stringValue()).endsWith("sarif-2.1.0.json");
		JsonNode run = log.path("runs").get(0);
		assertThat(run.path("tool").path("driver").path("name").stringValue()).isEqualTo("Reroute");
		JsonNode rules = run.path("tool").path("driver").path("rules");
		assertThat(rules).extracting((rule) -> rule.path("id").stringValue())
			.containsExactlyElementsOf(Stream.of(FindingCode.values()).map(FindingCode::toString).toList());
		assertThat(rules).allSatisfy((rule) -> {
			assertThat(rule.path("shortDescription").path("text").stringValue()).endsWith(".");
			assertThat(rule.path("fullDescription").path("text").stringValue()).isNotBlank();
			assertThat(rule.path("help").path("text").stringValue()).contains("docs/lint.md");
			assertThat(rule.path("defaultConfiguration").path("level").stringValue()).isIn("error", "warning", "note");
		});
		JsonNode result = run.path("results").get(0);
		assertThat(result.path("ruleId").stringValue()).isEqualTo("loop");
		assertThat(rules.get(result.path("ruleIndex").intValue()).path("id").stringValue()).isEqualTo("loop");
		assertThat(result.path("level").stringValue()).isEqualTo("error");
		assertThat(result.path("message").path("text").stringValue()).isEqualTo("""
				a visitor of '/a' comes back to it.
				Witness: /a
				/a -> 307 /b
				/b -> 301 /a
				end the circle.""");
		JsonNode place = result.path("locations").get(0).path("physicalLocation");
		assertThat(place.path("artifactLocation").path("uri").stringValue()).isEqualTo("file://FILE");
		assertThat(place.path("region").path("startLine").intValue()).isEqualTo(2);
		assertThat(place.path("region").path("startColumn").intValue()).isEqualTo(5);
		JsonNode related = result.path("relatedLocations").get(0);
		assertThat(related.path("id").intValue()).isOne();
		assertThat(related.path("physicalLocation").path("region").path("startLine").intValue()).isEqualTo(5);
		assertThat(run.path("invocations").get(0).path("executionSuccessful").booleanValue()).isTrue();
	}

	@Test
	void sarifOfProblemsHasThemAsRulesAndAPathInTheRepository() throws IOException {
		Problem problem = Problem.of("missing-file", Origin.of("docs/a b\u00fc%.yaml"), null, "a file", "none");
		CheckResult result = new CheckResult(List.of(problem), new LintReport(List.of(), 0, 0), 1, Duration.ZERO);
		StringWriter out = new StringWriter();
		ReportFormat.SARIF.report(Ink.PLAIN, false).print(result, new PrintWriter(out));
		JsonNode run = JsonMapper.shared().readTree(out.toString()).path("runs").get(0);
		JsonNode only = run.path("results").get(0);
		assertThat(run.path("tool")
			.path("driver")
			.path("rules")
			.get(only.path("ruleIndex").intValue())
			.path("id")
			.stringValue()).isEqualTo("missing-file");
		JsonNode place = only.path("locations").get(0).path("physicalLocation");
		assertThat(place.path("artifactLocation").path("uri").stringValue()).isEqualTo("docs/a%20b%C3%BC%25.yaml");
		assertThat(place.path("region").path("startLine").intValue()).isOne();
		assertThat(run.path("invocations").get(0).path("executionSuccessful").booleanValue()).isFalse();
	}

	@ParameterizedTest
	@EnumSource(ReportFormat.class)
	void nothingFoundIsPrintedAsWell(ReportFormat format) throws IOException {
		assertThat(print(format, List.of())).isNotBlank();
	}

	private String print(ReportFormat format, List<Finding> findings) throws IOException {
		StringWriter out = new StringWriter();
		format.report(Ink.PLAIN, false).print(result(findings), new PrintWriter(out));
		return out.toString().replace("\r\n", "\n").replace(file().toString(), "FILE");
	}

	private static CheckResult result(List<Finding> findings) {
		return new CheckResult(List.of(), new LintReport(findings, 2, 3), 1, Duration.ofMillis(123));
	}

	private List<Finding> loop() throws IOException {
		Rule a = rules().get(0);
		Rule b = rules().get(1);
		List<Hop> hops = List.of(new Hop(UrlRequest.get("/a"), a, 307, "/b"),
				new Hop(UrlRequest.get("/b"), b, 301, "/a"));
		return List.of(new Finding(FindingCode.LOOP, a, List.of(b), UrlRequest.get("/a"), hops,
				"a visitor of '/a' comes back to it", "end the circle"));
	}

	private static Finding finding(FindingCode code, Rule rule) {
		return new Finding(code, rule, List.of(), null, List.of(), "found", "mend it");
	}

	private Path file() {
		return this.directory.resolve("rules.yaml");
	}

	private List<Rule> rules() throws IOException {
		Files.writeString(file(), RULES);
		ParsedRules parsed = RuleParser.parse(RuleFiles.of(file(), RuleSettings.DEFAULT).load().rules(),
				RuleSettings.DEFAULT);
		assertThat(parsed.problems()).isEmpty();
		return parsed.rules();
	}

}
