package dev.reroute.servlet;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.json.JsonContent;
import org.springframework.test.json.JsonContentAssert;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Semantics 9: a rewritten request is consistent. Over real HTTP.
 */
@EchoTest
class RewrittenRequestTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	private HttpRequest.Builder request(String target) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + target));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private JsonContentAssert echo(HttpRequest.Builder request) throws Exception {
		HttpResponse<String> response = send(request);
		assertThat(response.statusCode()).isEqualTo(200);
		return assertThat(new JsonContent(response.body()));
	}

	@Test
	void everyPathAccessorTellsTheNewPath() throws Exception {
		JsonContentAssert echo = echo(request("/old/a%20b/c%2Fd?x=1"));
		echo.extractingPath("uri").isEqualTo("/new/a%20b/c%2Fd");
		echo.extractingPath("url").isEqualTo("http://localhost:" + this.port + "/new/a%20b/c%2Fd");
		echo.extractingPath("servletPath").isEqualTo("/new/a b/c/d");
		echo.extractingPath("pathInfo").isNull();
		echo.extractingPath("query").isEqualTo("sling=academy");
		echo.extractingPath("dispatcherType").isEqualTo("REQUEST");
		echo.extractingPath("original").isEqualTo("/old/a%20b/c%2Fd?x=1");
	}

	@Test
	void parametersAreThoseOfTheNewQueryAndOfTheFormBody() throws Exception {
		HttpRequest.Builder form = request("/old?x=1&both=query")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("both=body&sling=shot&%C3%A9=%20"));
		JsonContentAssert echo = echo(form);
		echo.extractingPath("params.both").isEqualTo(List.of("body"));
		echo.extractingPath("params.sling").isEqualTo(List.of("academy", "shot"));
		echo.extractingPath("params.é").isEqualTo(List.of(" "));
		echo.doesNotHavePath("params.x");
	}

	@Test
	void headersAreSetAndRemovedInEveryAccessorWithoutRegardToCase() throws Exception {
		JsonContentAssert echo = echo(
				request("/old/x").header("X-SECRET", "1").header("x-rerouted", "client").header("X-Other", "kept"));
		echo.doesNotHavePath("headers.x-secret");
		echo.extractingPath("headers.x-rerouted").isEqualTo(List.of("/old/x"));
		echo.extractingPath("headers.x-other").isEqualTo(List.of("kept"));
		echo.extractingPath("locale").isEqualTo("de_AT");
	}

	@Test
	void anAsynchronousControllerSeesTheSame() throws Exception {
		JsonContentAssert echo = echo(request("/to-async/x?y=1"));
		echo.extractingPath("uri").isEqualTo("/async/x");
		echo.extractingPath("query").isEqualTo("y=1");
	}

	@Test
	void aServletThatStartsAsyncByItselfIsDispatchedToTheNewPath() throws Exception {
		assertThat(send(request("/servlet/to-raw-async")).body())
			.isEqualTo("/servlet /raw-async /servlet/raw-async null");
	}

	@Test
	void aForwardOfTheApplicationGoesWhereItSays() throws Exception {
		JsonContentAssert echo = echo(request("/to-forward?c=3"));
		echo.extractingPath("uri").isEqualTo("/new/forwarded");
		echo.extractingPath("dispatcherType").isEqualTo("FORWARD");
		echo.extractingPath("params.a").isEqualTo(List.of("rewritten"));
		echo.extractingPath("params.b").isEqualTo(List.of("2"));
		echo.extractingPath("params.c").isEqualTo(List.of("3"));
	}

	@Test
	void anErrorDispatchIsNotRewrittenAgain() throws Exception {
		HttpResponse<String> response = send(request("/to-missing").header("Accept", "application/json"));
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(new JsonContent(response.body())).extractingPath("status").isEqualTo(404);
	}

	@Test
	void theServletOfAPathMappingIsToldThePathBelowIt() throws Exception {
		assertThat(send(request("/servlet/to-info")).body()).isEqualTo("/servlet /info /servlet/info 1");
	}

	@Test
	void theServletStaysTheOneThatTheOldPathIsMappedTo() throws Exception {
		assertThat(send(request("/to-servlet")).statusCode()).isEqualTo(404);
	}

	@Test
	void headAndOptionsAreRewrittenToo() throws Exception {
		HttpResponse<String> head = send(request("/old/x").method("HEAD", HttpRequest.BodyPublishers.noBody()));
		assertThat(head.statusCode()).isEqualTo(200);
		assertThat(head.body()).isEmpty();
		HttpResponse<String> options = send(request("/to-size").method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
		assertThat(options.headers().firstValue("Allow")).hasValue("POST,OPTIONS");
	}

	@Test
	void multipartFormsGoThrough() throws Exception {
		String body = "--b\r\nContent-Disposition: form-data; name=\"q\"\r\n\r\n2\r\n"
				+ "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.txt\"\r\n\r\n"
				+ "x".repeat(100_000) + "\r\n--b--\r\n";
		HttpResponse<String> response = send(
				request("/to-upload").header("Content-Type", "multipart/form-data; boundary=b")
					.POST(HttpRequest.BodyPublishers.ofString(body)));
		JsonContentAssert echo = assertThat(new JsonContent(response.body()));
		echo.extractingPath("size").isEqualTo(100_000);
		echo.extractingPath("q").isEqualTo(List.of("1", "2"));
	}

	@Test
	void aBodyOfTenMegabytesGoesThrough() throws Exception {
		HttpResponse<String> response = send(request("/to-size").header("Content-Type", "application/octet-stream")
			.POST(HttpRequest.BodyPublishers.ofByteArray(new byte[10 * 1_048_576])));
		assertThat(response.body()).isEqualTo("10485760");
	}

}
