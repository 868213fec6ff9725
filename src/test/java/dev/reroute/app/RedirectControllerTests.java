package dev.reroute.app;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

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
class RedirectControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@LocalServerPort
	private int port;

	@Test
	void statusIs307ByDefault() {
		assertThat(this.mvc.get().uri("/redirect?to=/docs")).hasStatus(HttpStatus.TEMPORARY_REDIRECT)
			.hasHeader("Location", "/docs");
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void eachOfTheFiveStatusesIsSent(int status) {
		assertThat(this.mvc.get().uri("/redirect?to=/docs&status={status}", status)).hasStatus(status)
			.hasHeader("Location", "/docs");
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void eachOfTheFiveStatusesIsSentToAPost(int status) {
		assertThat(this.mvc.post().uri("/redirect?to=/new&status={status}", status).param("tea", "green"))
			.hasStatus(status)
			.hasHeader("Location", "/new");
	}

	@ParameterizedTest
	@ValueSource(strings = { "200", "300", "304", "305", "306", "309", "400", "0", "-302", "+302", "0302", " 302",
			"302 ", "302.0", "3_02", "abc", "", "٣٠٢", "99999999999999999999", "301,302" })
	void anyOtherStatusIsAProblemThatNamesTheFive(String status) {
		assertThat(this.mvc.get().uri("/redirect").param("to", "/docs").param("status", status))
			.hasStatus(HttpStatus.BAD_REQUEST)
			.hasContentType("application/problem+json")
			.doesNotContainHeader("Location")
			.bodyJson()
			.hasPathSatisfying("$.detail",
					(detail) -> detail.assertThat().asString().contains("301", "302", "303", "307", "308"));
	}

	@Test
	void missingTargetIsAProblem() {
		assertThat(this.mvc.get().uri("/redirect")).hasStatus(HttpStatus.BAD_REQUEST)
			.hasContentType("application/problem+json");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/docs                                   | /docs
			/a%2Fb                                  | /a%2Fb
			/日本                                   | /%E6%97%A5%E6%9C%AC
			/view/?param=https://example.com        | /view/?param=https://example.com
			/confirm?email=me@example.com           | /confirm?email=me@example.com
			/wiki/C++                               | /wiki/C++
			https://www.slingacademy.com/a?b=c&d    | https://www.slingacademy.com/a?b=c&d
			HTTPS://WWW.SlingAcademy.com            | https://www.slingacademy.com/
			""")
	void safeTargetIsSent(String to, String location) {
		HttpResponse<String> response = redirectTo(to);
		assertThat(response.statusCode()).isEqualTo(307);
		assertThat(Http.location(response)).isEqualTo(location);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "docs", "?x=1", "#x", "//evil.example", "///evil.example", "////evil.example/",
			"/\\evil.example", "\\\\evil.example", "\\/evil.example", "/\\/evil.example", "/\t/evil.example",
			"/\n/evil.example", "/\r/evil.example", "\t//evil.example", "\n//evil.example", " //evil.example",
			"\u0001//evil.example", "\u000b//evil.example", "\u00a0//evil.example", "/.//evil.example",
			"/..//evil.example", "/./evil.example", "/a/..//evil.example", "/%2fevil.example", "/%2F/evil.example",
			"/%5cevil.example", "/%09/evil.example", "/%2e/evil.example", "/%2e%2e/evil.example", "/%00",
			"/a\r\nSet-Cookie: x=1", "/a%0d%0aSet-Cookie:%20x=1", "https:evil.example", "http:evil.example",
			"https:/evil.example", "https:///evil.example", "https:\\\\evil.example", "https://evil.example",
			"http://evil.example/www.slingacademy.com", "https://evil.example?www.slingacademy.com",
			"https://evil.example#www.slingacademy.com", "https://www.slingacademy.com.evil.example",
			"https://evilwww.slingacademy.com", "https://slingacademy.com", "https://www.slingacademy.com@evil.example",
			"https://evil.example@www.slingacademy.com", "https://user:pass@www.slingacademy.com",
			"https://www.slingacademy.com:8443", "https://www.slingacademy.com:443:80",
			"https://www.slingacademy.com\\@evil.example", "https://www.slingacademy.com\\.evil.example",
			"https://www.slingacademy.com%2eevil.example", "https://www.slingacademy.com%00.evil.example",
			"https://evil.example\u3002www", "https://127.0.0.1[@evil.example", "https://[::1]", "https://",
			"https://:80", "javascript:alert(1)", "java\tscript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x",
			"vbscript:x", "file:///etc/passwd", "blob:https://www.slingacademy.com/x", "ftp://www.slingacademy.com",
			"ws://www.slingacademy.com", "mailto:a@example.com" })
	void escapeFromThisHostIsAProblem(String to) {
		HttpResponse<String> response = redirectTo(to);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.headers().map()).doesNotContainKeys("Location", "Set-Cookie");
	}

	private HttpResponse<String> redirectTo(String to) {
		return new Http(this.port).get("/redirect?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
	}

}
