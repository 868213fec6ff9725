package dev.reroute.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.autoconfigure.RerouteAutoConfiguration;
import dev.reroute.pattern.RedirectTargets;
import dev.reroute.source.LiveRules;
import dev.reroute.test.DecisionAssert;
import dev.reroute.test.TestRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every Java class of the documentation is one that is compiled here, and does what the
 * text says; the dependency is the one that the POM builds.
 */
class DocumentedCodeTests {

	static List<Markdown.Fence> classes() {
		return Markdown.allFences("java");
	}

	@ParameterizedTest
	@MethodSource("classes")
	void classIsCompiledAsItStands(Markdown.Fence fence) {
		Matcher name = Pattern.compile("class (\\w+)").matcher(fence.text());
		assertThat(name.find()).isTrue();
		assertThat(read(Path.of("src/test/java/dev/reroute/docs", name.group(1) + ".java"))).endsWith(fence.text());
	}

	@ParameterizedTest
	@CsvSource({ "/orders, /orders", "https://www.example.com/x, https://www.example.com/x",
			"https://evil.example/x, /", "//evil.example, /", "'', /" })
	void loginSendsTheUserBackWhereItIsSafe(String next, String location) {
		RedirectTargets targets = new RedirectTargets(List.of("www.example.com"));
		assertThat(MockMvcTester.of(new LoginController(targets)).post().uri("/login").param("next", next))
			.hasStatus(303)
			.hasHeader("Location", location);
	}

	@Test
	void rulesInCodeAreLive() {
		new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(RerouteAutoConfiguration.class))
			.withUserConfiguration(MovedConfiguration.class)
			.run((context) -> {
				LiveRules rules = context.getBean(LiveRules.class);
				DecisionAssert.assertThat(rules.current(), TestRequest.get("/old/a")).rewritesTo("/new/a");
				DecisionAssert.assertThat(rules.current(), TestRequest.get("http://shop.example.com/shop/a"))
					.redirectsTo("https://example.com/", 301)
					.hasCacheControl("max-age=3600");
			});
	}

	@Test
	void dependencyIsTheOneThatThePomBuilds() {
		String pom = read(Path.of("pom.xml"));
		assertThat(Markdown.allFences("xml")).isNotEmpty()
			.allSatisfy((fence) -> fence.text()
				.lines()
				.filter((line) -> line.startsWith("\t"))
				.forEach((line) -> assertThat(pom).contains("\n" + line + "\n")));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
