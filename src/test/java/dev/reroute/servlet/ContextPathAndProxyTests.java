package dev.reroute.servlet;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import dev.reroute.app.DemoTest;
import dev.reroute.rule.Rule;
import dev.reroute.source.RuleSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.json.JsonContent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Inside a context path, and behind a trusted proxy.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { DemoTest.WITHOUT_SECURITY, "spring.config.location=optional:classpath:/none/",
				"server.servlet.context-path=/app", "server.forward-headers-strategy=framework",
				"reroute.allowed-hosts=shop.example.com" })
class ContextPathAndProxyTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	private HttpResponse<String> get(String target, String... headers) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + target));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static String location(HttpResponse<String> response) {
		return response.headers().firstValue("Location").orElse("none");
	}

	@Test
	void sourcesAndTargetsAreInsideTheContextPath() throws Exception {
		assertThat(location(get("/app/moved/x"))).isEqualTo("/app/new/x");
		JsonContent echo = new JsonContent(get("/app/old/x").body());
		assertThat(echo).extractingPath("uri").isEqualTo("/app/new/x");
		assertThat(echo).extractingPath("url").isEqualTo("http://localhost:" + this.port + "/app/new/x");
		assertThat(echo).extractingPath("servletPath").isEqualTo("/new/x");
		assertThat(echo).extractingPath("contextPath").isEqualTo("/app");
	}

	@Test
	void theContextPathItselfIsNotTakenFromTheRequestLine() throws Exception {
		assertThat(location(get("/%61pp/moved/x"))).isEqualTo("/app/new/x");
	}

	@Test
	void whatATrustedProxySaysOfHostAndSchemeHolds() throws Exception {
		String[] forwarded = { "X-Forwarded-Host", "shop.example.com", "X-Forwarded-Proto", "https" };
		assertThat(location(get("/app/here", forwarded))).isEqualTo("https://shop.example.com/there");
		assertThat(location(get("/app/shop-only", forwarded))).isEqualTo("/app/shop");
		assertThat(location(get("/app/moved/x", forwarded))).isEqualTo("/app/new/x");
		JsonContent echo = new JsonContent(get("/app/old/x", forwarded).body());
		assertThat(echo).extractingPath("url").isEqualTo("https://shop.example.com/app/new/x");
	}

	@Test
	void soDoesThePrefixThatItTookAway() throws Exception {
		assertThat(location(get("/app/moved/x", "X-Forwarded-Prefix", "/shop"))).isEqualTo("/shop/new/x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "/\\evil.example", "/..//evil.example", "/%2fevil.example" })
	void unlessItCouldLeadToAnotherHost(String prefix) throws Exception {
		assertThat(location(get("/app/moved/x", "X-Forwarded-Prefix", prefix))).isIn("/app/new/x", "none",
				"/evil.example/new/x");
	}

	@Test
	void anotherHostIsNotAllowed() throws Exception {
		assertThat(location(get("/app/here", "X-Forwarded-Host", "evil.example")))
			.isEqualTo("https://archive.example.com/here");
		assertThat(location(get("/app/shop-only"))).isEqualTo("https://archive.example.com/shop-only");
	}

	@Configuration(proxyBeanMethods = false)
	@Import(EchoApplication.class)
	static class Behind {

		@Bean
		RuleSource more() {
			return RuleSource.of(Rule.from("/here").redirect("{scheme}://{host}/there"),
					Rule.from("https://shop.example.com/shop-only").redirect("/shop"));
		}

	}

}
