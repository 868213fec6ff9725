package dev.reroute.source.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.reroute.rule.Definitions;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleDefinition;
import dev.reroute.rule.RuleSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ForeignLocationsTests {

	private static final String ONE_IS_A_PROXY = "/old /new\n/api/* https://api.example.com/:splat 200\n";

	@TempDir
	private Path directory;

	private Path file(String name, String text) throws IOException {
		return Files.writeString(this.directory.resolve(name), text);
	}

	private static Definitions load(String location, boolean lenient) {
		return new RuleFiles(location, RuleSettings.DEFAULT, lenient).load();
	}

	@Test
	void aFormatMayStandInFront() throws IOException {
		Path file = file("moved.txt", "/old /new\n");
		for (String location : List.of("netlify:" + file, "netlify:file:" + file,
				"netlify:file:" + this.directory + "/*.txt")) {
			Definitions definitions = load(location, false);
			assertThat(definitions.problems()).isEmpty();
			assertThat(definitions.rules()).extracting(RuleDefinition::redirect).containsExactly("/new");
		}
	}

	@Test
	void theNameTellsTheFormat() throws IOException {
		assertThat(load(file("_redirects", "/old /new\n").toString(), false).rules()).hasSize(1);
		assertThat(load(file("moved.txt", "/old /new\n").toString(), false).problems()).extracting(Problem::code)
			.containsExactly("unknown-format");
	}

	@Test
	void whatCannotBeTranslatedIsAProblem() throws IOException {
		Definitions definitions = load(file("_redirects", ONE_IS_A_PROXY).toString(), false);
		assertThat(definitions.problems()).extracting(Problem::code, (problem) -> problem.origin().line())
			.containsExactly(org.assertj.core.api.Assertions.tuple("not-translatable", 2));
	}

	@Test
	void whoIsLenientGetsTheRest() throws IOException {
		Definitions definitions = load(file("_redirects", ONE_IS_A_PROXY).toString(), true);
		assertThat(definitions.problems()).isEmpty();
		assertThat(definitions.rules()).hasSize(1);
	}

	@Test
	void aFileThatCannotBeReadIsAProblemForAll() throws IOException {
		Path file = Files.write(this.directory.resolve("_redirects"), new byte[] { (byte) 0xff, (byte) 0xfe, 0 });
		assertThat(load(file.toString(), true).problems()).extracting(Problem::code).containsExactly("bad-encoding");
	}

	@Test
	void anEmptyFileIsAProblemAndOneWithACommentIsNot() throws IOException {
		assertThat(load(file("_redirects", " \n").toString(), true).problems()).extracting(Problem::code)
			.containsExactly("empty-file");
		Definitions definitions = load(file("_redirects", "# nothing yet\n\n").toString(), false);
		assertThat(definitions.problems()).isEmpty();
		assertThat(definitions.rules()).isEmpty();
	}

}
