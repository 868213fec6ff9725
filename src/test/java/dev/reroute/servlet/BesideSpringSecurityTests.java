package dev.reroute.servlet;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import dev.reroute.rule.Rule;
import dev.reroute.source.RuleSource;
import jakarta.servlet.DispatcherType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A rewritten request is authorised as what it became, and a redirect is answered before
 * authentication. The security chain lets forwards and errors through, as many do: that
 * must open nothing (CVE-2022-31692).
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "spring.config.location=optional:classpath:/none/")
class BesideSpringSecurityTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	private HttpResponse<String> get(String target) throws Exception {
		return this.client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + target)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/protected/page", "/open/to-protected", "/open/x/protected/page",
			"/open/x/%70rotected/page", "/open/chosen?to=page" })
	void aProtectedPageIsProtectedHoweverOneGetsThere(String target) throws Exception {
		HttpResponse<String> response = get(target);
		assertThat(response.statusCode()).isIn(401, 403);
		assertThat(response.body()).doesNotContain("protected page");
	}

	@Test
	void aRewriteFromAProtectedPathToAnOpenOneIsOpen() throws Exception {
		assertThat(get("/protected/to-open").body()).isEqualTo("open page");
	}

	@Test
	void aRedirectIsAnsweredBeforeAuthentication() throws Exception {
		HttpResponse<String> response = get("/protected/moved");
		assertThat(response.statusCode()).isEqualTo(307);
		assertThat(response.headers().firstValue("Location")).hasValue("/open/page");
	}

	@Test
	void soIsAStatus() throws Exception {
		assertThat(get("/protected/gone").statusCode()).isEqualTo(410);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class SecuredApplication {

		@Bean
		SecurityFilterChain security(HttpSecurity http) throws Exception {
			return http
				.authorizeHttpRequests(
						(requests) -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
							.permitAll()
							.requestMatchers("/open/**")
							.permitAll()
							.anyRequest()
							.authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

		@Bean
		RuleSource rules() {
			return RuleSource.of(Rule.from("/open/to-protected").rewrite("/protected/page"),
					Rule.from("/open/x/{*rest}").rewrite("/{*rest}"),
					Rule.from("/open/chosen").parameter("to", "{to}").rewrite("/protected/{to}"),
					Rule.from("/protected/to-open").rewrite("/open/page"),
					Rule.from("/protected/moved").redirect("/open/page"), Rule.from("/protected/gone").respond(410));
		}

		@RestController
		static class Pages {

			@GetMapping("/open/page")
			String open() {
				return "open page";
			}

			@GetMapping("/protected/page")
			String protectedPage() {
				return "protected page";
			}

		}

	}

}
