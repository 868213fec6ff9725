package dev.reroute.bench.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import org.tuckey.web.filters.urlrewrite.Conf;
import org.tuckey.web.filters.urlrewrite.UrlRewriteFilter;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;

/**
 * Tuckey's UrlRewriteFilter, first in the chain.
 */
@Configuration(proxyBeanMethods = false)
@Profile("tuckey")
class TuckeyPeer {

	@Bean
	FilterRegistrationBean<UrlRewriteFilter> tuckey(@Value("${peer.rules}") Path rules) {
		FilterRegistrationBean<UrlRewriteFilter> registration = new FilterRegistrationBean<>(new FromFile(rules));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		registration.addInitParameter("statusEnabled", "false");
		return registration;
	}

	/**
	 * The original reads its rules from within the web application only.
	 */
	private static final class FromFile extends UrlRewriteFilter {

		private final Path rules;

		FromFile(Path rules) {
			this.rules = rules;
		}

		@Override
		protected void loadUrlRewriter(FilterConfig config) throws ServletException {
			try (InputStream in = Files.newInputStream(this.rules)) {
				checkConf(new Conf(config.getServletContext(), in, this.rules.toString(), this.rules.toString()));
			}
			catch (IOException ex) {
				throw new ServletException(ex);
			}
		}

	}

}
