package dev.reroute.autoconfigure;

import dev.reroute.pattern.RedirectTargets;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of Reroute in a servlet application.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnProperty(name = "reroute.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RerouteProperties.class)
public final class RerouteAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RedirectTargets redirectTargets(RerouteProperties properties) {
		return new RedirectTargets(properties.getAllowedHosts());
	}

}
