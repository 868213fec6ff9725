package dev.reroute.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of Reroute. The rules under {@code reroute.rules} are not bound here: they are
 * read as text, so that a problem names its line.
 */
@ConfigurationProperties("reroute")
public class RerouteProperties {

	/**
	 * Whether to redirect and rewrite at all.
	 */
	private boolean enabled = true;

	/**
	 * Files with rules, in order: 'classpath:', 'file:', with wildcards; YAML or JSON.
	 */
	private List<String> locations = new ArrayList<>();

	/**
	 * Hosts that a redirect may lead to when request data takes part in choosing the
	 * host: 'www.example.com', '*.example.com', 'example.com:8443'.
	 */
	private List<String> allowedHosts = new ArrayList<>();

	/**
	 * Status of a redirect that has none of its own: 301, 302, 303, 307 or 308.
	 */
	private int defaultStatus = 307;

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public List<String> getLocations() {
		return this.locations;
	}

	public void setLocations(List<String> locations) {
		this.locations = locations;
	}

	public List<String> getAllowedHosts() {
		return this.allowedHosts;
	}

	public void setAllowedHosts(List<String> allowedHosts) {
		this.allowedHosts = allowedHosts;
	}

	public int getDefaultStatus() {
		return this.defaultStatus;
	}

	public void setDefaultStatus(int defaultStatus) {
		this.defaultStatus = defaultStatus;
	}

}
