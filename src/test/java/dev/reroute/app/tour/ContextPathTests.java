package dev.reroute.app.tour;

import java.net.http.HttpResponse;

import dev.reroute.app.DemoTest;
import dev.reroute.app.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application below a path of its own.
 */
@DemoTest
@TestPropertySource(properties = "server.servlet.context-path=/app")
@ExtendWith(OutputCaptureExtension.class)
class ContextPathTests {

	@LocalServerPort
	private int port;

	@Test
	void addressOfTheTourIsLoggedOnce(CapturedOutput output) {
		assertThat(output).containsOnlyOnce("Take the tour: http://localhost:" + this.port + "/app/tour");
	}

	@Test
	void redirectsStayBelowThePath() {
		Http http = new Http(this.port);
		assertThat(Http.location(http.get("/app/"))).isEqualTo("/app/docs");
		assertThat(Http.location(http.post("/app/v1/orders", Http.FORM, "item=tea"))).isEqualTo("/app/orders");
		assertThat(Http.location(http.post("/app/orders", Http.FORM, "item=tea"))).startsWith("/app/orders/");
		assertThat(http.get("/app/tour").statusCode()).isEqualTo(200);
		assertThat(http.get("/app/v3/api-docs").body()).contains("\"url\":\"/app/tour\"");
	}

	@ParameterizedTest
	@CsvSource({ "home, 200", "redirect, 200", "order-v1, 200", "post-307, 200" })
	void examplesRunBelowThePath(String name, int status) {
		HttpResponse<String> response = new Http(this.port).post("/app/tour/run/" + name, Http.FORM, "");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains("\"target\":\"/app/").contains("\"status\":" + status);
	}

}
