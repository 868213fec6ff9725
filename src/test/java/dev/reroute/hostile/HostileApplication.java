package dev.reroute.hostile;

import dev.reroute.rule.Rule;
import dev.reroute.source.RuleSource;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application whose rules take text from everywhere and put it everywhere, in a
 * container that is as lax as it can be.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class HostileApplication {

	@Bean
	RuleSource rules() {
		return RuleSource.of(Rule.fromRegex("/r/(.*)").redirect("/{1}"),
				Rule.from("/r2/{*x}").redirect("/{*x}").status(301),
				Rule.from("/s/{x}").redirect("https://www.example.com/{x}?{x}#{x}"),
				Rule.from("/q").parameter("next", "{n}").redirect("/{n}").dropQuery(),
				Rule.from("/h").header("X-Next", "{n}").redirect("/{n}#{n}"),
				Rule.from("/c").cookie("next", "{n}").redirect("/{n}"),
				Rule.from("/w/{*x}").rewrite("/echo/{*x}").setHeader("X-Got", "{x}"),
				Rule.from("/v/{x}").rewrite("/{x}"), Rule.from("/host").redirect("{scheme}://{host}/found"),
				Rule.from("//{tenant}.example.net/tenant").redirect("https://{tenant}.example.com/"),
				Rule.from("//shop.example.net/shop").redirect("https://www.example.com/shop"),
				Rule.from("/gone/**").respond(410), Rule.from("/forbidden/**").respond(403),
				Rule.from("/fb/{*x}").fallback().redirect("/{*x}"));
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> lax() {
		return (factory) -> factory.addConnectorCustomizers((connector) -> {
			connector.setEncodedSolidusHandling("passthrough");
			connector.setEncodedReverseSolidusHandling("passthrough");
			connector.setAllowBackslash(true);
			connector.setProperty("relaxedPathChars", "<>[\\]^`{|}\"");
			connector.setProperty("relaxedQueryChars", "<>[\\]^`{|}\"");
		});
	}

	@RestController
	static class EchoController {

		@RequestMapping("/echo/**")
		String echo(HttpServletRequest request) {
			return request.getRequestURI() + " " + request.getHeader("X-Got");
		}

		@RequestMapping("/**")
		ResponseEntity<String> nothing() {
			return ResponseEntity.status(HttpStatus.NOT_FOUND).body("nothing here");
		}

	}

}
