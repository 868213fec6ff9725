package dev.reroute.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConvertCommandTests {

	@TempDir
	private Path directory;

	private String file(String name, String text) throws IOException {
		return Files.writeString(this.directory.resolve(name), text).toString();
	}

	@Test
	void theNameTellsTheFormat() throws IOException {
		Run run = Run.of("convert", file("_redirects", "# moved\n/old /new\n/gone /there 302\n"));
		assertThat(run.err()).isEqualTo("2 of 2 directives became 2 rules, 0 could not be translated\n");
		assertThat(run.out()).startsWith("rules:\n  - from: /old\n    redirect: /new\n    status: 301\n")
			.contains("note: moved (_redirects:2)");
		assertThat(run.exitCode()).isZero();
	}

	@Test
	void aFormatIsChosen() throws IOException {
		Run run = Run.of("convert", "--from", "netlify", file("moved.txt", "/old /new\n"));
		assertThat(run.out()).contains("redirect: /new");
		assertThat(Run.of("convert", "netlify:" + file("moved.txt", "/old /new\n")).out()).isEqualTo(run.out());
	}

	@Test
	void aCopyOfAnHtaccessIsOne() throws IOException {
		for (String name : new String[] { "htaccess.txt", ".htaccess.bak", "old.htaccess" }) {
			Run run = Run.of("convert", "--from", "apache", file(name, "RewriteRule ^old$ /new [R=301,L]\n"));
			assertThat(run.out()).as(name).contains("from: /old");
		}
	}

	@Test
	void whatIsNotTranslatedIsToldWithLineTextAndReason() throws IOException {
		String file = file("_redirects", "/old /new\n/api/* https://api.example.com/:splat 200\n");
		Run run = Run.of("convert", file);
		assertThat(run.err()).contains(file + ":2: error[not-translatable]",
				"'/api/*https://api.example.com/:splat 200'".replace("/*h", "/* h"),
				"1 of 2 directives became 1 rule, 1 could not be translated");
		assertThat(run.out()).contains("/new").doesNotContain("api");
		assertThat(run.exitCode()).isEqualTo(1);
		assertThat(Run.of("convert", "--lenient", file).exitCode()).isZero();
	}

	@Test
	void whatComesOutCanBeChecked() throws IOException {
		Run run = Run.of("convert", file("_redirects", "/old/* /new/:splat\n/a id=:id /b/:id 302\n"));
		Run check = Run.of("check", file("rules.yaml", run.out()));
		assertThat(check.exitCode()).as(check.out()).isZero();
	}

	@Test
	void othersReadForeignFilesToo() throws IOException {
		String file = file("_redirects", "/old /new\n");
		assertThat(Run.of("explain", "--rules", file, "/old").out()).contains("/old is redirected with 301 to /new");
		String moved = file("moved.txt", "/old /new\n");
		assertThat(Run.of("explain", "--rules", "netlify:" + moved, "/old").out()).contains("to /new");
		assertThat(Run.of("flatten", file).err()).contains("unknown-format", "'convert' makes one");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '!', quoteCharacter = '"',
			textBlock = """
					a name that tells nothing  ! moved.txt  !             ! does not tell its format; take --from with one of netlify
					no format                  ! moved.txt  ! --from=nope ! 'nope' is no format; take --from with one of netlify
					no file                    !            ! --from=nginx ! missing-file
					""")
	void badUsageIsExplained(String name, String file, String option, String message) throws IOException {
		String path = (file != null) ? file(file, "/a /b\n") : this.directory.resolve("none").toString();
		Run run = (option != null) ? Run.of("convert", option, path) : Run.of("convert", path);
		assertThat(run.err()).contains(message);
		assertThat(run.out()).isEmpty();
		assertThat(run.exitCode()).isEqualTo(2);
	}

	@Test
	void aFileThatIsNoTextIsRefused() throws IOException {
		Path latin1 = Files.write(this.directory.resolve("_redirects"),
				"/a /b\n/\u00e9 /c\n".getBytes(StandardCharsets.ISO_8859_1));
		Run run = Run.of("convert", latin1.toString());
		assertThat(run.err()).contains("_redirects:2: error[bad-encoding]");
		assertThat(run.exitCode()).isEqualTo(2);
		assertThat(Run.of("convert", "--from=nginx", this.directory.toString()).err()).contains("a directory");
	}

}
