package dev.reroute.app;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@DemoTest
@ActiveProfiles("rules-only")
@TestPropertySource(properties = { "reroute.rules[0].from=/**",
		"reroute.rules[0].redirect=https://archive.example.com/", "reroute.rules[0].fallback=true" })
class RulesOnlyTests {

	@LocalServerPort
	private int port;

	@Test
	void nothingOfTheDemoAnswers() {
		for (String path : List.of("/", "/docs", "/v3/api-docs", "/swagger-ui/index.html", "/tour", "/tour/tour.css",
				"/new", "/sling-academy", "/redirect?to=https://www.slingacademy.com/", "/orders/1", "/old")) {
			HttpResponse<String> response = new Http(this.port).get(path);
			assertThat(response.statusCode()).as(path).isEqualTo(307);
			assertThat(Http.location(response)).as(path).startsWith("https://archive.example.com/");
		}
		assertThat(new Http(this.port).get("/actuator/health").statusCode()).isEqualTo(200);
	}

}
