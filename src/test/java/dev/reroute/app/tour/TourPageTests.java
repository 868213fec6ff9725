package dev.reroute.app.tour;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the page shows is what the application has.
 */
class TourPageTests {

	private static final Path SOURCES = Path.of("src/main/java/dev/reroute/app");

	private final String page = read("static/tour/index.html");

	@Test
	void everyCodeSnippetStandsInItsSourceFile() throws IOException {
		List<MatchResult> snippets = find("<code data-source=\"(\\w+\\.java)\">(.*?)</code>");
		assertThat(snippets).hasSizeGreaterThan(5);
		for (MatchResult snippet : snippets) {
			String source = Files.readString(SOURCES.resolve(snippet.group(1)));
			assertThat(flat(source)).contains(flat(HtmlUtils.htmlUnescape(snippet.group(2).replace("<wbr>", ""))));
		}
	}

	@Test
	void everyRuleStandsInTheRulesOfTheDemo() {
		String rules = read("rules.yaml").lines()
			.map((line) -> line.startsWith("  ") ? line.substring(2) : line)
			.collect(Collectors.joining("\n"));
		List<MatchResult> snippets = find("<code data-rules>(.*?)</code>");
		assertThat(snippets).hasSizeGreaterThan(3);
		for (MatchResult snippet : snippets) {
			assertThat(rules + "\n").contains("\n" + HtmlUtils.htmlUnescape(snippet.group(1)) + "\n");
		}
		assertThat(rules.lines().filter((line) -> line.startsWith("- ")))
			.allSatisfy((line) -> assertThat(this.page).contains(line));
	}

	@Test
	void everyExampleHasOneButton() {
		assertThat(find("data-example=\"([^\"]+)\"").stream().map((match) -> match.group(1)))
			.containsExactlyInAnyOrderElementsOf(Example.ALL.stream().map(Example::name).toList());
	}

	@Test
	void requestBesideAButtonIsTheOneThatIsSent() {
		List<MatchResult> buttons = find(
				"<code>([A-Z]+ [^<]+)</code><button type=\"button\" data-example=\"([^\"]+)\" hidden>"
						+ "Run<span class=\"unseen\"> ([^<]+)</span>");
		assertThat(buttons).hasSize(Example.ALL.size() - 5);
		for (MatchResult button : buttons) {
			Example example = Example.find(button.group(2)).orElseThrow();
			assertThat(HtmlUtils.htmlUnescape(button.group(1)))
				.isEqualTo(example.method() + " " + example.target().replace(Example.CONTEXT, ""))
				.isEqualTo(HtmlUtils.htmlUnescape(button.group(3)));
		}
	}

	@Test
	void nothingIsInlineAndNothingIsLoadedFromElsewhere() {
		assertThat(this.page)
			.doesNotContainPattern("(?i)<style|\\sstyle=|\\son\\w+=|javascript:|<script(?! src=\"tour/)")
			.doesNotContainPattern("(?i)(src|<link[^>]*href)=\"(https?:)?//");
		assertThat(read("static/tour/tour.css")).doesNotContain("url(", "@import");
		assertThat(read("static/tour/tour.js")).doesNotContain("innerHTML", "insertAdjacentHTML", "document.write",
				"eval(", "http");
	}

	@Test
	void linksWithinThePageHaveATarget() {
		assertThat(find("href=\"#([^\"]+)\"")).isNotEmpty()
			.allSatisfy((link) -> assertThat(this.page).containsOnlyOnce(" id=\"" + link.group(1) + "\""));
	}

	private List<MatchResult> find(String pattern) {
		return Pattern.compile(pattern, Pattern.DOTALL).matcher(this.page).results().toList();
	}

	private static String flat(String code) {
		return code.lines().map(String::strip).collect(Collectors.joining("\n"));
	}

	private static String read(String resource) {
		try {
			return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
