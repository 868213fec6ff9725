package dev.reroute.hostile;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With a context path and with forwarding headers believed, which then come from a client
 * that lies: a mistake in the setup of a proxy is no open redirect and no 500.
 */
@SpringBootTest(classes = HostileApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.location=optional:classpath:/none/", "reroute.allowed-hosts=*.example.com",
				"server.forward-headers-strategy=framework", "server.servlet.context-path=/app",
				"spring.autoconfigure.exclude=org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration,org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration,org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration" })
class BehindAProxyTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(strings = { "javascript", "data", "ftp", "//evil.example/", "https://evil.example/", "", "ht tp",
			"x:y", "\u00e9" })
	void aSchemeThatIsNoneLeadsNowhere(String scheme) {
		RawResponse response = RawResponse.get(this.port, "/app/host", "X-Forwarded-Proto: " + scheme,
				"X-Forwarded-Host: www.example.com");
		assertThat(response.status()).isLessThan(500);
		assertThat(response.headers("Location"))
			.allMatch((location) -> location.equals("http://www.example.com/found"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil.example", "www.example.com@evil.example", "www.example.com:80@evil.example",
			"evil.example#.example.com", "evil.example/.example.com", "evil.example\\.example.com",
			"evil.example?.example.com", "[evil.example]", "[::1].example.com", "evil.example%00.example.com",
			"*.example.com", ".example.com", "evil.example, www.example.com" })
	void aHostThatIsNotAllowedLeadsNowhere(String host) {
		RawResponse response = RawResponse.get(this.port, "/app/host", "X-Forwarded-Host: " + host);
		assertThat(response.status()).isLessThan(500);
		assertThat(response.headers("Location")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "/\\evil.example", "https://evil.example", "/%2fevil.example",
			"evil.example", "/a/../../evil", "/\u00e9", "/a b", "" })
	void aPrefixLeadsToNoOtherHost(String prefix) {
		RawResponse response = RawResponse.get(this.port, "/app/r/x", "X-Forwarded-Prefix: " + prefix);
		assertThat(response.status()).isEqualTo(307);
		assertThat(response.headers("Location")).singleElement().asString().matches("/(app/)?x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a", "/", "/a/", "/.a", "/a-b." })
	void aLongPrefixIsNoTrouble(String piece) {
		RawResponse response = RawResponse.get(this.port, "/app/r/x",
				"X-Forwarded-Prefix: " + piece.repeat(6_000 / piece.length()));
		assertThat(response.status()).isLessThan(500);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.2.3.4", "999.999.999.999", "evil.example", "::1", "[::1]", "[::", "unknown", "_x", "",
			",", "1.2.3.4, 5.6.7.8", "1.2.3.4:5", "%" })
	void aClientOfAnyKindIsAnswered(String client) {
		assertThat(RawResponse.get(this.port, "/app/r/x", "X-Forwarded-For: " + client).status()).isIn(307, 400);
		assertThat(RawResponse.get(this.port, "/app/r/x", "Forwarded: for=\"" + client + "\"").status()).isIn(307, 400);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "/app/r/x, 307, /app/x", "//app/r/x, 307, /app/x", "/////app/r/x, 307, /app/x",
			"/app//r/x, 307, /app/x", "/app//r///evil.example, 307, /app/evil.example", "/app;v=1/r/x, 307, /app/x",
			"/%61pp/r/x, 307, /app/x", "/app/forbidden/x, 403,", "//app/forbidden/x, 403,",
			"/////app/forbidden/x, 403,", "/app;v=1/forbidden/x, 403,", "/app/./forbidden/x, 400,",
			"/x/../app/forbidden/x, 403,", "/app/x/..;/forbidden/x, 400,", "/app/%2e/forbidden/x, 400," })
	void aContextPathInAnyFormHidesNoRule(String target, int status, String location) {
		RawResponse response = RawResponse.get(this.port, target);
		assertThat(response.status()).isEqualTo(status);
		assertThat(response.headers("Location")).isEqualTo((location != null) ? List.of(location) : List.of());
	}

}
