package dev.reroute.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The Reroute application.
 */
@SpringBootApplication
public class RerouteApplication {

	public static void main(String[] args) {
		SpringApplication.run(RerouteApplication.class, args);
	}

}
