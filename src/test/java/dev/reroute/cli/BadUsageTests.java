package dev.reroute.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A mistake in a command line ends with 2, a line that says what is wrong, and nothing on
 * standard output.
 */
class BadUsageTests {

	@TempDir
	private Path directory;

	private Path rules;

	/**
	 * A mistake.
	 *
	 * @param args what was typed; {@code RULES} stands for a good file
	 * @param message what the line begins with
	 */
	record Mistake(String args, String message) {

		@Override
		public String toString() {
			return this.args;
		}

	}

	@BeforeEach
	void writeRules() throws IOException {
		this.rules = Files.writeString(this.directory.resolve("rules.yaml"), "- { from: /a, redirect: /b }\n");
	}

	static Stream<Mistake> mistakes() {
		return Stream.of(new Mistake("chekc rules.yaml", "'chekc' is no command; did you mean 'check'?"),
				new Mistake("explian /a", "'explian' is no command; did you mean 'explain'?"),
				new Mistake("serve", "'serve' is no command"), new Mistake("-x", "'-x' is no option"),
				new Mistake("CHECK RULES", "'CHECK' is no command"),
				new Mistake("check", "Missing required parameter: 'FILE'"),
				new Mistake("check --fromat json RULES", "'--fromat' is no option; did you mean '--format'?"),
				new Mistake("check --format xml RULES",
						"Invalid value for option '--format': expected text, json, sarif, got 'xml'"),
				new Mistake("check --format JSON RULES",
						"Invalid value for option '--format': expected text, json, sarif, got 'JSON'"),
				new Mistake("check RULES --format", "Missing required parameter for option '--format'"),
				new Mistake("check --fail-on eror RULES",
						"Invalid value for option '--fail-on': expected error, warning, info, got 'eror'"),
				new Mistake("check --at tomorrow RULES",
						"Invalid value for option '--at': expected an instant with its offset"),
				new Mistake("check --at 2026-11-28T00:00 RULES",
						"Invalid value for option '--at': expected an instant with its offset"),
				new Mistake("check --at 2026-02-30T00:00Z RULES",
						"Invalid value for option '--at': expected an instant with its offset"),
				new Mistake("check --default-status 200 RULES",
						"Invalid value for option '--default-status': expected one of 301, 302, 303, 307, 308, got '200'"),
				new Mistake("check --default-status x RULES",
						"Invalid value for option '--default-status': 'x' is not an int"),
				new Mistake("check --allowed-host http://x/ RULES",
						"Invalid value for option '--allowed-host': expected a host"),
				new Mistake("check --reserved-path / RULES",
						"Invalid value for option '--reserved-path': expected a path"),
				new Mistake("check --all --all=x RULES", "Invalid value for option '--all'"),
				new Mistake("explain", "Missing required parameter: 'URL'"),
				new Mistake("explain --rules RULES /a /b", "'/b' is one argument too many"),
				new Mistake("explain --rules RULES www.example.com/a", "Invalid URL: expected a path"),
				new Mistake("explain --rules RULES ftp://example.com/a", "Invalid URL: expected a path"),
				new Mistake("explain --rules RULES http://exa_mple..com/a", "Invalid URL: expected a path"),
				new Mistake("explain --rules RULES --header Accept /a",
						"Invalid value for option '--header' ('NAME: VALUE'): expected a name and a value"),
				new Mistake("explain --rules RULES --header :x /a",
						"Invalid value for option '--header' ('NAME: VALUE'): expected a name and a value"),
				new Mistake("explain --rules RULES --header X:a\u0007b /a",
						"Invalid value for option '--header' ('NAME: VALUE'): expected a name and a value"),
				new Mistake("explain --rules RULES --header Host:x /a",
						"Invalid value for option '--header' ('NAME: VALUE'): the host is that of the URL"),
				new Mistake("explain --rules RULES --method GE\u0007T /a",
						"Invalid value for option '--method': expected a method"),
				new Mistake("explain --rules RULES --client localhost /a",
						"Invalid value for option '--client': expected an address"),
				new Mistake("explain --rules RULES --at now /a",
						"Invalid value for option '--at': expected an instant with its offset"),
				new Mistake("explain --rules RULES --format sarif /a",
						"Invalid value for option '--format': expected text, json, got 'sarif'"),
				new Mistake("replay --rules RULES", "Missing required parameter: 'LOG'"),
				new Mistake("replay access.log", "Missing required option: '--rules=FILE'"),
				new Mistake("replay --rules RULES --format sarif x",
						"Invalid value for option '--format': expected text, json, csv, got 'sarif'"),
				new Mistake("replay --rules RULES --top 0 x",
						"Invalid value for option '--top': expected a number from 1 to 10000, got '0'"),
				new Mistake("replay --rules RULES --top many x",
						"Invalid value for option '--top': 'many' is not an int"),
				new Mistake("replay --rules RULES --host a/b x",
						"Invalid value for option '--host': expected a host, got 'a/b'"),
				new Mistake("replay --rules RULES --host exa_mple..com x",
						"Invalid value for option '--host': expected a host, got 'exa_mple..com'"),
				new Mistake("replay --rules RULES --scheme ftp x",
						"Invalid value for option '--scheme': expected http or https, got 'ftp'"),
				new Mistake("replay --rules RULES --field uri=x x",
						"Invalid value for option '--field' (FIELD=NAME): expected request, method, path"),
				new Mistake("replay --rules RULES --at now x",
						"Invalid value for option '--at': expected an instant with its offset"));
	}

	@ParameterizedTest
	@MethodSource("mistakes")
	void aMistakeIsNamedAndEndsWithTwo(Mistake mistake) {
		Run run = run(mistake.args());
		assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
		assertThat(run.out()).isEmpty();
		assertThat(run.err()).startsWith("reroute: " + mistake.message());
		assertThat(run.err().lines()).hasSize(2)
			.last()
			.asString()
			.matches("Try 'reroute( check| explain| replay)? --help'.");
		assertThat(run.err()).doesNotContain("\u0007");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\u001b[31m" })
	void aWordOfNothingIsNoCommand(String word) {
		Run run = Run.of(word);
		assertThat(run.exitCode()).isEqualTo(2);
		assertThat(run.err()).contains("is no command").doesNotContain("\u001b");
	}

	private Run run(String args) {
		return Run.of(Arrays.stream(args.split(" "))
			.map((arg) -> arg.equals("RULES") ? this.rules.toString() : arg)
			.toArray(String[]::new));
	}

}
