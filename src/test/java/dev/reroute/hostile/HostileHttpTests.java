package dev.reroute.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.WhatWgUrl;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hostile requests over the wire: no 500, one status line, one {@code Location} at most,
 * and never one that leaves the host.
 */
@SpringBootTest(classes = HostileApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.location=optional:classpath:/none/", "reroute.allowed-hosts=*.example.com",
				"spring.autoconfigure.exclude=org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration,org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration,org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration" })
class HostileHttpTests {

	@LocalServerPort
	private int port;

	static Stream<String> payloads() {
		List<String> payloads = new ArrayList<>(List.of("%0d%0aX-Injected:%201", "%0aX-Injected:%201",
				"%0dX-Injected:%201", "%0D%0A%0D%0A<html>", "%E5%98%8D%E5%98%8AX-Injected:%201",
				"%C4%8D%C4%8AX-Injected:%201", "%u000aX", "%ff", "%c0%af", "%c0%ae%c0%ae/", "%e0%80%af", "%ed%a0%80",
				"%f4%90%80%80", "%80", "%c3", "%c3%28", "%", "%2", "%zz", "%%32%66", "%25", "%2525", "%00", "%00.html",
				"a%00b", "%01", "%1f", "%7f", "%09", "%20", "%c2%85", "%e2%80%a8", "%ef%bb%bf", ".", "..", "./", "../",
				"../..", "a/../b", "a/..", "%2e", "%2e%2e", ".%2e", "%2E.", "%2e%2e/", "%2e%2e%2f", "..%2f", "..%5c",
				"..;/", "..;a=b/", ".;/", ";/../", "%2e%2e;/", "..%3b/", "%252e%252e", "\\", "\\\\evil.example", "..\\",
				"%5c", "%5cevil.example", "/", "//", "/evil.example", "//evil.example", "///evil.example",
				"/\\evil.example", "\\/evil.example", "%2f", "%2fevil.example", "%2f%2fevil.example",
				"/%2fevil.example", "/%5cevil.example", "%2f%5cevil.example", "/%09/evil.example", "/.//evil.example",
				";//evil.example", ";@evil.example", "@evil.example", ":80", ":@evil.example", "http://evil.example",
				"https:evil.example", "javascript:alert(1)", "javascript%3aalert(1)", "%3f", "%3Fa=b", "%23",
				"%23//evil.example", "?", "?%0d%0aX-Injected:%201", "?a=%ff", "?a=\\\"<>^`{|}", "?//evil.example", "?#",
				"<script>", "\"", "'", "`", "{x}", "{1}", "${x}", "#{1+1}", "$1", "[", "]", "|", "^", "\u00e9",
				"\u00ff", "\u0080", "WEB-INF/web.xml", "WEB-INF%2fweb.xml", "%57EB-INF/web.xml", "META-INF/MANIFEST.MF",
				"actuator/health", "actuator%2fhealth", "errors", "a;b", "a%3bb", ";", ";;", ";jsessionid=x",
				"%E6%97%A5", "C++", "a%2Fb", "a%252Fb", "a&b=c"));
		payloads.add("a".repeat(7_000));
		payloads.add("/".repeat(7_000));
		payloads.add("%2f".repeat(2_300));
		payloads.add("a/".repeat(3_500));
		payloads.add("%C3%A9".repeat(1_100));
		payloads.add("?" + "a=b&".repeat(1_700));
		payloads.add("a".repeat(20_000));
		return payloads.stream();
	}

	@ParameterizedTest
	@MethodSource("payloads")
	void aPathIsAnsweredAsHttp(String payload) {
		for (String prefix : List.of("/r/", "/r/x", "/r2/", "/s/", "/w/", "/v/", "/gone/", "/fb/", "/none/", "/", "")) {
			check(RawResponse.get(this.port, prefix + payload), prefix + payload);
		}
		check(RawResponse.get(this.port, "/q?next=" + payload), "/q?next=" + payload);
		check(RawResponse.get(this.port, "/h", "X-Next: " + payload), "X-Next: " + payload);
		check(RawResponse.get(this.port, "/h", "X-Next: " + HostileText.decoded(payload)),
				"X-Next, decoded: " + payload);
		check(RawResponse.get(this.port, "/c", "Cookie: next=" + payload), "Cookie: " + payload);
	}

	@ParameterizedTest
	@MethodSource("payloads")
	void aForbiddenPathIsNotDodged(String payload) {
		assertThat(RawResponse.get(this.port, "/forbidden/" + payload).status()).as("%s", payload).isIn(400, 403, 404);
		assertThat(RawResponse.get(this.port, "//forbidden/x").status()).isEqualTo(403);
	}

	static LongStream seeds() {
		return LongStream.rangeClosed(1, 6);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void noiseIsAnsweredAsHttp(long seed) {
		HostileText hostile = new HostileText(seed);
		for (int i = 0; i < 100; i++) {
			String prefix = hostile.oneOf(List.of("/r/", "/s/", "/w/", "/v/", "/q?next=", "/fb/", "/"));
			String target = prefix + hostile.encode(hostile.text(), "/\\?#%;:@.~!$&'()*+,=-_{}[]|^`<>\"");
			check(RawResponse.get(this.port, target), "seed " + seed + ": " + target);
		}
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiterString = " | ", textBlock = """
			GET http://evil.example/r/x HTTP/1.1 | evil.example
			GET http://evil.example/r//evil.example HTTP/1.1 | evil.example
			GET https://evil.example/r/x HTTP/1.1 | evil.example
			GET http://user@evil.example/r/x HTTP/1.1 | evil.example
			GET http:///r/x HTTP/1.1 | asked.example
			GET http:/r/x HTTP/1.1 | asked.example
			GET ftp://evil.example/r/x HTTP/1.1 | evil.example
			GET evil.example:80 HTTP/1.1 | evil.example
			GET evil.example/r/x HTTP/1.1 | asked.example
			GET //evil.example/r/x HTTP/1.1 | asked.example
			GET \\r\\x HTTP/1.1 | asked.example
			GET ?x HTTP/1.1 | asked.example
			GET * HTTP/1.1 | asked.example
			OPTIONS * HTTP/1.1 | asked.example
			OPTIONS /r/x HTTP/1.1 | asked.example
			CONNECT evil.example:443 HTTP/1.1 | evil.example:443
			CONNECT /r/x HTTP/1.1 | asked.example
			TRACE /r/x HTTP/1.1 | asked.example
			HEAD /r//evil.example HTTP/1.1 | asked.example
			get /r/x HTTP/1.1 | asked.example
			BREW /r/x HTTP/1.1 | asked.example
			G(T /r/x HTTP/1.1 | asked.example
			GET /r/x HTTP/1.0 | asked.example
			GET /r/x HTTP/9.9 | asked.example
			""")
	void aRequestLineOfAnyFormIsAnsweredAsHttp(String line, String host) {
		String request = line + "\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
		RawResponse response = RawResponse.send(this.port, request);
		check(response, line);
		assertThat(response.head()).doesNotContain("://evil.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Host: a.example\r\nHost: evil.example", "Host: a.example, evil.example",
			"Host: a.example@evil.example", "Host: evil.example/x", "Host: evil.example\\x", "Host: evil example",
			"Host:", "Host: :80", "Host: evil.example:x", "Host: evil.example:99999", "Host: [::1",
			"Host: [evil.example]", "Host: evil.example%00", "Host: evil.example#", "Host: \u00e9.example",
			"Host: evil.example\t.net", "X-No: host", "Host: shop.example.net@evil.example", "Host: evil.example.",
			"Host: EVIL.example", "Host: evil.example?.example.com", "Host: evil.example.example.com.",
			"Host: a.b.example.net", "Host: example.com", "Host: www.example.com:8443",
			"Host: www.example.com@evil.example" })
	void aHostOfAnyFormLeadsNowhere(String host) {
		for (String target : List.of("/r/x", "/host", "/tenant", "/shop", "/s/x")) {
			RawResponse response = RawResponse.send(this.port,
					"GET " + target + " HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n");
			check(response, host + " " + target);
			assertThat(response.headers("Location")).as("%s %s", host, target)
				.allMatch((location) -> location.equals("/x") || location.startsWith("https://www.example.com/x")
						|| location.matches("http://[a-z0-9.-]+\\.example\\.com/found"));
		}
	}

	@Test
	void aHostThatMayChooseDoes() {
		assertThat(host("/tenant", "blue.example.net")).containsExactly("https://blue.example.com/");
		assertThat(host("/tenant", "BLUE.Example.NET.:80")).containsExactly("https://blue.example.com/");
		assertThat(host("/shop", "shop.example.net")).containsExactly("https://www.example.com/shop");
		assertThat(host("/host", "a.example.com")).containsExactly("http://a.example.com/found");
		assertThat(host("/host", "a.example.net")).isEmpty();
	}

	private List<String> host(String target, String host) {
		return RawResponse
			.send(this.port, "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
			.headers("Location");
	}

	private static void check(RawResponse response, String request) {
		assertThat(response.text()).as("%s", request).startsWith("HTTP/1.1 ");
		boolean notImplemented = List.of(501, 505).contains(response.status());
		assertThat(response.status() < 500 || notImplemented).as("%d for %s", response.status(), request).isTrue();
		assertThat(response.head().replace("\r\n", "")).as("%s", request).matches("[ -~]*");
		assertThat(response.head().lines().filter((line) -> line.startsWith("HTTP/"))).as("%s", request).hasSize(1);
		assertThat(response.headers("X-Injected")).as("%s", request).isEmpty();
		assertThat(response.headers("Set-Cookie")).as("%s", request).isEmpty();
		List<String> locations = response.headers("Location");
		assertThat(locations.size()).as("%s", request).isLessThanOrEqualTo(1);
		for (String location : locations) {
			for (String scheme : List.of("http", "https")) {
				WhatWgUrl url = WhatWgUrl.resolve(location, scheme + "://asked.example/");
				assertThat(url).as("%s: %s", request, location).isNotNull();
				assertThat(url.origin()).as("%s: %s", request, location)
					.matches("https://www\\.example\\.com|" + scheme
							+ "://asked\\.example|http://[a-z.-]+\\.example\\.com");
			}
		}
	}

}
