package dev.reroute.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that cannot be read as rules are problems, whatever the command.
 */
class BadRuleFilesTests {

	@TempDir
	private Path directory;

	record Case(String name, byte[] content, String code) {

		static Case of(String name, String content, String code) {
			return new Case(name, content.getBytes(StandardCharsets.UTF_8), code);
		}

		@Override
		public String toString() {
			return this.name + " " + this.code;
		}

	}

	static Stream<Case> files() {
		return Stream.of(Case.of("rules.yaml", "", "empty-file"), Case.of("rules.yaml", "rules: [", "bad-yaml"),
				Case.of("rules.json", "{\"rules\":", "bad-json"),
				Case.of("rules.csv", "from,redirct\n/a,/b\n", "unknown-key"),
				Case.of("rules.toml", "x", "unknown-format"), Case.of("rules", "x", "unknown-format"),
				new Case("rules.yaml", new byte[] { 0x50, 0x4b, 3, 4, (byte) 0xff, 0, 7 }, "bad-encoding"),
				new Case("rules.json", new byte[1_000], "bad-json"),
				Case.of("rules.yaml", "- { from: /a, redirect: /b, status: 200 }", "bad-status"));
	}

	@ParameterizedTest
	@MethodSource("files")
	void checkNamesTheProblem(Case fault) throws IOException {
		Path file = Files.write(this.directory.resolve(fault.name()), fault.content());
		Run run = Run.of("check", file.toString());
		assertThat(run.exitCode()).isEqualTo(2);
		assertThat(run.err()).isEmpty();
		assertThat(run.out()).startsWith(file + ":")
			.contains(" error[" + fault.code() + "]: ")
			.contains("1 problem in 1 file; ")
			.doesNotContain("\u0007", "\0", "Exception");
	}

	@ParameterizedTest
	@MethodSource("files")
	void explainNamesTheProblem(Case fault) throws IOException {
		Path file = Files.write(this.directory.resolve(fault.name()), fault.content());
		Run run = Run.of("explain", "--rules", file.toString(), "/a");
		assertThat(run.exitCode()).isEqualTo(2);
		assertThat(run.out()).isEmpty();
		assertThat(run.err()).startsWith(file + ":").contains(" error[" + fault.code() + "]: ");
	}

	@Test
	void aMissingFileIsAProblem() {
		Run run = Run.of("check", this.directory.resolve("none.yaml").toString());
		assertThat(run.exitCode()).isEqualTo(2);
		assertThat(run.out()).contains("none.yaml: error[missing-file]: ");
	}

	@Test
	void aDirectoryIsAProblem() {
		Run run = Run.of("check", this.directory.toString());
		assertThat(run.exitCode()).isEqualTo(2);
		assertThat(run.out()).contains(this.directory + ": error[unreadable-file]: ");
	}

	@Test
	void theProblemsOfAllFilesAreListed() throws IOException {
		Path one = Files.writeString(this.directory.resolve("one.yaml"), "- { from: a, redirect: /b }\n");
		Path two = Files.writeString(this.directory.resolve("two.yaml"), "- { from: /a, redirct: /b }\n");
		Run run = Run.of("check", one.toString(), "none.yaml", two.toString());
		assertThat(run.out()).contains("one.yaml:1:", "none.yaml: error[missing-file]", "two.yaml:1:",
				"did you mean 'redirect'?", " problems in 3 files");
	}

	@Test
	void aNameMayHoldWhatAWildcardOrAUrlHolds() throws IOException {
		Path file = Files.writeString(this.directory.resolve("a b#c%20[1].yaml"), "- { from: /a, redirect: /b }\n");
		Run run = Run.of("check", file.toString());
		assertThat(run.exitCode()).as(run.out()).isZero();
		assertThat(run.out()).startsWith("1 rule in 1 file: 0 errors, ");
	}

}
