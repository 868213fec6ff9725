package dev.reroute.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No link of the documentation leads nowhere.
 */
class DocumentedLinksTests {

	private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(?:#([^)]*))?\\)");

	private static final Pattern PATH = Pattern.compile("`(src/[^`]*)`");

	static List<Markdown> pages() {
		return Markdown.pages();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyLinkLeadsSomewhere(Markdown page) {
		List<MatchResult> links = LINK.matcher(page.text()).results().toList();
		assertThat(links).isNotEmpty().allSatisfy((link) -> {
			Path file = link.group(1).isEmpty() ? page.file() : page.file().resolveSibling(link.group(1)).normalize();
			assertThat(file).exists();
			if (link.group(2) != null) {
				assertThat(anchors(file)).contains(link.group(2));
			}
		});
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyPathExists(Markdown page) {
		assertThat(PATH.matcher(page.text()).results())
			.allSatisfy((path) -> assertThat(Path.of(path.group(1))).exists());
	}

	private static List<String> anchors(Path file) throws IOException {
		return Files.readAllLines(file)
			.stream()
			.filter((line) -> line.startsWith("#"))
			.map((line) -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", ""))
			.map((heading) -> heading.replace(' ', '-'))
			.toList();
	}

}
