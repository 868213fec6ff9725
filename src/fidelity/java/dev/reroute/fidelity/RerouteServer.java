package dev.reroute.fidelity;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import dev.reroute.app.DemoTest;
import dev.reroute.engine.MalformedPaths;
import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.ImportResult;
import dev.reroute.rule.Definitions;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleDefinition;
import dev.reroute.rule.RuleSettings;
import dev.reroute.source.LiveRules;
import dev.reroute.source.RuleSource;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reroute in Tomcat on a free port. Its rules are replaced for each case; behind them
 * stands a servlet that tells what it received.
 */
final class RerouteServer implements AutoCloseable {

	/** What the cases may redirect to by what a request holds. */
	private static final String ALLOWED_HOSTS = "localhost,example.com,*.example.com,example.org,*.example.org";

	private final AtomicReference<Definitions> definitions;

	private final ServletWebServerApplicationContext context;

	private final LiveRules rules;

	RerouteServer() {
		SpringApplicationBuilder application = new SpringApplicationBuilder(EchoConfiguration.class)
			.properties("server.port=0", "server.address=127.0.0.1", "reroute.allowed-hosts=" + ALLOWED_HOSTS,
					"reroute.watch-interval=0", "spring.config.location=optional:classpath:/none/",
					"spring.main.banner-mode=off", "logging.level.root=warn", DemoTest.WITHOUT_SECURITY);
		this.context = (ServletWebServerApplicationContext) application.run();
		this.definitions = this.context.getBean(CurrentRules.class).definitions;
		this.rules = this.context.getBean(LiveRules.class);
	}

	/**
	 * Take the rules of a configuration.
	 * @param format its format
	 * @param fidelityCase the case
	 * @return what became of it
	 */
	ImportResult load(ImportFormat format, FidelityCase fidelityCase) {
		ImportResult result = format.read(fidelityCase.configuration(), fidelityCase.name(),
				this.context.getBean(RuleSettings.class));
		load(result.rules());
		return result;
	}

	private void load(List<RuleDefinition> rules) {
		this.definitions.set(Definitions.of(rules));
		List<Problem> problems = this.rules.reload();
		if (!problems.isEmpty()) {
			throw new IllegalStateException("Imported rules are not taken: " + problems);
		}
	}

	Answer ask(RawRequest request) {
		return RawClient.send(request,
				new InetSocketAddress("127.0.0.1", this.context.getWebServer().getPort()));
	}

	@Override
	public void close() {
		this.context.close();
	}

	/** The rules of the case that is looked at. */
	static final class CurrentRules implements RuleSource {

		private final AtomicReference<Definitions> definitions = new AtomicReference<>(Definitions.of(List.of()));

		@Override
		public Definitions load() {
			return this.definitions.get();
		}

	}

	/** Tells what it received. */
	static final class EchoServlet extends HttpServlet {

		@Override
		protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
			response.setHeader(Answer.ECHO_PATH, request.getRequestURI());
			response.setHeader(Answer.ECHO_QUERY, (request.getQueryString() != null) ? request.getQueryString() : "");
			response.setContentLength(0);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class EchoConfiguration {

		@Bean
		CurrentRules currentRules() {
			return new CurrentRules();
		}

		@Bean
		LiveRules liveRules(CurrentRules rules, RuleSettings settings) {
			return new LiveRules(List.of(rules), settings, MalformedPaths.REJECT);
		}

		@Bean
		ServletRegistrationBean<HttpServlet> echo() {
			return new ServletRegistrationBean<>(new EchoServlet(), "/*");
		}

		@Bean
		WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
			return (factory) -> factory
				.addConnectorCustomizers((connector) -> connector.setEncodedSolidusHandling("passthrough"));
		}

	}

}
