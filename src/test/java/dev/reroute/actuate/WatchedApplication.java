package dev.reroute.actuate;

import dev.reroute.source.RuleCheck;
import dev.reroute.test.NamedFindings;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application with one page, {@code /new}.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class WatchedApplication {

	@Bean
	RuleCheck namedFindings() {
		return new NamedFindings();
	}

	@RestController
	static class NewController {

		@GetMapping("/new")
		String show() {
			return "new";
		}

	}

}
