package dev.reroute.flatten;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.reroute.rule.Problem;
import dev.reroute.test.RuleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is no rule file, or has problems, is not flattened: there are problems and no
 * text.
 */
class BadInputTests {

	@TempDir
	private Path directory;

	record Case(String name, String file, byte[] content, String code) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	private static Case of(String name, String file, String content, String code) {
		return new Case(name, file, content.getBytes(StandardCharsets.UTF_8), code);
	}

	static Stream<Case> files() {
		return Stream.of(of("empty", "rules.yaml", "", "empty-file"), of("empty CSV", "rules.csv", "", "empty-file"),
				of("nothing but comments", "rules.yaml", "# rules\n", "empty-file"),
				new Case("binary", "rules.yaml", new byte[] { 0x50, 0x4b, 3, 4, (byte) 0xff, 0, 0 }, "bad-encoding"),
				new Case("binary CSV", "rules.csv", new byte[] { (byte) 0xff, (byte) 0xfe, 0, 1 }, "bad-encoding"),
				new Case("zeros", "rules.json", new byte[1_000], "bad-json"),
				new Case("Latin-1", "rules.yaml", "- from: /é\n".getBytes(StandardCharsets.ISO_8859_1), "bad-encoding"),
				of("another format", "rules.toml", "x = 1", "unknown-format"),
				of("no format", "rules", "- { from: /a, redirect: /b }", "unknown-format"),
				of("not YAML", "rules.yaml", "rules: [", "bad-yaml"), of("not JSON", "rules.json", "[", "bad-json"),
				of("not CSV", "rules.csv", "from,redirect\n/a,\"/b", "bad-csv"),
				of("another table", "rules.csv", "old,new\n/a,/b\n", "unknown-key"),
				of("a rule that is wrong", "rules.yaml", "- { from: /a, redirect: /b }\n- { from: b, redirect: /c }\n",
						"bad-pattern"),
				of("a rule that is wrong and not enabled", "rules.yaml",
						"- { from: b, redirect: /c, enabled: false }\n", "bad-pattern"),
				of("a row that is wrong", "rules.csv", "from,redirect,status\n/a,/b,abc\n", "bad-number"),
				of("text", "rules.yaml", "hello", "no-rules"),
				of("the configuration of an application", "application.yml",
						"reroute:\n  rules:\n    - { from: /a, redirect: /b }\n", "no-rules"),
				of("such a configuration with more in it", "application.yml",
						"server: { port: 80 }\nreroute:\n  locations: rules.yaml\n", "no-rules"));
	}

	@ParameterizedTest
	@MethodSource("files")
	void isAProblemAndNothingIsWritten(Case bad) throws IOException {
		Path file = Files.write(this.directory.resolve(bad.file()), bad.content());
		expect(file, bad.code());
		assertThat(file).hasBinaryContent(bad.content());
	}

	@Test
	void theConfigurationOfAnApplicationIsToldAsSuch() throws IOException {
		Path file = Files.writeString(this.directory.resolve("application.yml"), "reroute:\n  rules: []\n");
		assertThat(flatten(file).problems()).extracting(Problem::toString)
			.containsExactly(file
					+ ":2:3: no-rules: expected a rule file: a list of rules, alone or under 'rules', got "
					+ "the configuration of an application, with 'reroute'; put the rules into a file of their own, and "
					+ "name it in reroute.locations");
	}

	@Test
	void aMissingFileIsAProblem() {
		expect(this.directory.resolve("none.yaml"), "missing-file");
		expect(this.directory.resolve("none.csv"), "missing-file");
	}

	@Test
	void aDirectoryIsAProblem() throws IOException {
		expect(Files.createDirectory(this.directory.resolve("rules.yaml")), "unreadable-file");
	}

	@Test
	void severalFilesAreAProblem() throws IOException {
		Files.writeString(this.directory.resolve("a.yaml"), "[]");
		Files.writeString(this.directory.resolve("b.yaml"), "[]");
		expect(this.directory.resolve("*.yaml"), "missing-file");
	}

	private static void expect(Path file, String code) {
		FlattenedFile flattened = flatten(file);
		assertThat(flattened.text()).isNull();
		assertThat(flattened.summary()).isEqualTo(FlattenSummary.NOTHING);
		assertThat(flattened.problems()).extracting(Problem::code).containsExactly(code);
		assertThat(flattened.problems().get(0).origin().source()).isEqualTo(file.toString());
	}

	private static FlattenedFile flatten(Path file) {
		return RuleFileFlattener.flatten(file, RuleText.SETTINGS, Hops.PERMANENT);
	}

}
