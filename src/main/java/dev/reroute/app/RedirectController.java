package dev.reroute.app;

import java.util.List;

import dev.reroute.pattern.RedirectTargets;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Sends the client where it asks to go, if that is safe. It answers POST as well as GET,
 * so that one sees what each status does to a method and a body.
 */
@Demo
@RestController
@ConditionalOnProperty(name = "reroute.enabled", matchIfMissing = true)
class RedirectController {

	private static final List<String> STATUSES = List.of("301", "302", "303", "307", "308");

	private final RedirectTargets targets;

	private final String defaultStatus;

	RedirectController(RedirectTargets targets, @Value("${reroute.default-status:307}") String defaultStatus) {
		this.targets = targets;
		this.defaultStatus = defaultStatus;
	}

	@Operation(summary = "Redirects to a path of this host, or to a URL of an allowed one",
			description = "Status is 301, 302, 303, 307 or 308; without it, reroute.default-status.")
	@RequestMapping(path = "/redirect", method = { RequestMethod.GET, RequestMethod.POST })
	ResponseEntity<Void> redirect(@RequestParam String to, @RequestParam @Nullable String status) {
		String location = this.targets.accept(to)
			.orElseThrow(() -> badRequest("'to' is neither a path of this host nor a URL of an allowed host."));
		return ResponseEntity.status(parse(status)).header(HttpHeaders.LOCATION, location).build();
	}

	private HttpStatus parse(@Nullable String status) {
		String code = (status != null) ? status : this.defaultStatus;
		// Compared as text: Integer.parseInt would also take '+301' and foreign digits.
		if (!STATUSES.contains(code)) {
			throw badRequest("'status' is not one of 301, 302, 303, 307, 308.");
		}
		return HttpStatus.valueOf(Integer.parseInt(code));
	}

	private static ResponseStatusException badRequest(String detail) {
		return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
	}

}
