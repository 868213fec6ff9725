package dev.reroute.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import dev.reroute.autoconfigure.RerouteAutoConfiguration;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleSettings;
import dev.reroute.source.LiveRules;
import dev.reroute.test.RuleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every rule of the documentation is read as a rule file or a configuration is read.
 */
class DocumentedRulesTests {

	private static final String PROBLEM = "yaml problem=";

	static Stream<Markdown.Fence> ruleFiles() {
		return Markdown.allFences("yaml")
			.stream()
			.filter((fence) -> fence.info().equals("yaml") && fence.text().startsWith("rules:"));
	}

	static Stream<Markdown.Fence> configurations() {
		return Markdown.allFences("yaml").stream().filter((fence) -> fence.text().startsWith("reroute:"));
	}

	static Stream<Markdown.Fence> wrongRules() {
		return Markdown.allFences("yaml").stream().filter((fence) -> fence.info().startsWith(PROBLEM));
	}

	/** Those of {@link DocumentedCommandsTests}. */
	static Stream<Markdown.Fence> ofCommands() {
		return Markdown.allFences("yaml")
			.stream()
			.filter((fence) -> fence.info().startsWith(DocumentedCommandsTests.FILE)
					|| fence.info().equals(DocumentedCommandsTests.WORKFLOW));
	}

	@Test
	void everyYamlIsTested() {
		List<Markdown.Fence> known = Stream.of(ruleFiles(), configurations(), wrongRules(), ofCommands())
			.flatMap((fences) -> fences)
			.toList();
		assertThat(known).containsExactlyInAnyOrderElementsOf(Markdown.allFences("yaml")).isNotEmpty();
	}

	@Test
	void csvFilesHaveNoProblems() {
		assertThat(Markdown.allFences("csv")).isNotEmpty()
			.allSatisfy((fence) -> assertThat(RuleText.problemsOfCsv(fence.text())).isEmpty());
	}

	@ParameterizedTest
	@MethodSource("ruleFiles")
	void ruleFileHasNoProblems(Markdown.Fence fence) {
		assertThat(RuleText.problems(fence.text())).isEmpty();
		assertThat(RuleText.rules(fence.text()).rules()).isNotEmpty();
	}

	@Test
	void jsonHasNoProblems() {
		assertThat(Markdown.allFences("json")).isNotEmpty()
			.allSatisfy((fence) -> assertThat(RuleText.problemsOfJson(fence.text())).isEmpty());
	}

	@ParameterizedTest
	@MethodSource("wrongRules")
	void wrongRulesHaveExactlyTheProblemsNamed(Markdown.Fence fence) {
		List<Problem> problems = RuleText.problems(fence.text(), RuleSettings.DEFAULT);
		assertThat(problems).extracting(Problem::code)
			.containsExactly(fence.info().substring(PROBLEM.length()).split(","));
	}

	@ParameterizedTest
	@MethodSource("configurations")
	void configurationStartsWithItsRules(Markdown.Fence fence) throws IOException {
		EnumerablePropertySource<?> source = (EnumerablePropertySource<?>) load(fence);
		new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(RerouteAutoConfiguration.class))
			.withInitializer((context) -> context.getEnvironment().getPropertySources().addFirst(source))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(LiveRules.class).current().rules()).isNotEmpty();
			});
	}

	@ParameterizedTest
	@MethodSource("configurations")
	void configurationHasOnlyKnownProperties(Markdown.Fence fence) throws IOException {
		EnumerablePropertySource<?> source = (EnumerablePropertySource<?>) load(fence);
		assertThat(source.getPropertyNames()).extracting((name) -> name.replaceFirst("\\[.*", ""))
			.isSubsetOf(DocumentedPropertiesTests.properties().keySet());
	}

	/**
	 * A list of problems in the documentation is the one that the rules above it have.
	 */
	@Test
	void listedProblemsAreThoseOfTheRulesAbove() {
		List<Markdown.Fence> fences = Markdown.RULES.fences();
		int listed = 0;
		for (int i = 1; i < fences.size(); i++) {
			if (fences.get(i).info().equals("text")) {
				String problems = RuleText.problems(fences.get(i - 1).text(), RuleSettings.DEFAULT)
					.stream()
					.map((problem) -> problem.toString().replaceFirst("^.*?\\.yaml", "rules.yaml") + "\n")
					.reduce("", String::concat);
				assertThat(fences.get(i).text()).as(fences.get(i).place()).isEqualTo(problems);
				listed++;
			}
		}
		assertThat(listed).isPositive();
	}

	private static PropertySource<?> load(Markdown.Fence fence) throws IOException {
		ByteArrayResource resource = new ByteArrayResource(fence.text().getBytes(StandardCharsets.UTF_8));
		return new YamlPropertySourceLoader().load(fence.place(), resource).get(0);
	}

}
