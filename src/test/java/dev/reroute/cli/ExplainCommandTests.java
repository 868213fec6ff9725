package dev.reroute.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ExplainCommandTests {

	private static final String RULES = """
			rules:
			  - from: /blog/{year:\\d{4}}/{slug}
			    redirect: https://www.example.com/{slug}?y={year}
			    status: 301
			    cache: 1h
			  - { from: /loop, redirect: /loop2 }
			  - { from: /loop2, redirect: /loop }
			  - { from: /three, redirect: /two }
			  - { from: /two, redirect: /one, status: 308 }
			  - { from: /one, respond: 410 }
			  - { from: /sale, redirect: /sale/now, when: { after: 2026-11-27T00:00:00Z, before: 2026-12-01T00:00:00Z } }
			  - { from: /lang, redirect: /de, when: { header: { Accept-Language: [ "de*", "gsw*" ] } } }
			  - { from: /form, redirect: /form2, when: { method: [ POST, PUT ] } }
			  - { from: /inside, redirect: /intra, when: { client: 10.0.0.0/8 } }
			  - { from: /outside, redirect: /extra, when: { not: { client: 10.0.0.0/8 } } }
			  - { from: "/old/{*rest}", rewrite: "/new/{*rest}", request-headers: { set: { X-R: "yes" }, remove: [ X-S ] } }
			  - { from: /moved, rewrite: /seen }
			  - { from: /to-moved, redirect: /moved }
			  - { from: /health, pass: true }
			  - { from: "/{*rest}", redirect: "/archive/{*rest}", fallback: true }
			""";

	@TempDir
	private Path directory;

	private Path rules;

	@BeforeEach
	void writeRules() throws IOException {
		this.rules = Files.writeString(this.directory.resolve("rules.yaml"), RULES);
	}

	@Test
	void aRedirectIsExplainedWithRuleCapturesTargetAndHops() {
		assertThat(explain("/blog/2009/t%C3%A9")).isEqualTo("""
				/blog/2009/t%C3%A9 is redirected with 301 to https://www.example.com/t%C3%A9?y=2009
				  rule:     /blog/{year:\\d{4}}/{slug}
				  at:       FILE:2:5
				  captures: year = 2009
				            slug = t\u00e9
				  target:   https://www.example.com/{slug}?y={year}
				  answer:   Cache-Control: max-age=3600

				hops
				  /blog/2009/t%C3%A9
				  301 -> https://www.example.com/t%C3%A9?y=2009  FILE:2:5
				  on a host that no rule names
				""");
	}

	@Test
	void hopsAreShownOneBelowTheOther() {
		assertThat(explain("/three")).endsWith("""

				hops
				  /three
				  307 -> /two  FILE:8:5
				  308 -> /one  FILE:9:5
				  where the answer is 410
				""");
	}

	@Test
	void aLoopIsTold() {
		assertThat(explain("/loop")).endsWith("""
				  /loop
				  307 -> /loop2  FILE:6:5
				  307 -> /loop   FILE:7:5
				  a loop: /loop was asked for before
				""");
	}

	@Test
	void aRewriteIsExplainedWithItsHeaders() {
		assertThat(explain("/old/x?y=1")).isEqualTo("""
				/old/x?y=1 is rewritten to /new/x?y=1
				  rule:     /old/{*rest}
				  at:       FILE:16:5
				  captures: rest = /x
				  target:   /new/{*rest}
				  header:   X-R: yes
				  header:   X-S is removed
				""");
		assertThat(explain("/to-moved")).endsWith("  where the application answers, as /seen\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/health         | /health passes: a rule says so
			/one            | /one is answered with 410
			/a/../b         | /a/../b is answered with 400: the path is malformed
			/error          | /error passes: its path is reserved, and no rule is tried
			/actuator/info  | /actuator/info passes: its path is reserved, and no rule is tried
			/nothing        | /nothing passes: no rule matches
			""")
	void everyDecisionHasItsWords(String url, String firstLine) {
		assertThat(explain(url).lines()).first().isEqualTo(firstLine);
	}

	@Test
	void aFallbackIsExplainedWhereNoOtherRuleMatches() {
		assertThat(explain("/nothing")).startsWith("""
				/nothing passes: no rule matches
				where the application answers 404, it is redirected with 307 to /archive/nothing
				  rule:     /{*rest}
				  at:       FILE:20:5
				  captures: rest = /nothing
				""");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					/sale --at 2026-12-01T00:00Z       | after: 2026-11-27T00:00:00Z, before: 2026-12-01T00:00:00Z; the request has 2026-12-01T00:00:00Z
					/lang                              | header Accept-Language: de*, gsw*; the request has none
					/lang --header Accept-Language:en  | header Accept-Language: de*, gsw*; the request has en
					/form                              | method: POST, PUT; the request has GET
					/inside --client 192.0.2.7         | client: 10.0.0.0/8; the request has 192.0.2.7
					/outside --client 10.1.2.3         | not: { client: 10.0.0.0/8 }; the request has 10.1.2.3
					""")
	void aConditionThatFailsIsTold(String args, String why) {
		assertThat(explain(args.split(" "))).contains("\ncame close\n").contains("\n    does not hold: " + why + "\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					/sale --at 2026-11-28T00:00Z           | /sale is redirected with 307 to /sale/now
					/sale --at 2026-11-27T01:00+01:00      | /sale is redirected with 307 to /sale/now
					/lang --header Accept-Language:gsw     | /lang is redirected with 307 to /de
					/form --method post                    | POST /form is redirected with 307 to /form2
					/inside --client 10.1.2.3              | /inside is redirected with 307 to /intra
					/three --default-status 302            | /three is redirected with 302 to /two
					/THREE --ignore-case                   | /THREE is redirected with 307 to /two
					/three/ --ignore-trailing-slash        | /three/ is redirected with 307 to /two
					/three --reserved-path /three          | /three passes: its path is reserved, and no rule is tried
					http://localhost/three#here            | /three is redirected with 307 to /two
					https://example.com:8443/three?x=1     | https://example.com:8443/three?x=1 is redirected with 307 to /two?x=1
					""")
	void optionsMakeTheRequest(String args, String firstLine) {
		assertThat(explain(args.split(" ")).lines()).first().isEqualTo(firstLine);
	}

	@Test
	void jsonIsForPrograms() {
		Run run = run("--format", "json", "/loop");
		JsonNode json = JsonMapper.shared().readTree(run.out());
		assertThat(json.path("request").path("url").stringValue()).isEqualTo("/loop");
		assertThat(json.path("request").path("method").stringValue()).isEqualTo("GET");
		JsonNode decision = json.path("decision");
		assertThat(decision.path("action").stringValue()).isEqualTo("redirect");
		assertThat(decision.path("status").intValue()).isEqualTo(307);
		assertThat(decision.path("target").stringValue()).isEqualTo("/loop2");
		assertThat(decision.path("rule").path("file").stringValue()).isEqualTo(this.rules.toString());
		assertThat(decision.path("rule").path("line").intValue()).isEqualTo(6);
		assertThat(json.path("hops")).extracting((hop) -> hop.path("location").stringValue())
			.containsExactly("/loop2", "/loop");
		assertThat(json.path("end").path("how").stringValue()).isEqualTo("loop");
		assertThat(json.path("attempts").get(0).path("outcome").stringValue()).isEqualTo("decided");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/health      | pass    | pass-rule
			/error       | pass    | reserved-path
			/nothing     | pass    | no-rule
			/a/../b      | respond | malformed-path
			""")
	void jsonSaysWhyNothingWasDone(String url, String action, String reason) {
		JsonNode decision = JsonMapper.shared().readTree(run("--format", "json", url).out()).path("decision");
		assertThat(decision.path("action").stringValue()).isEqualTo(action);
		assertThat(decision.path("reason").stringValue()).isEqualTo(reason);
	}

	@Test
	void jsonHasRewritesFallbacksAndFailedConditions() {
		JsonNode rewrite = JsonMapper.shared().readTree(run("--format", "json", "/old/x").out());
		assertThat(rewrite.path("decision").path("setHeaders").path("X-R").stringValue()).isEqualTo("yes");
		assertThat(rewrite.path("captures").path("rest").stringValue()).isEqualTo("/x");
		JsonNode failed = JsonMapper.shared().readTree(run("--format", "json", "/form").out());
		assertThat(failed.path("whenMissing").path("target").stringValue()).isEqualTo("/archive/form");
		assertThat(failed.path("attempts").get(0).path("outcome").stringValue()).isEqualTo("condition-failed");
		assertThat(failed.path("attempts").get(0).path("condition").stringValue()).isEqualTo("method: POST, PUT");
		assertThat(failed.path("attempts").get(0).path("got").stringValue()).isEqualTo("GET");
	}

	@Test
	void withoutRulesFileHereOneMustBeNamed() {
		assertThat(Path.of("rules.yaml")).doesNotExist();
		Run run = Run.of("explain", "/a");
		assertThat(run.exitCode()).isEqualTo(2);
		assertThat(run.err()).startsWith("reroute: There is no rules.yaml here; name rule files with --rules\n");
	}

	private String explain(String... args) {
		Run run = run(args);
		assertThat(run.exitCode()).as(run.err()).isZero();
		return run.out().replace(this.rules.toString(), "FILE");
	}

	private Run run(String... args) {
		List<String> all = new ArrayList<>(List.of("explain", "--rules", this.rules.toString()));
		all.addAll(Arrays.asList(args));
		return Run.of(all.toArray(String[]::new));
	}

}
