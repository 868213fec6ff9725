package dev.reroute.docs;

import dev.reroute.pattern.RedirectTargets;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LoginController {

	private final RedirectTargets redirectTargets;

	LoginController(RedirectTargets redirectTargets) {
		this.redirectTargets = redirectTargets;
	}

	@PostMapping("/login")
	ResponseEntity<Void> login(@RequestParam String next) {
		String target = this.redirectTargets.accept(next).orElse("/");
		return ResponseEntity.status(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, target).build();
	}

}
