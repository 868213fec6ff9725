package dev.reroute.bench.peers;

import java.net.URI;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The way without any rule engine: all patterns of the set in one mapping.
 */
@RestController
@Profile("controller")
class ControllerPeer {

	@GetMapping("/p{i}/{a}/{b}")
	ResponseEntity<Void> redirect(@PathVariable String i, @PathVariable String a, @PathVariable String b) {
		return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/n" + i + "/" + b + "/" + a)).build();
	}

}
