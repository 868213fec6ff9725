package dev.reroute.app;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@DemoTest
class HomeControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@LocalServerPort
	private int port;

	@Test
	void homeRedirectsToTheDocumentation() {
		assertThat(this.mvc.get().uri("/")).hasStatus(HttpStatus.FOUND).hasHeader("Location", "/docs");
	}

	@Test
	void slingAcademyRedirectsToTheOtherSite() {
		assertThat(this.mvc.get().uri("/sling-academy")).hasStatus(HttpStatus.FOUND)
			.hasHeader("Location", "https://www.slingacademy.com");
	}

	@Test
	void slingAcademySendsNothingElseAlong() {
		HttpResponse<String> response = new Http(this.port).get("/sling-academy?x=1");
		assertThat(response.statusCode()).isEqualTo(302);
		assertThat(Http.location(response)).isEqualTo("https://www.slingacademy.com");
		assertThat(response.headers().map()).doesNotContainKey("Set-Cookie");
		assertThat(response.body()).isEmpty();
	}

	@Test
	void documentationIsReachedAfterAtMostTwoRedirects() {
		Http http = new Http(this.port);
		HttpResponse<String> response = http.get("/docs");
		for (int i = 0; i < 2 && response.statusCode() != 200; i++) {
			response = http.follow(response);
		}
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains("swagger-ui");
	}

	@Test
	void documentationListsTheEndpointsAndLinksTheTour() {
		assertThat(this.mvc.get().uri("/v3/api-docs")).hasStatusOk()
			.bodyJson()
			.hasPathSatisfying("$.paths", (paths) -> paths.assertThat()
				.asMap()
				.containsKeys("/", "/sling-academy", "/redirect", "/orders", "/orders/{id}", "/v1/orders", "/new"))
			.hasPathSatisfying("$.externalDocs.url", (url) -> url.assertThat().isEqualTo("/tour"))
			.hasPathSatisfying("$.info.description", (text) -> text.assertThat().asString().contains("(/tour)"));
	}

	@Test
	void unknownPathIsAProblemDetail() {
		assertThat(this.mvc.get().uri("/nothing-here")).hasStatus(HttpStatus.NOT_FOUND)
			.hasContentType("application/problem+json");
	}

	@Test
	void databaseConsoleIsNotThere() {
		assertThat(this.mvc.get().uri("/h2-console")).hasStatus(HttpStatus.NOT_FOUND);
	}

}
