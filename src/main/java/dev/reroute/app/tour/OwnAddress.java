package dev.reroute.app.tour;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

import jakarta.servlet.ServletContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where this server listens: the only place that the tour sends requests to.
 */
@Component
class OwnAddress {

	private static final Logger logger = LoggerFactory.getLogger(OwnAddress.class);

	private final ServerProperties properties;

	private final String contextPath;

	private volatile int port;

	OwnAddress(ServerProperties properties, ServletContext servletContext) {
		this.properties = properties;
		this.contextPath = servletContext.getContextPath();
	}

	@EventListener
	void serverStarted(WebServerInitializedEvent event) {
		// A management server on a port of its own has a namespace.
		if (event.getApplicationContext().getServerNamespace() == null) {
			this.port = event.getWebServer().getPort();
		}
	}

	@EventListener(ApplicationReadyEvent.class)
	void applicationReady() {
		if (this.port > 0) {
			String scheme = hasTls() ? "https" : "http";
			logger.info("Take the tour: {}://{}:{}{}/tour", scheme, host("localhost"), this.port, this.contextPath);
		}
	}

	/**
	 * The address to ask, with the context path.
	 * @return the address; empty if there is no server or it does not speak plain HTTP
	 */
	Optional<URI> find() {
		if (this.port <= 0 || hasTls()) {
			return Optional.empty();
		}
		String host = host(InetAddress.getLoopbackAddress().getHostAddress());
		return Optional.of(URI.create("http://" + host + ":" + this.port + this.contextPath));
	}

	private String host(String ifAny) {
		InetAddress address = this.properties.getAddress();
		if (address == null || address.isAnyLocalAddress()) {
			return ifAny;
		}
		String host = address.getHostAddress();
		return host.contains(":") ? "[" + host.replaceFirst("%.*", "") + "]" : host;
	}

	private boolean hasTls() {
		return Ssl.isEnabled(this.properties.getSsl());
	}

}
