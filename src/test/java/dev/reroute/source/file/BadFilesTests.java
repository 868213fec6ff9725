package dev.reroute.source.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import dev.reroute.pattern.Limits;
import dev.reroute.rule.Definitions;
import dev.reroute.rule.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A file that cannot be read as rules is one problem with its place, and no exception.
 */
class BadFilesTests {

	@TempDir
	private Path directory;

	record Case(String name, String file, byte[] content, String code, int line, int column) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	private static Case yaml(String name, String text, String code, int line, int column) {
		return new Case(name, "rules.yaml", text.getBytes(StandardCharsets.UTF_8), code, line, column);
	}

	private static Case json(String name, String text, String code, int line, int column) {
		return new Case(name, "rules.json", text.getBytes(StandardCharsets.UTF_8), code, line, column);
	}

	private static Case bytes(String name, String text, Charset charset, String code, int line) {
		return new Case(name, "rules.yaml", text.getBytes(charset), code, line, 0);
	}

	static Stream<Case> yamlFiles() {
		String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n" + "d: [*c, *c, *c, *c, *c, *c]\n".repeat(20);
		return Stream.of(yaml("empty file", "", "empty-file", 1, 0),
				yaml("blank file", " \n\n\t\n", "empty-file", 1, 0),
				yaml("byte order mark alone", "\uFEFF", "empty-file", 1, 0),
				yaml("nothing but comments", "# rules\n# none\n", "empty-file", 0, 0),
				yaml("list not closed", "rules: [\n  {from: /a", "bad-yaml", 2, 12),
				yaml("value behind a value", "- from: /a\n   redirect: /b\n", "bad-yaml", 2, 12),
				yaml("tab as indentation", "rules:\n\t- from: /a\n", "bad-yaml", 2, 1),
				yaml("unknown alias", "rules: [*x]\n", "bad-yaml", 1, 9),
				yaml("alias to itself", "rules: &r\n  - *r\n", "bad-yaml", 1, 8),
				yaml("alias to its document", "&d\nrules: *d\n", "bad-yaml", 1, 1),
				yaml("alias bomb", bomb, "bad-yaml", 0, 0), yaml("deep nesting", "[".repeat(10_000), "bad-yaml", 0, 0),
				yaml("a Java type", "- !!java.net.URL [http://localhost]\n", "bad-yaml", 1, 3),
				yaml("two documents", "---\n- {from: /a, pass: true}\n---\n- {from: /b, pass: true}\n", "bad-yaml", 3,
						1),
				yaml("a list as a key", "- from: /a\n  ? [x]\n  : y\n", "bad-yaml", 2, 5),
				yaml("a key twice", "- from: /a\n  pass: true\n  from: /b\n", "duplicate-key", 3, 3),
				yaml("rules twice", "rules: []\nrules: []\n", "duplicate-key", 2, 1),
				yaml("NUL", "rules:\n- from: /a\0\n", "bad-yaml", 2, 0),
				yaml("escape character", "# \u001B[31m\nrules: []\n", "bad-yaml", 1, 0),
				yaml("text instead of rules", "hello\n", "no-rules", 1, 1),
				yaml("no rules in it", "{}\n", "no-rules", 1, 1),
				yaml("nothing under rules", "rules:\n", "no-rules", 1, 7),
				yaml("a mapping under rules", "rules:\n  from: /a\n", "no-rules", 2, 3),
				yaml("a text as a rule", "rules:\n- /a /b\n", "wrong-shape", 2, 3),
				yaml("a list as a rule", "rules:\n- [/a, /b]\n", "wrong-shape", 2, 3),
				yaml("nothing as a rule", "rules:\n-\n", "wrong-shape", 2, 2),
				yaml("a list as text", "- from: [/a]\n  pass: true\n", "wrong-shape", 1, 9),
				yaml("a mapping as text", "- from: {a: b}\n  pass: true\n", "wrong-shape", 1, 9),
				yaml("braces without quotes", "- from: /a\n  note: {x}\n  pass: true\n", "wrong-shape", 2, 9),
				yaml("nothing as text", "- from: /a\n  note:\n  pass: true\n", "wrong-shape", 2, 8),
				yaml("text as conditions", "- from: /a\n  when: always\n  pass: true\n", "wrong-shape", 2, 9),
				yaml("text as examples", "- from: /a\n  pass: true\n  examples: /a\n", "wrong-shape", 3, 13),
				yaml("half an example", "- from: /a\n  pass: true\n  examples: [{request: /a}]\n", "bad-example", 3,
						24));
	}

	static Stream<Case> otherFiles() {
		return Stream.of(json("JSON: text not closed", "[{\"from\": \"/a", "bad-json", 1, 14),
				json("JSON: list not closed", "[\n{\"from\": \"/a\"", "bad-json", 2, 14),
				json("JSON: comma too many", "[\n{\"from\": \"/a\",}]", "bad-json", 2, 15),
				json("JSON: single quotes", "[{'from': '/a'}]", "bad-json", 1, 3),
				json("JSON: a comment", "// rules\n[]", "bad-json", 1, 1),
				json("JSON: not a number", "[{\"status\": NaN}]", "bad-json", 1, 16),
				json("JSON: a key twice", "[{\"from\": \"/a\",\n\"from\": \"/b\"}]", "duplicate-key", 2, 1),
				json("JSON: two documents", "[]\n[]", "bad-json", 2, 1),
				json("JSON: deep nesting", "[".repeat(10_000), "bad-json", 1, 502),
				json("JSON: null", "null", "no-rules", 1, 1),
				json("JSON: null as a rule", "{\"rules\": [null]}", "wrong-shape", 1, 12),
				bytes("Latin-1", "# gr\u00fc\u00dfe\nrules: []\n", StandardCharsets.ISO_8859_1, "bad-encoding", 1),
				bytes("Latin-1 further down", "rules:\n- from: /caf\u00e9\n", StandardCharsets.ISO_8859_1,
						"bad-encoding", 2),
				bytes("UTF-16", "rules: []\n", StandardCharsets.UTF_16, "bad-encoding", 1),
				new Case("binary", "rules.yaml", new byte[] { 0x50, 0x4b, 3, 4, (byte) 0xff, 0, 0 }, "bad-encoding", 1,
						0),
				new Case("zeros", "rules.json", new byte[1_000], "bad-json", 1, 1),
				new Case("another format", "rules.toml", "x".getBytes(StandardCharsets.UTF_8), "unknown-format", 0, 0));
	}

	@ParameterizedTest
	@MethodSource({ "yamlFiles", "otherFiles" })
	void aFileThatCannotBeReadIsAProblemWithItsPlace(Case fault) throws IOException {
		Path file = Files.write(this.directory.resolve(fault.file()), fault.content());
		Problem problem = onlyProblem(file);
		assertThat(problem.code()).as("%s", problem).isEqualTo(fault.code());
		assertThat(problem.origin().source()).isEqualTo(file.toString());
		assertThat(problem.origin().line()).as("%s", problem).isEqualTo(fault.line());
		assertThat(problem.origin().column()).as("%s", problem).isEqualTo(fault.column());
		assertThat(problem.toString()).doesNotContain("\n", "Exception:", "dev.reroute.");
	}

	@Test
	void aMissingFileIsAProblem() {
		assertThat(onlyProblem(this.directory.resolve("none.yaml")).code()).isEqualTo("missing-file");
	}

	@Test
	void aMisspeltFormatIsGuessed() {
		assertThat(new RuleFiles("netlfy:file:./_redirects").load().problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.hint()).isEqualTo("did you mean 'netlify'?"));
	}

	@Test
	void aMissingFileOnTheClassPathIsAProblem() {
		Definitions definitions = new RuleFiles("classpath:none/rules.yaml").load();
		assertThat(definitions.problems()).extracting(Problem::code).containsExactly("missing-file");
	}

	@Test
	void aDirectoryIsAProblem() throws IOException {
		Path file = Files.createDirectory(this.directory.resolve("rules.yaml"));
		Files.writeString(file.resolve("rules"), "[]");
		assertThat(onlyProblem(file).code()).isEqualTo("unreadable-file");
	}

	@Test
	void aLineOfAHundredMegabytesIsAProblemAndNotReadToItsEnd() throws IOException {
		Path file = this.directory.resolve("rules.yaml");
		try (OutputStream out = Files.newOutputStream(file)) {
			out.write("rules:\n- from: /".getBytes(StandardCharsets.UTF_8));
			byte[] megabyte = new byte[1_048_576];
			Arrays.fill(megabyte, (byte) 'a');
			for (int i = 0; i < 100; i++) {
				out.write(megabyte);
			}
		}
		Problem problem = onlyProblem(file);
		assertThat(problem.code()).isEqualTo("line-too-long");
		assertThat(problem.origin().line()).isEqualTo(2);
	}

	@Test
	void theLongestLineIsRead() throws IOException {
		String line = "- {from: /a, pass: true, note: ";
		String note = "x".repeat(Limits.LINE_LENGTH - line.length() - 1);
		Path file = this.directory.resolve("rules.yaml");
		Files.writeString(file, line + note + "}\n");
		assertThat(load(file).problems()).isEmpty();
		Files.writeString(file, line + note + "x}\n");
		assertThat(onlyProblem(file).code()).isEqualTo("line-too-long");
	}

	@Test
	void aFileHasABound() throws IOException {
		String text = "- {from: /a, pass: true}\n".repeat(4_000);
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		assertThat(FileText.read(new ByteArrayInputStream(bytes), "rules.yaml", Limits.LINE_LENGTH, bytes.length))
			.isEqualTo(text);
		assertThatExceptionOfType(InvalidFileException.class)
			.isThrownBy(() -> FileText.read(new ByteArrayInputStream(bytes), "rules.yaml", Limits.LINE_LENGTH,
					bytes.length - 1))
			.satisfies((ex) -> assertThat(ex.problem().code()).isEqualTo("file-too-long"));
	}

	@Test
	void whatAParserSaysOfHostileTextIsShortened() throws IOException {
		Path file = Files.writeString(this.directory.resolve("rules.yaml"), "- *" + "A".repeat(50_000));
		assertThat(onlyProblem(file).toString().length()).isLessThan(2 * Limits.PROBLEM_LENGTH);
	}

	@Test
	void theOtherFilesOfAWildcardAreReadAllTheSame() throws IOException {
		Files.writeString(this.directory.resolve("a.yaml"), "rules: [");
		Files.writeString(this.directory.resolve("b.yaml"), "- {from: /b, pass: true}\n");
		Files.writeString(this.directory.resolve("c.yaml"), "");
		Definitions definitions = new RuleFiles(this.directory + "/*.yaml").load();
		assertThat(definitions.problems()).extracting(Problem::code).containsExactly("bad-yaml", "empty-file");
		assertThat(definitions.rules()).hasSize(1);
	}

	private static Definitions load(Path file) {
		return new RuleFiles(file.toString()).load();
	}

	private static Problem onlyProblem(Path file) {
		Definitions definitions = load(file);
		assertThat(definitions.problems()).as("%s", definitions.problems()).hasSize(1);
		return definitions.problems().get(0);
	}

}
