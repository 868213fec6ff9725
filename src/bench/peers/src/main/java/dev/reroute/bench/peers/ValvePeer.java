package dev.reroute.bench.peers;

import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.catalina.LifecycleException;
import org.apache.catalina.valves.rewrite.RewriteValve;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Tomcat's RewriteValve, in the engine and so in front of every filter.
 */
@Configuration(proxyBeanMethods = false)
@Profile("valve")
class ValvePeer {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> valve(@Value("${peer.rules}") Path rules) {
		return (factory) -> factory.addEngineValves(new FromFile(rules));
	}

	/**
	 * The original looks for its rules in Tomcat's own directories only.
	 */
	private static final class FromFile extends RewriteValve {

		private final Path rules;

		FromFile(Path rules) {
			this.rules = rules;
		}

		@Override
		protected void startInternal() throws LifecycleException {
			super.startInternal();
			try {
				setConfiguration(Files.readString(this.rules));
			}
			catch (Exception ex) {
				throw new LifecycleException(ex);
			}
		}

	}

}
