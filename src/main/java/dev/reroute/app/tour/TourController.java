package dev.reroute.app.tour;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

import dev.reroute.app.Demo;
import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page of the tour, and the button that runs an example.
 */
@Demo
@Hidden
@RestController
class TourController {

	/**
	 * A run holds one thread of the server and needs another: they must not use up all.
	 */
	private static final int MAX_RUNS_AT_A_TIME = 8;

	private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

	private final ExampleRunner runner = new ExampleRunner(Duration.ofSeconds(3));

	private final Semaphore runs = new Semaphore(MAX_RUNS_AT_A_TIME);

	private final OwnAddress address;

	TourController(OwnAddress address) {
		this.address = address;
	}

	@GetMapping("/tour")
	ResponseEntity<Resource> page() {
		return ResponseEntity.ok().contentType(HTML).body(new ClassPathResource("static/tour/index.html"));
	}

	@PostMapping(path = "/tour/run/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
	List<Hop> run(@PathVariable String name) {
		Example example = Example.find(name)
			.orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "There is no such example."));
		URI server = this.address.find()
			.orElseThrow(() -> problem(HttpStatus.SERVICE_UNAVAILABLE,
					"The examples run over plain HTTP, which this server does not speak."));
		if (!this.runs.tryAcquire()) {
			throw problem(HttpStatus.SERVICE_UNAVAILABLE, "Others are trying this, too. Please try again.");
		}
		try {
			return this.runner.run(example, server);
		}
		catch (HttpTimeoutException ex) {
			throw problem(HttpStatus.GATEWAY_TIMEOUT, "The example was not answered in time.");
		}
		catch (IOException | IllegalArgumentException ex) {
			// The latter is a Location that is no URI, as a rule under edit may send.
			throw problem(HttpStatus.BAD_GATEWAY, "The example was not answered.");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw problem(HttpStatus.SERVICE_UNAVAILABLE, "The server is about to stop.");
		}
		finally {
			this.runs.release();
		}
	}

	private static ResponseStatusException problem(HttpStatus status, String detail) {
		return new ResponseStatusException(status, detail);
	}

}
