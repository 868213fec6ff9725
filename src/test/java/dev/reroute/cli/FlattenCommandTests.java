package dev.reroute.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code flatten}: rules on standard output, words on standard error.
 */
class FlattenCommandTests {

	private static final String CHAIN = """
			rules:
			  # d\u00e9m\u00e9nag\u00e9
			  - { from: /a, redirect: /b, status: 301 }
			  - { from: /b, redirect: /c, status: %d }
			""";

	@TempDir
	private Path directory;

	@Test
	void theRulesArePrintedAndTheFileStays() throws IOException {
		Path file = write("rules.yaml", CHAIN.formatted(308));
		Run run = Run.of("flatten", file.toString());
		assertThat(run.exitCode()).isZero();
		assertThat(run.out()).isEqualTo(CHAIN.formatted(308).replace("/a, redirect: /b", "/a, redirect: /c"));
		assertThat(run.err()).startsWith("1 of 2 rules flattened, 1 hops saved");
		assertThat(file).hasContent(CHAIN.formatted(308));
	}

	@Test
	void aTemporaryHopStaysUnlessAsked() throws IOException {
		Path file = write("rules.yaml", CHAIN.formatted(302));
		assertThat(Run.of("flatten", file.toString()).err()).contains("left: temporary: '/a' leads to '/b'");
		assertThat(Run.of("flatten", "--all", file.toString()).out())
			.contains("{ from: /a, redirect: /c, status: 302 }");
	}

	@Test
	void withProblemsNothingIsPrinted() throws IOException {
		Run run = Run.of("flatten", write("rules.yaml", "rules: [{ from: /a }]").toString());
		assertThat(run.exitCode()).isEqualTo(2);
		assertThat(run.out()).isEmpty();
		assertThat(run.err()).contains("no-action");
	}

	@Test
	void badUsageIsSaid() throws IOException {
		assertThat(Run.of("flatten").exitCode()).isEqualTo(2);
		assertThat(Run.of("flatten", "nowhere.yaml").exitCode()).isEqualTo(2);
		assertThat(Run.of("flatten", write("rules.txt", "x").toString()).exitCode()).isEqualTo(2);
		assertThat(Run.of("flatten", "--all=maybe", "rules.yaml").exitCode()).isEqualTo(2);
	}

	private Path write(String name, String text) throws IOException {
		return Files.writeString(this.directory.resolve(name), text);
	}

}
