package dev.reroute.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import dev.reroute.engine.RuleSet;
import dev.reroute.rule.Problem;
import dev.reroute.source.InvalidRulesException;
import dev.reroute.source.LiveRules;
import dev.reroute.test.TestRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

import static dev.reroute.test.DecisionAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules in {@code application.yml}: the same language, the same problems, with their
 * lines.
 */
class ConfiguredRulesTests {

	@TempDir
	private Path directory;

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RerouteAutoConfiguration.class));

	private void run(String yaml, Consumer<AssertableWebApplicationContext> test) throws IOException {
		Path file = Files.writeString(this.directory.resolve("application.yml"), yaml);
		List<PropertySource<?>> sources = new YamlPropertySourceLoader().load("application.yml",
				new FileSystemResource(file));
		this.runner.withInitializer(
				(context) -> sources.forEach((source) -> context.getEnvironment().getPropertySources().addLast(source)))
			.run(test::accept);
	}

	private void rules(String yaml, Consumer<RuleSet> test) throws IOException {
		run(yaml, (context) -> {
			assertThat(context).hasNotFailed();
			test.accept(context.getBean(LiveRules.class).current());
		});
	}

	private void problems(String yaml, Consumer<List<Problem>> test) throws IOException {
		run(yaml, (context) -> {
			assertThat(context).hasFailed();
			Throwable failure = context.getStartupFailure();
			while (failure.getCause() != null) {
				failure = failure.getCause();
			}
			assertThat(failure).isInstanceOf(InvalidRulesException.class);
			test.accept(((InvalidRulesException) failure).problems());
		});
	}

	@Test
	void theWholeLanguageCanBeWritten() throws IOException {
		rules("""
				reroute:
				  allowed-hosts: ["*.example.com"]
				  rules:
				  - from: /shop/{*rest}
				    when:
				      host: [localhost, "{tenant}.example.net"]
				      method: GET
				      header: {Accept-Language: "de*"}
				      cookie: {beta_test: "*"}
				      query: {utm_source: "{source}"}
				      client: 192.0.2.0/24
				      after: 2026-01-01T00:00:00Z
				      not: {header: {X-Internal: "*"}}
				    redirect: https://shop.example.com/{source}{*rest}
				    status: 301
				    cache: 1h
				    query: {keep: ["utm_*"], remove: utm_term, rename: {utm_medium: from_medium}, set: {from_shop: "1"}}
				    note: Black Friday
				    examples: [{request: /shop/x, expect: 301}]
				""",
				(rules) -> assertThat(rules,
						TestRequest.get("/shop/a?utm_source=x&utm_medium=y&utm_term=z&b=1")
							.header("accept-language", "de-AT")
							.cookie("beta_test", "1"))
					.redirectsTo("https://shop.example.com/x/a?from_shop=1&utm_source=x&from_medium=y", 301)
					.hasCacheControl("max-age=3600"));
	}

	@Test
	void namesKeepTheirCharacters() throws IOException {
		rules("""
				reroute.rules:
				- from: /a
				  rewrite: /b
				  request-headers: {set: {X_Under_Score: a, X-UPPER: b}}
				  query:
				    set: {CamelCase: "1", snake_case: "2", "with space": "3", "é": "4"}
				""", (rules) -> assertThat(rules, TestRequest.get("/a"))
			.rewritesTo("/b?CamelCase=1&snake_case=2&with%20space=3&%C3%A9=4"));
	}

	@Test
	void noRulesAndAnEmptyListAreFine() throws IOException {
		rules("reroute: {}\n", (rules) -> assertThat(rules.rules()).isEmpty());
		rules("reroute.rules: []\n", (rules) -> assertThat(rules.rules()).isEmpty());
	}

	@Test
	void placeholdersOfTheEnvironmentAreFilledAndThoseOfRulesAreNot() throws IOException {
		rules("""
				target: /b
				reroute.rules:
				- {from: "/a/{x}", redirect: "${target}/{x}", note: "${jndi:ldap://x} #{1+1} ${none}"}
				""", (rules) -> assertThat(rules, TestRequest.get("/a/c")).redirectsTo("/b/c"));
	}

	@Test
	void theOrderIsThatOfTheFileBeyondTenRules() throws IOException {
		StringBuilder yaml = new StringBuilder("reroute.rules:\n");
		for (int i = 0; i < 12; i++) {
			yaml.append("- {from: /**, redirect: /r").append(i).append("}\n");
		}
		rules(yaml.toString(), (rules) -> {
			assertThat(rules.rules()).hasSize(12);
			assertThat(rules, TestRequest.get("/r0")).passes();
			assertThat(rules.rules().get(10).origin().line()).isEqualTo(12);
		});
	}

	@Test
	void allProblemsAreReportedWithTheirLines() throws IOException {
		problems("""
				reroute:
				  rules:
				  - from: /a
				  - from: /b
				    redirct: /c
				  - from-regex: (?!x)
				    redirect: /d
				    status: 200
				  - from: /e
				    redirect: //evil.example
				    when:
				      scheme: ftp
				  - from: /f
				    rewrite: /g
				    request-headers: {set: {Host: x}}
				  - /h
				  - from: [/i]
				    pass: true
				""", (problems) -> {
			assertThat(problems).extracting((problem) -> problem.origin().line() + " " + problem.code())
				.containsExactlyInAnyOrder("3 no-action", "4 no-action", "5 unknown-key", "6 bad-regex", "8 bad-status",
						"10 bad-target", "12 bad-scheme", "15 forbidden-header", "16 wrong-shape", "17 wrong-shape",
						"17 no-source");
			assertThat(problems).allMatch((problem) -> problem.origin().source().equals("application.yml"));
		});
	}

	@Test
	void rulesThatAreNoListAreAProblem() throws IOException {
		problems("reroute.rules: nonsense\n",
				(problems) -> assertThat(problems).extracting(Problem::code).containsExactly("no-rules"));
	}

	@Test
	void aTextWithAPlaceholderThatGoesInCirclesIsAProblem() throws IOException {
		problems("a: ${b}\nb: ${a}\nreroute.rules:\n- {from: /a, redirect: \"${a}\"}\n",
				(problems) -> assertThat(problems).extracting(Problem::code).containsExactly("source-failed"));
	}

	@Test
	void propertiesWorkAsWell() {
		this.runner
			.withPropertyValues("reroute.rules[0].from=/a", "reroute.rules[0].redirect=/b",
					"reroute.rules[0].when.query.utm_source=x", "reroute.rules[0].when.method[0]=GET")
			.run((context) -> assertThat(context.getBean(LiveRules.class).current(), TestRequest.get("/a?utm_source=x"))
				.redirectsTo("/b?utm_source=x"));
	}

	@Test
	void theFailureAnalysisListsEveryProblemAndSaysWhatToDo() throws IOException {
		run("reroute.rules:\n- from: /a\n- {from: /b, redirct: /c}\n", (context) -> {
			FailureAnalysis analysis = new InvalidRulesFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription()).startsWith("The rules have 3 problem(s):")
				.contains("application.yml:2",
						"no-action: expected one of 'redirect', 'rewrite', 'respond', 'pass', got none")
				.contains("application.yml:3", "got 'redirct'; did you mean 'redirect'?")
				.doesNotContain("Exception", "at dev.reroute");
			assertThat(analysis.getAction()).contains("reroute.enabled=false");
		});
	}

	@Test
	void problemsOfFilesAndOfTheConfigurationAreReportedTogether() throws IOException {
		Path file = Files.writeString(this.directory.resolve("rules.yaml"), "rules: [\n");
		problems("reroute:\n  locations: ['" + file + "', '" + file + ".none.yaml']\n  rules:\n  - from: /a\n",
				(problems) -> assertThat(problems).extracting(Problem::code)
					.containsExactlyInAnyOrder("bad-yaml", "missing-file", "no-action"));
	}

}
