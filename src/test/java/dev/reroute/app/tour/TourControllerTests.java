package dev.reroute.app.tour;

import java.net.URI;
import java.util.List;

import dev.reroute.app.DemoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@DemoTest
class TourControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JsonMapper json;

	@ParameterizedTest
	@ValueSource(strings = { "/tour", "/tour/tour.css", "/tour/tour.js", "/tour/icon.svg" })
	void everyPartOfTheTourIsServedUnderAStrictPolicy(String path) {
		assertThat(this.mvc.get().uri(path)).hasStatusOk()
			.hasHeader("Content-Security-Policy", TourHeaders.POLICY)
			.hasHeader("X-Content-Type-Options", "nosniff")
			.hasHeader("Referrer-Policy", "same-origin");
		assertThat(TourHeaders.POLICY).contains("default-src 'self'").doesNotContain("unsafe", "*", "http");
	}

	@Test
	void pageIsHtml() {
		assertThat(this.mvc.get().uri("/tour")).hasContentType("text/html;charset=UTF-8");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nothing", "HOME", "home ", "http:%2F%2Fevil.example", "http://evil.example", "..",
			"%2e%2e", "%00" })
	void onlyExamplesOfTheListAreRun(String name) {
		assertThat(this.mvc.post().uri(URI.create("/tour/run/" + name.replace(" ", "%20"))))
			.satisfies((result) -> assertThat(result.getResponse().getStatus()).isIn(400, 404));
	}

	@Test
	void unknownExampleIsAProblem() {
		assertThat(this.mvc.post().uri("/tour/run/nothing")).hasStatus(HttpStatus.NOT_FOUND)
			.hasContentType("application/problem+json");
	}

	@Test
	void nothingRunsOnGet() {
		assertThat(this.mvc.get().uri("/tour/run/home")).hasStatus(HttpStatus.METHOD_NOT_ALLOWED);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			home            | GET /                                 302, GET /docs 302, GET /swagger-ui/index.html 200
			sling-academy   | GET /sling-academy 302
			redirect        | GET /redirect?to=/new 307, GET /new 200
			redirect-escape | GET /redirect?to=//evil.example 400
			post-301        | POST /redirect?to=/new&status=301 301, GET /new 200
			post-302        | POST /redirect?to=/new&status=302 302, GET /new 200
			post-303        | POST /redirect?to=/new&status=303 303, GET /new 200
			post-307        | POST /redirect?to=/new&status=307 307, POST /new 200
			post-308        | POST /redirect?to=/new&status=308 308, POST /new 200
			""")
	void controllerExampleGoesTheWayThePageTells(String name, String way) {
		assertThat(way(run(name))).isEqualTo(way.replaceAll("  +", " "));
	}

	@ParameterizedTest
	@CsvSource({ "order, POST /orders 303", "order-v1, POST /v1/orders 308" })
	void orderExampleEndsOnTheOrder(String name, String first) {
		JsonNode hops = run(name);
		assertThat(way(hops)).startsWith(first).matches(".*, GET /orders/\\d+ 200");
		assertThat(last(hops).at("/response/body").asString()).contains("\"item\":\"tea\"", "\"quantity\":2");
	}

	@ParameterizedTest
	@CsvSource({ "post-302, false", "post-303, false", "post-307, true", "post-308, true" })
	void endpointReceivesTheBodyOrNot(String name, boolean received) {
		String body = last(run(name)).at("/response/body").asString();
		assertThat(body.contains("\"params\":{\"cups\":\"2\",\"tea\":\"green\"}")).isEqualTo(received);
		assertThat(body.contains("\"params\":{}")).isNotEqualTo(received);
	}

	private JsonNode run(String name) {
		return this.json
			.readTree(assertThat(this.mvc.post().uri("/tour/run/{name}", name)).hasStatusOk().bodyText().actual());
	}

	private static JsonNode last(JsonNode hops) {
		return hops.get(hops.size() - 1);
	}

	private static String way(JsonNode hops) {
		List<String> way = hops.valueStream()
			.map((hop) -> hop.at("/request/method").asString() + " " + hop.at("/request/target").asString() + " "
					+ hop.at("/response/status").asInt())
			.toList();
		return String.join(", ", way);
	}

}
