package dev.reroute.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class CheckCommandTests {

	private static final String PROBLEMS = """
			rules:
			  - from: /old
			    redirct: /new
			  - from: /a
			    redirect: /b
			    status: 200
			""";

	@TempDir
	private Path directory;

	@Test
	void rulesWithoutFaultsEndWithZero() throws IOException {
		Run run = check("- { from: /a, redirect: /b, status: 301, cache: 1h }\n- { from: /c, respond: 410 }\n");
		assertThat(run.exitCode()).isZero();
		assertThat(run.err()).isEmpty();
		assertThat(run.out()).matches("2 rules in 1 file: 0 errors, 0 warnings, 0 infos \\(\\d+\\.\\d s\\)\n");
	}

	@Test
	void aProblemIsShownWhereItStands() throws IOException {
		Run run = check(PROBLEMS);
		assertThat(run.exitCode()).isEqualTo(2);
		assertThat(run.out()).contains("""
				rules.yaml:3:14: error[unknown-key]: expected one of from,""").contains("""
				 got 'redirct'
				    3 |     redirct: /new
				      |              ^
				  help:    did you mean 'redirect'?

				""").contains("""
				rules.yaml:6:13: error[bad-status]: status: expected one of 301, 302, 303, 307, 308, got '200'
				    6 |     status: 200
				      |             ^
				""").contains("3 problems in 1 file; mend these first, then the rules are judged (");
	}

	@Test
	void atMostTenProblemsOfACodeAreShown() throws IOException {
		String rules = "- { from: a, redirect: /b }\n".repeat(12);
		assertThat(check(rules).out()).contains("... and 2 more bad-pattern (--all shows them)")
			.contains("\n12 problems in 1 file");
		assertThat(check(rules, "--all").out()).doesNotContain("more bad-pattern")
			.contains("rules.yaml:12:11: error[bad-pattern]");
	}

	@Test
	void coloursAreForTerminals() throws IOException {
		Path file = write(PROBLEMS);
		assertThat(Run.of(Ansi.ON, "check", file.toString()).out()).contains("\u001b[1;31merror[bad-status]\u001b[0m");
		assertThat(Run.of(Ansi.OFF, "check", file.toString()).out()).doesNotContain("\u001b");
		assertThat(Run.of(Ansi.ON, "check", "--format", "json", file.toString()).out()).doesNotContain("\u001b");
	}

	@Test
	void whatAFileHoldsCannotWriteToTheTerminal() throws IOException {
		Path file = Files.writeString(this.directory.resolve("rules.json"),
				"[{\"from\": \"/a\", \"redirect\": \"/b\", \"\u009b31m\u202e\": 1}]");
		Run run = Run.of("check", file.toString());
		assertThat(run.out()).contains("\\u009b31m").doesNotContain("\u009b", "\u202e");
	}

	@Test
	void aHostThatARequestChoosesMustBeAllowed() throws IOException {
		String rules = "- { from: '/{x}', redirect: 'https://{x}.example.com/' }\n";
		assertThat(check(rules).out()).contains("error[open-redirect]");
		Run allowed = check(rules, "--allowed-host", "*.example.com");
		assertThat(allowed.exitCode()).as(allowed.out()).isZero();
	}

	@Test
	void rulesThatAreOffAreCheckedButNotCounted() throws IOException {
		assertThat(check("- { from: /a, redirect: /b, enabled: false }\n").out()).startsWith("0 rules in 1 file: ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-11-28T00:00Z", "2026-11-28T00:00:00.5+01:00" })
	void anInstantMayLeaveOutSeconds(String instant) throws IOException {
		assertThat(check("- { from: /a, redirect: /b }\n", "--at", instant).exitCode()).isZero();
	}

	@Test
	void jsonHasTheProblems() throws IOException {
		Run run = check(PROBLEMS, "--format", "json");
		assertThat(run.exitCode()).isEqualTo(2);
		assertThat(run.err()).startsWith("3 problems in 1 file; ");
		JsonNode json = JsonMapper.shared().readTree(run.out());
		assertThat(json.path("files").intValue()).isOne();
		assertThat(json.path("problems")).extracting((problem) -> problem.path("code").stringValue())
			.containsExactly("unknown-key", "no-action", "bad-status");
		JsonNode problem = json.path("problems").get(0);
		assertThat(problem.path("file").stringValue()).endsWith("rules.yaml");
		assertThat(problem.path("line").intValue()).isEqualTo(3);
		assertThat(problem.path("column").intValue()).isEqualTo(14);
		assertThat(problem.path("got").stringValue()).isEqualTo("'redirct'");
		assertThat(problem.path("hint").stringValue()).isEqualTo("did you mean 'redirect'?");
		assertThat(json.path("findings").isArray()).isTrue();
	}

	@Test
	void jsonIsInAsciiWhateverARuleHolds() throws IOException {
		Run run = check("- { from: /gr\u00fc\u00dfe, redirect: 'gr\u00fc\u00dfe' }\n", "--format", "json");
		assertThat(run.out()).matches("\\p{ASCII}*").contains("gr\\u00FC\\u00DFe");
	}

	private Run check(String rules, String... options) throws IOException {
		String[] args = new String[options.length + 2];
		args[0] = "check";
		System.arraycopy(options, 0, args, 1, options.length);
		args[args.length - 1] = write(rules).toString();
		return Run.of(args);
	}

	private Path write(String rules) throws IOException {
		return Files.writeString(this.directory.resolve("rules.yaml"), rules);
	}

	@Test
	void aWitnessNamesWhatAUrlCannotSay(@TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("rules.yaml"),
				"""
						- { from: /a, redirect: /b, when: { header: { X-A: "1" }, client: 10.0.0.0/8, after: 2030-01-01T00:00:00Z } }
						- { from: /b, redirect: /c }
						""");
		assertThat(Run.of("check", file.toString()).out())
			.contains("witness: /a --header 'X-A: 1' --client 10.0.0.0 --at 2030-01-01T00:00:00Z");
	}

	@Test
	void aWitnessNamesWhatTheOtherRulesAskFor() throws IOException {
		Run run = check("- { from: /a, redirect: /b }\n- { from: /b, redirect: /a, when: { client: 10.0.0.0/8 } }\n"
				+ "- { from: /c, redirect: /d }\n- { from: /d, redirect: /c, when: { not: { client: 10.0.0.0/8 } } }\n");
		assertThat(run.out()).contains("witness: /a --client 10.0.0.0").containsPattern("witness: /c --client \\d");
	}

}
