package dev.reroute.autoconfigure;

import dev.reroute.actuate.RerouteEndpoint;
import dev.reroute.actuate.RerouteHealthIndicator;
import dev.reroute.actuate.RerouteMeters;
import dev.reroute.hits.DecisionTotals;
import dev.reroute.hits.HitCounter;
import dev.reroute.source.LiveRules;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of what an operator sees. Each part is there if its library is: the
 * actuator's endpoints, its health, Micrometer.
 */
@AutoConfiguration(after = RerouteAutoConfiguration.class)
@ConditionalOnBean(LiveRules.class)
public final class RerouteActuatorAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
	static class EndpointConfiguration {

		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnAvailableEndpoint
		RerouteEndpoint rerouteEndpoint(LiveRules rules, HitCounter hits, DecisionTotals totals) {
			return new RerouteEndpoint(rules, hits, totals);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
	static class HealthConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = "rerouteHealthIndicator")
		@ConditionalOnEnabledHealthIndicator("reroute")
		RerouteHealthIndicator rerouteHealthIndicator(LiveRules rules) {
			return new RerouteHealthIndicator(rules);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetersConfiguration {

		@Bean
		@ConditionalOnMissingBean
		RerouteMeters rerouteMeters(LiveRules rules, DecisionTotals totals) {
			return new RerouteMeters(rules, totals);
		}

	}

}
