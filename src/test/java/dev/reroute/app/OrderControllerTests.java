package dev.reroute.app;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@DemoTest
class OrderControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			application/x-www-form-urlencoded                | item=green+tea&quantity=2
			application/x-www-form-urlencoded; charset=UTF-8 | item=green%20tea&quantity=2
			application/json                                 | {"item":"green tea","quantity":2}
			""")
	void postRedirectsToTheOrderThatGetShows(String contentType, String body) {
		Http http = new Http(this.port);
		HttpResponse<String> created = http.post("/orders", contentType, body);
		assertThat(created.statusCode()).isEqualTo(303);
		assertThat(Http.location(created)).matches("/orders/\\d+");
		HttpResponse<String> shown = http.follow(created);
		assertThat(shown.statusCode()).isEqualTo(200);
		assertThat(shown.body()).contains("\"item\":\"green tea\"", "\"quantity\":2");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			application/x-www-form-urlencoded | item=mate&quantity=3
			application/json                  | {"item":"mate","quantity":3}
			""")
	void postToTheOldAddressIsRepeatedWithItsBodyAndTheOrderExists(String contentType, String body) {
		Http http = new Http(this.port);
		HttpResponse<String> moved = http.post("/v1/orders", contentType, body);
		assertThat(moved.statusCode()).isEqualTo(308);
		assertThat(Http.location(moved)).isEqualTo("/orders");
		HttpResponse<String> shown = http.follow(http.follow(moved));
		assertThat(shown.statusCode()).isEqualTo(200);
		assertThat(shown.body()).contains("\"item\":\"mate\"", "\"quantity\":3");
	}

	@Test
	void queryGoesAlongToTheNewAddress() {
		HttpResponse<String> moved = new Http(this.port).post("/v1/orders?ref=%2Fx&a=b+c", Http.FORM, "item=mate");
		assertThat(Http.location(moved)).isEqualTo("/orders?ref=%2Fx&a=b+c");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "none", textBlock = """
			nothing                | none  | none  | item
			blank item             | ` `   | 1     | item
			no item                | none  | 1     | item
			no quantity at all     | tea   | 0     | quantity
			negative quantity      | tea   | -1    | quantity
			too much               | tea   | 1001  | quantity
			too large for a number | tea   | 99999999999 | quantity
			no number              | tea   | two   | quantity
			fraction               | tea   | 1.5   | quantity
			""")
	void badFormIsAProblemThatNamesTheField(String name, String item, String quantity, String field) {
		MockMvcTester.MockMvcRequestBuilder post = this.mvc.post().uri("/orders").contentType(Http.FORM);
		if (item != null) {
			post.param("item", item);
		}
		if (quantity != null) {
			post.param("quantity", quantity);
		}
		assertThat(post).as(name)
			.hasStatus(HttpStatus.BAD_REQUEST)
			.hasContentType("application/problem+json")
			.bodyJson()
			.hasPathSatisfying("$.errors", (errors) -> errors.assertThat().asMap().containsOnlyKeys(field));
	}

	@Test
	void itemOfAHundredCharactersIsTakenAndALongerOneIsNot() {
		assertThat(this.mvc.post().uri("/orders").contentType(Http.FORM).param("item", "x".repeat(100))).hasStatus(303);
		assertThat(this.mvc.post().uri("/orders").contentType(Http.FORM).param("item", "x".repeat(101))).hasStatus(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "tea", "{", "{\"item\":", "{\"item\":\"tea\",\"quantity\":\"two\"}",
			"{\"item\":{}}", "{\"item\":null}", "{\"item\":\"\"}", "{}", "{\"item\":\"tea\",\"quantity\":0}" })
	void badJsonIsAProblem(String body) {
		assertThat(this.mvc.post().uri("/orders").contentType(Http.JSON).content(body))
			.hasStatus(HttpStatus.BAD_REQUEST)
			.hasContentType("application/problem+json");
	}

	@Test
	void anotherKindOfBodyIsNotTaken() {
		assertThat(this.mvc.post().uri("/orders").contentType("text/plain").content("tea"))
			.hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
			.hasContentType("application/problem+json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "999999999999999999", "9999999999999999999", "-1", "abc", "1.0", "%20" })
	void unknownOrderIsAProblem(String id) {
		HttpResponse<String> response = new Http(this.port).get("/orders/" + id);
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
	}

}
