package dev.reroute.hostile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No header that a client makes up chooses where it is sent (security, section 6): with
 * each of many names and a foreign host as the value, the response is the same octets.
 */
@SpringBootTest(classes = HostileApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.location=optional:classpath:/none/", "reroute.allowed-hosts=*.example.com",
				"spring.autoconfigure.exclude=org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration,org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration,org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration" })
class RequestHeadersTests {

	private static final String NAMES = """
			Forwarded X-Forwarded X-Forwarded-By X-Forwarded-For X-Forwarded-For-Original X-Forwarded-Host
			X-Forwarded-Host-Original X-Forwarded-Path X-Forwarded-Port X-Forwarded-Prefix X-Forwarded-Proto
			X-Forwarded-Protocol X-Forwarded-Proxy X-Forwarded-Scheme X-Forwarded-Server X-Forwarded-Ssl
			X-Forwarded-Uri X-Forwarded-Url X-Forwarded-User X-Forward-For X-Forward-Host X-Forward-Proto
			X_Forwarded_Host X-Forwarded_Host X-Original-Forwarded-For X-Original-Host X-Original-Method
			X-Original-Path X-Original-Remote-Addr X-Original-Scheme X-Original-Server X-Original-Uri X-Original-Url
			X-Rewrite-Path X-Rewrite-Uri X-Rewrite-Url X-Request-Uri X-Request-Url X-Override-Url X-Proxy-Url
			X-Host X-Host-Override X-Http-Host-Override X-Http-Destinationurl X-Http-Method X-Http-Method-Override
			X-Method-Override X-Backend-Host X-Server-Name X-Server-Port X-Scheme X-Url-Scheme X-Uri X-Url X-Path
			X-Prefix X-Script-Name X-Base-Path X-Context-Path X-Real-Ip X-Real-Host X-Remote-Addr X-Remote-Ip
			X-Remote-Host X-Remote-User X-Client-Ip X-Client-Host X-Cluster-Client-Ip X-Originating-Ip X-Custom-Ip
			X-Custom-Ip-Authorization X-True-Ip X-Proxy-Host X-Proxyuser-Ip X-Gateway-Host X-Envoy-Original-Path
			X-Envoy-External-Address X-Envoy-Decorator-Operation X-Amzn-Trace-Id X-Amz-Website-Redirect-Location
			X-Arr-Ssl X-Arr-Log-Id X-Azure-Clientip X-Azure-Socketip X-Ms-Forwarded-Client-Ip Front-End-Https
			X-Frontend-Host X-Middleware-Subrequest X-Middleware-Rewrite X-Middleware-Next X-Nextjs-Data X-Invoke-Path
			X-Invoke-Query X-Accel-Redirect X-Sendfile X-Redirect X-Redirect-By X-Rerouted X-Reroute X-Reroute-Rule
			X-Got X-Forwarded-Context X-Wap-Profile X-Requested-With X-Csrf-Token X-Api-Version X-Debug X-Debug-Token
			X-Application-Context X-Content-Type-Options X-Frame-Options X-Tenant X-Site X-Domain X-Vhost X-Dns-Prefetch
			Cf-Connecting-Ip Cf-Visitor Cf-Ipcountry Cf-Ray Cdn-Loop Fastly-Client-Ip Fastly-Ssl True-Client-Ip
			Client-Ip Proxy Proxy-Host Proxy-Url Proxy-Authorization Proxy-Connection Base-Url Http-Host Http-Url
			Destination Location Content-Location Refresh Referer Origin From Via Uri Url Path Path-Info Script-Name
			Server-Name Request-Uri Redirect Redirect-Url Link Alt-Used Alt-Svc Max-Forwards Forwarded-Host
			Forwarded-Proto Remote-Host Remote-Addr Cookie Cookie2 Authorization User-Agent Pragma Cache-Control Dnt
			Sec-Fetch-Site Sec-Fetch-Dest Upgrade-Insecure-Requests Save-Data Traceparent Tracestate Baggage X-B3-Traceid
			X-Request-Id X-Correlation-Id Profile Surrogate-Capability Early-Data Warning Prefer Priority Want-Digest
			""";

	private static final List<String> TARGETS = List.of("/r/x", "/r2/x?a=b", "/s/x", "/host", "/h", "/c", "/w/x",
			"/v/x", "/gone/x", "/fb/x", "/none", "/a/../b", "/tenant", "/q?next=x");

	@LocalServerPort
	private int port;

	static Stream<String> names() {
		return Arrays.stream(NAMES.strip().split("\\s+"));
	}

	@ParameterizedTest
	@MethodSource("names")
	void aHeaderChangesNothing(String name) {
		for (String target : TARGETS) {
			String without = seen(RawResponse.get(this.port, target));
			for (String value : List.of("evil.example", "https://evil.example/")) {
				assertThat(seen(RawResponse.get(this.port, target, name + ": " + value)))
					.as("%s with %s", target, value)
					.isEqualTo(without);
			}
		}
	}

	@Test
	void thereAreManyOfThem() {
		assertThat(names()).doesNotHaveDuplicates().hasSizeGreaterThan(150);
	}

	@Test
	void theComparisonSeesAHeaderThatARuleLooksAt() {
		assertThat(seen(RawResponse.get(this.port, "/h", "X-Next: evil.example")))
			.isNotEqualTo(seen(RawResponse.get(this.port, "/h")));
	}

	private static String seen(RawResponse response) {
		return response.status() + " " + response.headers("Location") + " " + response.headers("Vary") + " "
				+ response.body();
	}

}
