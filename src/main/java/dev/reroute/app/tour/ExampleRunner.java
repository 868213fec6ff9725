package dev.reroute.app.tour;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Sends an example and follows its redirects, on this server only.
 */
class ExampleRunner {

	static final int MAX_HOPS = 5;

	private static final int MAX_BODY = 8_192;

	private final HttpClient client;

	private final Duration timeout;

	ExampleRunner(Duration timeout) {
		this.timeout = timeout;
		this.client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(timeout)
			.build();
	}

	/**
	 * Run an example.
	 * @param example the example
	 * @param server this server, with the context path
	 * @return the hops, at least one and at most {@link #MAX_HOPS}
	 * @throws IOException if the server does not answer, or not in time
	 */
	List<Hop> run(Example example, URI server) throws IOException, InterruptedException {
		List<Hop> hops = new ArrayList<>();
		URI start = server.resolve(example.targetIn(server.getRawPath()));
		Step step = new Step(example.method(), start, example.form());
		while (step != null) {
			HttpResponse<InputStream> response = send(step);
			String body;
			try (InputStream stream = response.body()) {
				body = new String(stream.readNBytes(MAX_BODY), StandardCharsets.UTF_8);
			}
			Step next = next(step, response);
			hops.add(Hop.of(step, response, body, explain(step, response, next, hops.size() + 1)));
			step = (hops.size() < MAX_HOPS) ? next : null;
		}
		return hops;
	}

	private HttpResponse<InputStream> send(Step step) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(step.uri())
			.timeout(this.timeout)
			.header("User-Agent", "reroute-tour");
		if (step.form() == null) {
			request.GET();
		}
		else {
			request.header("Content-Type", Hop.FORM)
				.method(step.method(), HttpRequest.BodyPublishers.ofString(step.form()));
		}
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
	}

	private static @Nullable Step next(Step step, HttpResponse<?> response) {
		return location(step, response).filter((location) -> sameServer(step.uri(), location))
			.map((location) -> step.follow(response.statusCode(), location))
			.orElse(null);
	}

	private static boolean sameServer(URI here, URI there) {
		return here.getScheme().equals(there.getScheme()) && here.getRawAuthority().equals(there.getRawAuthority());
	}

	private static @Nullable String explain(Step step, HttpResponse<?> response, @Nullable Step next, int hop) {
		if (location(step, response).isEmpty()) {
			return null;
		}
		if (next == null) {
			return "This leads to another host. A browser goes there now; the tour stays here.";
		}
		return (hop < MAX_HOPS) ? step.explain(response.statusCode())
				: "The tour stops here, after " + MAX_HOPS + " hops. A browser gives up after 20.";
	}

	private static Optional<URI> location(Step step, HttpResponse<?> response) {
		return (response.statusCode() / 100 == 3) ? response.headers().firstValue("Location").map(step.uri()::resolve)
				: Optional.empty();
	}

}
