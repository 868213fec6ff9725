package dev.reroute.actuate;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.reroute.app.DemoTest;
import dev.reroute.app.Http;
import dev.reroute.hits.HitCounter;
import dev.reroute.pattern.Limits;
import dev.reroute.source.LiveRules;
import dev.reroute.source.LintStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What an operator sees.
 */
@SpringBootTest(classes = WatchedApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { DemoTest.WITHOUT_SECURITY, "spring.config.location=optional:classpath:/none/",
				"management.endpoints.web.exposure.include=health,metrics,reroute",
				"management.endpoint.health.show-details=always", "reroute.watch-interval=0" })
class OverHttpTests {

	private static final String RULES = """
			rules:
			  - { from: "/old/{*rest}", rewrite: /new }
			  - { from: /moved, redirect: /new, status: 301, id: moved, when: { method: [POST, GET], header: { X-A: "*" } } }
			  - { from: /gone/, respond: 410 }
			  - { from: /left, pass: true }
			  - { from: /self, redirect: /self }
			  - { from: "https://old.example.com/{*rest}", redirect: "https://www.example.com/{*rest}" }
			  - { from: //shop.example.com/a, redirect: /b }
			  - { from: /missing, redirect: /new, fallback: true, id: chain-1 }
			""";

	@TempDir
	private static Path folder;

	@LocalServerPort
	private int port;

	@Autowired
	private LiveRules rules;

	@DynamicPropertySource
	static void rules(DynamicPropertyRegistry registry) throws IOException {
		Files.writeString(folder.resolve("rules.yaml"), RULES);
		registry.add("reroute.locations", () -> folder.resolve("rules.yaml").toString());
	}

	@BeforeEach
	void goodRulesAreLive() throws IOException {
		if (!this.rules.problems().isEmpty()) {
			change(RULES);
		}
		await().until(() -> this.rules.status().lint().state() == LintStatus.State.DONE);
	}

	private void change(String yaml) throws IOException {
		Files.writeString(folder.resolve("rules.yaml"), yaml);
		this.rules.reload();
	}

	private HttpResponse<String> get(String target) {
		return new Http(this.port).get(target);
	}

	private JsonNode json(String target) {
		HttpResponse<String> response = get(target);
		assertThat(response.statusCode()).as(target).isEqualTo(200);
		return new JsonMapper().readTree(response.body());
	}

	@Test
	void theEndpointShowsWhatIsLive() {
		JsonNode all = json("/actuator/reroute");
		assertThat(all.get("version").asLong()).isEqualTo(this.rules.status().version());
		assertThat(Instant.parse(all.get("since").asString())).isEqualTo(this.rules.status().since());
		assertThat(all.get("rules")).hasToString("{\"total\":8,\"rewrite\":1,\"redirect\":5,\"respond\":1,\"pass\":1}");
		JsonNode file = all.get("sources").get(1);
		assertThat(file.get("name").asString()).endsWith("rules.yaml");
		assertThat(file.get("rules").asInt()).isEqualTo(8);
		assertThat(Instant.parse(file.get("lastRead").asString())).isBefore(this.rules.status().since());
		assertThat(file.get("problems")).hasToString("{\"total\":0,\"first\":[]}");
		assertThat(all.get("problems")).hasToString("{\"total\":0,\"first\":[]}");
		assertThat(all.get("lint").get("state").asString()).isEqualTo("done");
		assertThat(all.get("lint").get("severities")).hasToString("{\"error\":0,\"warning\":1,\"info\":0}");
		assertThat(all.get("lint").get("codes")).hasToString("{\"chain\":1}");
		assertThat(all.get("lint").get("first").get(0).asString())
			.endsWith("rules.yaml:9:5: warning: chain: a redirect leads to another redirect");
	}

	@Test
	void aRuleIsShownInWords() {
		JsonNode rule = json("/actuator/reroute/moved");
		assertThat(rule.get("id").asString()).isEqualTo("moved");
		assertThat(rule.get("origin").asString()).endsWith("rules.yaml:3:5");
		assertThat(rule.get("source").asString()).isEqualTo("/moved");
		assertThat(rule.get("action").asString()).isEqualTo("redirect to /new with 301");
		assertThat(rule.get("conditions")).hasToString("[\"method: GET, POST\",\"header X-A: *\"]");
		assertThat(rule.get("fallback").asBoolean()).isFalse();
		assertThat(rule.get("hits")).hasToString("{}");
		assertThat(rule.get("findings")).hasToString("[]");
	}

	@Test
	void theFindingsOfARuleAreShown() {
		assertThat(json("/actuator/reroute/chain-1").get("findings"))
			.hasToString("[{\"code\":\"chain\",\"severity\":\"warning\","
					+ "\"message\":\"a redirect leads to another redirect\",\"suggestion\":\"mend it\","
					+ "\"witness\":\"/witness\"}]");
	}

	@Test
	void theHitsOfARuleAreShown() {
		get("/gone/");
		long before = json("/actuator/reroute?id=/gone/").get("hits").get("responded").asLong();
		get("/gone/");
		assertThat(json("/actuator/reroute?id=/gone/").get("hits").get("responded").asLong()).isEqualTo(before + 1);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/old/{*rest}", "moved", "/gone/", "https://old.example.com/{*rest}", "//shop.example.com/a" })
	void everyIdComesThroughAsAParameter(String id) {
		String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8);
		assertThat(json("/actuator/reroute?id=" + encoded).get("id").asString()).isEqualTo(id);
	}

	@ParameterizedTest
	@CsvSource({ "old/%7B*rest%7D, /old/{*rest}", "/old/%7B*rest%7D, /old/{*rest}", "gone/, /gone/", "gone, /gone/",
			"https:/old.example.com/%7B*rest%7D, https://old.example.com/{*rest}",
			"https://old.example.com/%7B*rest%7D, https://old.example.com/{*rest}",
			"shop.example.com/a, //shop.example.com/a" })
	void mostIdsComeThroughInThePath(String path, String id) {
		assertThat(json("/actuator/reroute/" + path).get("id").asString()).isEqualTo(id);
	}

	@ParameterizedTest
	@CsvSource({ "/actuator/reroute/nothing, 404", "/actuator/reroute/, 404", "/actuator/reroute?id=nothing, 404",
			"/actuator/reroute?id=, 404", "/actuator/reroute?id=moved%00, 404", "/actuator/reroute?id=%C3, 400",
			"/actuator/reroute/Moved, 404", "/actuator/reroute/moved/x, 404", "/actuator/reroute/%2Fgone%2F, 400",
			"/actuator/reroute/%00, 400", "/actuator/reroute/%C3%28, 400" })
	void whatIsNoRuleIsNotFound(String target, int status) {
		assertThat(get(target).statusCode()).isEqualTo(status);
	}

	@Test
	void aReloadWithProblemsIsSeenAndTheNodeStaysUp() throws IOException {
		long version = this.rules.status().version();
		change("rules: [ { from: /a } ]");
		JsonNode all = json("/actuator/reroute");
		assertThat(all.get("version").asLong()).isEqualTo(version);
		assertThat(all.get("problems").get("total").asInt()).isEqualTo(1);
		assertThat(all.get("problems").get("first").get(0).asString()).contains("rules.yaml:1:10: no-action");
		assertThat(all.get("sources").get(1).get("problems")).isEqualTo(all.get("problems"));
		HttpResponse<String> health = get("/actuator/health");
		assertThat(health.statusCode()).isEqualTo(200);
		JsonNode reroute = new JsonMapper().readTree(health.body()).get("components").get("reroute");
		assertThat(reroute.get("status").asString()).isEqualTo("UP");
		assertThat(reroute.get("details").get("problems")).isEqualTo(all.get("problems"));
		assertThat(reroute.get("details").get("rules").asInt()).isEqualTo(8);
		assertThat(value("/actuator/metrics/reroute.problems")).isEqualTo(1);
		assertThat(value("/actuator/metrics/reroute.rules")).isEqualTo(8);
		assertThat(get("/left").statusCode()).isEqualTo(404);
		assertThat(get("/gone/").statusCode()).isEqualTo(410);
	}

	@Test
	void aRefusedChangeIsSeen() throws IOException {
		change(RULES + "  - { from: /a, redirect: /b, id: loop-1 }\n");
		assertThat(json("/actuator/reroute").get("problems").get("first").get(0).asString())
			.contains("rules.yaml:10:5: refused-finding: ")
			.contains("loop: rule 'loop-1': a visitor is sent in a circle");
		assertThat(json("/actuator/health/reroute").get("details").get("problems").get("total").asInt()).isEqualTo(1);
		assertThat(get("/actuator/reroute/loop-1").statusCode()).isEqualTo(404);
		assertThat(get("/a").statusCode()).isEqualTo(404);
	}

	@Test
	void onlySomeOfManyProblemsAreShown() throws IOException {
		change("rules:\n" + "  - { from: /a }\n".repeat(Limits.PROBLEMS_SHOWN + 5));
		JsonNode problems = json("/actuator/health/reroute").get("details").get("problems");
		assertThat(problems.get("total").asInt()).isEqualTo(Limits.PROBLEMS_SHOWN + 5);
		assertThat(problems.get("first")).hasSize(Limits.PROBLEMS_SHOWN);
	}

	@Test
	void everyDecisionIsCountedOnce() {
		Map<String, Long> before = decisions();
		List.of("/old/a", "/gone/", "/left", "/self", "/new", "/a/%2e%2e/b", "/missing").forEach(this::get);
		new Http(this.port).post("/moved", Http.FORM, "");
		Map<String, Long> after = decisions();
		after.replaceAll((outcome, count) -> count - before.get(outcome));
		// reading the counts asks for a page seven times, and a fallback rule decides
		// later
		assertThat(after).containsAllEntriesOf(Map.of("redirect redirected", 1L, "rewrite rewritten", 1L,
				"respond responded", 1L, "pass passed", 1L, "redirect self-redirect", 1L, "none malformed", 1L));
		assertThat(after.get("none no-rule")).isEqualTo(3 + HitCounter.Outcome.values().length);
	}

	private Map<String, Long> decisions() {
		Map<String, Long> decisions = new TreeMap<>();
		for (HitCounter.Outcome outcome : HitCounter.Outcome.values()) {
			decisions.put(outcome.action() + " " + outcome, value(
					"/actuator/metrics/reroute.decisions?tag=action:" + outcome.action() + "&tag=outcome:" + outcome));
		}
		return decisions;
	}

	private long value(String target) {
		return json(target).get("measurements").get(0).get("value").asLong();
	}

	@Test
	void metersHaveNoTagsButActionAndOutcome() {
		JsonNode tags = json("/actuator/metrics/reroute.decisions").get("availableTags");
		List<String> names = new ArrayList<>();
		tags.forEach((tag) -> names.add(tag.get("tag").asString()));
		assertThat(names).containsExactlyInAnyOrder("action", "outcome");
	}

	@Test
	void nothingOfARequestIsShown() {
		get("/old/secret-of-a-request?secret-of-a-request=1");
		get("/secret-of-a-request");
		assertThat(List.of("/actuator/reroute", "/actuator/reroute?id=/old/%7B*rest%7D", "/actuator/health",
				"/actuator/metrics/reroute.decisions"))
			.allSatisfy((target) -> assertThat(get(target).body()).doesNotContain("secret-of-a-request"));
	}

}
