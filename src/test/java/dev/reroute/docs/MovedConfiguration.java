package dev.reroute.docs;

import dev.reroute.rule.Rule;
import dev.reroute.source.RuleSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MovedConfiguration {

	@Bean
	RuleSource moved() {
		return RuleSource.of(Rule.from("/old/{*rest}").rewrite("/new/{*rest}").setHeader("X-Rerouted", "yes"),
				Rule.from("/shop/**")
					.host("shop.example.com")
					.redirect("https://example.com/")
					.status(301)
					.cache("1h"));
	}

}
