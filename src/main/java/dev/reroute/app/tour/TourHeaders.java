package dev.reroute.app.tour;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Tells the browser what the tour needs, and that nothing else is allowed in it.
 */
@Configuration(proxyBeanMethods = false)
class TourHeaders implements WebMvcConfigurer, HandlerInterceptor {

	static final String POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; "
			+ "frame-ancestors 'none'";

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).addPathPatterns("/tour", "/tour/**");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		response.setHeader("Content-Security-Policy", POLICY);
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Referrer-Policy", "same-origin");
		// Ask each time whether it has changed: the page is edited while it is looked at.
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
		return true;
	}

}
