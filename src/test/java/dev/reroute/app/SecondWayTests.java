package dev.reroute.app;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.json.BasicJsonTester;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The demo's own rules, over real HTTP: what the client gets, and what the controller
 * received.
 */
@DemoTest
class SecondWayTests {

	private final BasicJsonTester json = new BasicJsonTester(getClass());

	@LocalServerPort
	private int port;

	@Test
	void newEndpointIsReachedAsItIs() {
		HttpResponse<String> response = new Http(this.port).get("/new?x=1");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(this.json.from(response.body())).hasJsonPathValue("$.msg", "This is the new endpoint")
			.hasJsonPathValue("$.path", "/new")
			.doesNotHaveJsonPath("$.headers['x-rerouted']")
			.extractingJsonPathMapValue("$.params")
			.isEqualTo(Map.of("x", "1"));
	}

	@ParameterizedTest
	@CsvSource({ "/old, /new", "/old?x=1, /new", "/old?sling=shot&sling=stone, /new", "/old/, /new/",
			"/old/a/b, /new/a/b", "/old/a%20b/c%2Fd, /new/a%20b/c%2Fd", "/old/%C3%A9, /new/%C3%A9" })
	void oldAddressIsServedByTheNewEndpointWithoutARedirect(String target, String path) {
		HttpResponse<String> response = new Http(this.port).get(target);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().map()).doesNotContainKey("Location");
		assertThat(this.json.from(response.body())).hasJsonPathValue("$.msg", "This is the new endpoint")
			.hasJsonPathValue("$.path", path)
			.hasJsonPathValue("$.headers['x-rerouted']", "yes")
			.extractingJsonPathMapValue("$.params")
			.isEqualTo(Map.of("sling", "academy"));
	}

	@Test
	void formBodyStaysBesideTheParameterOfTheRule() {
		HttpResponse<String> response = new Http(this.port).post("/old?x=1", Http.FORM, "tea=green&cups=2");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(this.json.from(response.body())).hasJsonPathValue("$.method", "POST")
			.extractingJsonPathMapValue("$.params")
			.isEqualTo(Map.of("tea", "green", "cups", "2", "sling", "academy"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/older", "/old-news", "/ol", "/OLD", "/x/old" })
	void matchingGoesBySegment(String target) {
		assertThat(new Http(this.port).get(target).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource({ "/blog/2009/tea-time, 301, /new/articles/tea-time?year=2009",
			"/blog/2009/tea-time?utm=x, 301, /new/articles/tea-time?year=2009&utm=x",
			"/item-42.html, 308, /new/items/42" })
	void redirectRuleSendsTheClientOn(String target, int status, String location) {
		Http http = new Http(this.port);
		HttpResponse<String> response = http.get(target);
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(Http.location(response)).isEqualTo(location);
		assertThat(response.headers().firstValue("Cache-Control")).get().asString().contains("max-age=3600");
		assertThat(http.follow(response).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "/press/2009, 410", "/press/2009/06/launch, 410", "/press/2010, 404", "/blog/tea-time, 404",
			"/blog/20091/tea-time, 404", "/item-x.html, 404", "/a/item-42.html, 404" })
	void addressIsGoneOrWasNeverThere(String target, int status) {
		assertThat(new Http(this.port).get(target).statusCode()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "old, 200", "old-encoded, 200", "old-form, 200", "older, 404", "blog, 301 200", "item, 308 200",
			"press, 410" })
	void ruleExampleOfTheTourShowsTheStatuses(String name, String statuses) {
		HttpResponse<String> response = new Http(this.port).post("/tour/run/" + name, Http.FORM, "");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(this.json.from(response.body())).extractingJsonPathArrayValue("$[*].response.status")
			.extracting(String::valueOf)
			.containsExactly(statuses.split(" "));
	}

}
