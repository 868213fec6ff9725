package dev.reroute.app;

import dev.reroute.cli.Commands;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The Reroute application: the server, or a command, which starts no server.
 */
@SpringBootApplication
public class RerouteApplication {

	public static void main(String[] args) {
		if (Commands.areMeantBy(args)) {
			System.exit(Commands.run(args));
		}
		SpringApplication.run(RerouteApplication.class, args);
	}

}
