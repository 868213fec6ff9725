package dev.reroute.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks a server on this machine, and follows nothing by itself.
 */
public record Http(int port) {

	public static final String FORM = "application/x-www-form-urlencoded";

	public static final String JSON = "application/json";

	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	public HttpResponse<String> get(String target) {
		return send(request(target).GET());
	}

	public HttpResponse<String> post(String target, String contentType, String body) {
		return send(
				request(target).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	/** Follows one redirect as the status demands, and asserts that there is one. */
	public HttpResponse<String> follow(HttpResponse<String> response) {
		assertThat(response.statusCode()).isIn(301, 302, 303, 307, 308);
		URI location = response.uri().resolve(location(response));
		HttpRequest.Builder next = HttpRequest.newBuilder(location).timeout(Duration.ofSeconds(20));
		if (response.statusCode() < 307) {
			return send(next.GET());
		}
		response.request().headers().firstValue("Content-Type").ifPresent((type) -> next.header("Content-Type", type));
		return send(next.method(response.request().method(),
				response.request().bodyPublisher().orElseGet(HttpRequest.BodyPublishers::noBody)));
	}

	public static String location(HttpResponse<String> response) {
		assertThat(response.headers().allValues("Location")).hasSize(1);
		return response.headers().firstValue("Location").orElseThrow();
	}

	private HttpRequest.Builder request(String target) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + target))
			.timeout(Duration.ofSeconds(20));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
