package dev.reroute.app;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@DemoTest
class NewControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@LocalServerPort
	private int port;

	@Test
	void requestIsShownAsItWasReceived() {
		assertThat(this.mvc.get().uri("/new?x=1").header("X-One", "1").header("X-Many", "a", "b")).hasStatusOk()
			.bodyJson()
			.isStrictlyEqualTo("""
					{"msg":"This is the new endpoint","method":"GET","path":"/new",
					"headers":{"x-many":"a, b","x-one":"1"},"params":{"x":"1"}}""");
	}

	@Test
	void repeatedParameterIsAList() {
		assertThat(this.mvc.get().uri("/new?x=1&x=2&y=")).bodyText()
			.contains("\"params\":{\"x\":[\"1\",\"2\"],\"y\":\"\"}");
	}

	@Test
	void formBodyAndQueryAreBothShown() {
		HttpResponse<String> response = new Http(this.port).post("/new/a?x=1", Http.FORM, "tea=green");
		assertThat(response.body()).contains("\"method\":\"POST\"", "\"path\":\"/new/a\"",
				"\"params\":{\"tea\":\"green\",\"x\":\"1\"}");
	}

	@Test
	void encodedSlashPassesThroughTomcat() {
		HttpResponse<String> response = new Http(this.port).get("/new/a%20b/c%2Fd");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains("\"path\":\"/new/a%20b/c%2Fd\"");
	}

	@Test
	void secretsOfTheClientAreNotShown() {
		assertThat(this.mvc.get().uri("/new").header("Cookie", "id=s3cret").header("Authorization", "Basic s3cret"))
			.bodyText()
			.contains("\"cookie\":\"(not shown)\"")
			.doesNotContain("s3cret");
	}

	@Test
	void otherMethodsAreNotAllowed() {
		assertThat(this.mvc.delete().uri("/new")).hasStatus(HttpStatus.METHOD_NOT_ALLOWED)
			.hasContentType("application/problem+json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/new?%zz=1", "/new?x=%", "/new/%ff", "/new?x=%ff" })
	void malformedEncodingIsNoFaultOfTheServer(String target) {
		assertThat(RawHttp.get(this.port, target)).doesNotStartWith("HTTP/1.1 5");
	}

}
