package dev.reroute.servlet;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import dev.reroute.hits.CountingHits;
import dev.reroute.hits.HitCounter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the filter puts on the wire.
 */
@EchoTest
@ExtendWith(OutputCaptureExtension.class)
class RerouteFilterTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private HitCounter hits;

	private HttpResponse<String> send(String method, String target, String... headers) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + target))
			.method(method, HttpRequest.BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static String location(HttpResponse<String> response) {
		return response.headers().firstValue("Location").orElse("none");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE" })
	void aRedirectIsAnsweredWithoutContentWhateverTheMethod(String method) throws Exception {
		HttpResponse<String> response = send(method, "/moved/a%2Fb?x=1");
		assertThat(response.statusCode()).isEqualTo(307);
		assertThat(location(response)).isEqualTo("/new/a%2Fb?x=1");
		assertThat(response.body()).isEmpty();
	}

	@Test
	void aDecisionByHeaderVariesAndIsCachedAsTheRuleSays() throws Exception {
		HttpResponse<String> german = send("GET", "/by-language", "Accept-Language", "de-DE");
		assertThat(location(german)).isEqualTo("/de");
		assertThat(german.headers().allValues("Vary")).containsExactly("Accept-Language");
		assertThat(german.headers().firstValue("Cache-Control")).hasValue("max-age=60");
		assertThat(send("GET", "/by-language").headers().allValues("Vary")).contains("Accept-Language");
	}

	@Test
	void respondAnswersWithTheStatus() throws Exception {
		HttpResponse<String> response = send("GET", "/gone");
		assertThat(response.statusCode()).isEqualTo(410);
		assertThat(response.body()).isEqualTo("410 Gone\n");
	}

	@Test
	void aSelfRedirectPassesIsCountedAndLoggedOnce(CapturedOutput output) throws Exception {
		CountingHits counting = (CountingHits) this.hits;
		long before = counting.count("self", HitCounter.Outcome.SELF_REDIRECT);
		assertThat(send("GET", "/self").statusCode()).isEqualTo(404);
		assertThat(send("GET", "/self").statusCode()).isEqualTo(404);
		assertThat(counting.count("self", HitCounter.Outcome.SELF_REDIRECT)).isEqualTo(before + 2);
		assertThat(output.getAll().split("redirects to the URL that was asked for", -1)).hasSize(2);
	}

	@Test
	void aFallbackActsOnlyWhereTheApplicationHasNoAnswer() throws Exception {
		assertThat(send("GET", "/new/there").statusCode()).isEqualTo(200);
		HttpResponse<String> unknown = send("GET", "/nowhere/x?y=1");
		assertThat(unknown.statusCode()).isEqualTo(301);
		assertThat(location(unknown)).isEqualTo("https://archive.example.com/nowhere/x?y=1");
		assertThat(unknown.body()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/missing", "/missing-with-body", "/async-missing" })
	void aFallbackTakesTheContentOfTheApplications404Away(String path) throws Exception {
		HttpResponse<String> response = send("GET", path);
		assertThat(response.statusCode()).isEqualTo(301);
		assertThat(location(response)).isEqualTo("https://archive.example.com" + path);
		assertThat(response.headers().firstValue("X-App")).isEmpty();
		assertThat(response.headers().firstValue("Content-Type")).isEmpty();
		assertThat(response.body()).isEmpty();
	}

	@Test
	void aFallbackLeavesEveryOtherAnswerAlone() throws Exception {
		HttpResponse<String> teapot = send("GET", "/teapot");
		assertThat(teapot.statusCode()).isEqualTo(418);
		assertThat(teapot.body()).isEqualTo("short and stout");
		assertThat(send("POST", "/teapot").statusCode()).isEqualTo(405);
	}

	@Test
	void aFallbackLeavesAnAnswerAloneThatOnlyBeganAsA404() throws Exception {
		assertThat(send("GET", "/servlet/second-thoughts").body()).isEqualTo("there it is");
	}

}
