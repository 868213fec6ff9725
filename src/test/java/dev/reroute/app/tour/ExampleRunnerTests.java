package dev.reroute.app.tour;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExampleRunnerTests {

	private static final Example EXAMPLE = new Example("test", "POST", "/from?to={context}/x", "tea=green");

	private final ExampleRunner runner = new ExampleRunner(Duration.ofSeconds(20));

	private final AtomicInteger requests = new AtomicInteger();

	private HttpServer server;

	@BeforeEach
	void startServer() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.start();
	}

	@AfterEach
	void stopServer() {
		this.server.stop(0);
	}

	@Test
	void loopEndsAfterFiveHops() throws Exception {
		answer(307, "/app/from");
		List<Hop> hops = this.runner.run(EXAMPLE, address());
		assertThat(hops).hasSize(5);
		assertThat(hops.get(4).then()).contains("stops here");
		assertThat(this.requests).hasValue(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://www.example.com/", "//www.example.com/", "http://127.0.0.1:1/",
			"http://localhost/", "ftp://127.0.0.1/", "mailto:a@example.com" })
	void anotherHostIsShownButNotAsked(String location) throws Exception {
		answer(302, location);
		List<Hop> hops = this.runner.run(EXAMPLE, address());
		assertThat(hops).hasSize(1);
		assertThat(hops.get(0).response().headers()).containsEntry("Location", location);
		assertThat(hops.get(0).then()).contains("another host");
		assertThat(this.requests).hasValue(1);
	}

	@Test
	void hopTellsWhatWasSent() throws Exception {
		answer(200, null);
		List<Hop> hops = this.runner.run(EXAMPLE, address());
		assertThat(hops).singleElement().satisfies((hop) -> {
			assertThat(hop.request().method()).isEqualTo("POST");
			assertThat(hop.request().target()).isEqualTo("/app/from?to=/app/x");
			assertThat(hop.request().headers()).containsEntry("Content-Length", "9")
				.containsEntry("Content-Type", "application/x-www-form-urlencoded");
			assertThat(hop.request().body()).isEqualTo("tea=green");
			assertThat(hop.response().reason()).isEqualTo("OK");
			assertThat(hop.response().body()).isNull();
			assertThat(hop.then()).isNull();
		});
	}

	@Test
	void serverThatDoesNotAnswerIsNotWaitedForLong() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
			assertThatExceptionOfType(HttpTimeoutException.class)
				.isThrownBy(() -> new ExampleRunner(Duration.ofMillis(50)).run(EXAMPLE, address));
		}
	}

	private URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + "/app");
	}

	private void answer(int status, String location) {
		this.server.createContext("/", (exchange) -> {
			this.requests.incrementAndGet();
			if (location != null) {
				exchange.getResponseHeaders().set("Location", location);
			}
			exchange.getRequestBody().readAllBytes();
			exchange.sendResponseHeaders(status, -1);
			exchange.close();
		});
	}

}
