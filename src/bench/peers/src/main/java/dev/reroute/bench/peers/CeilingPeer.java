package dev.reroute.bench.peers;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;

/**
 * What no rule engine in this Boot and Tomcat can beat: a filter where Reroute's stands
 * knows the answer without looking for it.
 */
@Configuration(proxyBeanMethods = false)
@Profile("ceiling")
class CeilingPeer {

	@Bean
	FilterRegistrationBean<Filter> ceiling(@Value("${peer.location}") String location) {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
			if (!((HttpServletRequest) request).getRequestURI().startsWith("/p")) {
				chain.doFilter(request, response);
				return;
			}
			HttpServletResponse answer = (HttpServletResponse) response;
			answer.setStatus(302);
			answer.setHeader("Location", location);
		});
		// behind Boot's observation of requests, where that is on
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
		return registration;
	}

}
