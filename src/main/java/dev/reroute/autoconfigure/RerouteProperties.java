package dev.reroute.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.reroute.engine.MalformedPaths;
import dev.reroute.source.Refusal;
import org.jspecify.annotations.Nullable;

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
	 * Files with rules, in order: 'classpath:', 'file:', with wildcards; YAML, JSON or
	 * CSV, or a foreign format, such as 'netlify:file:_redirects'.
	 */
	private List<String> locations = new ArrayList<>();

	/**
	 * Whether a line of a foreign format that cannot be translated is left out and
	 * logged, instead of being a problem that keeps the rules from going live.
	 */
	private boolean lenientImport = false;

	/**
	 * How often to look whether a rule file changed; a change is live within two
	 * intervals. Zero turns watching off.
	 */
	private Duration watchInterval = Duration.ofSeconds(1);

	/**
	 * Hosts that a redirect may lead to when request data takes part in choosing the
	 * host: 'www.example.com', '*.example.com', 'example.com:8443'.
	 */
	private List<String> allowedHosts = new ArrayList<>();

	/**
	 * Paths that no rule matches and no rewrite leads to, each with all below it. The
	 * actuator's base path is always one of them.
	 */
	private List<String> reservedPaths = new ArrayList<>(List.of("/error"));

	/**
	 * Status of a redirect that has none of its own: 301, 302, 303, 307 or 308.
	 */
	private int defaultStatus = 307;

	/**
	 * What happens to a request whose path has malformed encoding, dot segments,
	 * backslashes or control characters.
	 */
	private MalformedPaths malformedPaths = MalformedPaths.REJECT;

	private final Match match = new Match();

	private final Lint lint = new Lint();

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

	public boolean isLenientImport() {
		return this.lenientImport;
	}

	public void setLenientImport(boolean lenientImport) {
		this.lenientImport = lenientImport;
	}

	public Duration getWatchInterval() {
		return this.watchInterval;
	}

	public void setWatchInterval(Duration watchInterval) {
		this.watchInterval = watchInterval;
	}

	public List<String> getAllowedHosts() {
		return this.allowedHosts;
	}

	public void setAllowedHosts(List<String> allowedHosts) {
		this.allowedHosts = allowedHosts;
	}

	public List<String> getReservedPaths() {
		return this.reservedPaths;
	}

	public void setReservedPaths(List<String> reservedPaths) {
		this.reservedPaths = reservedPaths;
	}

	public int getDefaultStatus() {
		return this.defaultStatus;
	}

	public void setDefaultStatus(int defaultStatus) {
		this.defaultStatus = defaultStatus;
	}

	public MalformedPaths getMalformedPaths() {
		return this.malformedPaths;
	}

	public void setMalformedPaths(MalformedPaths malformedPaths) {
		this.malformedPaths = malformedPaths;
	}

	public Match getMatch() {
		return this.match;
	}

	public Lint getLint() {
		return this.lint;
	}

	/**
	 * What is proved about rules before they go live.
	 */
	public static class Lint {

		/**
		 * Findings that keep rules from going live: 'error', 'warning' (and errors) or
		 * 'none'. On a live change only those count that the live rules do not have. By
		 * default none at start, and errors on a live change.
		 */
		private @Nullable Refusal refuse;

		public @Nullable Refusal getRefuse() {
			return this.refuse;
		}

		public void setRefuse(@Nullable Refusal refuse) {
			this.refuse = refuse;
		}

	}

	/**
	 * How strictly sources match, unless a rule says otherwise.
	 */
	public static class Match {

		/**
		 * Whether '/A' matches '/a'.
		 */
		private boolean ignoreCase;

		/**
		 * Whether '/a/' matches '/a', and the other way round.
		 */
		private boolean ignoreTrailingSlash;

		public boolean isIgnoreCase() {
			return this.ignoreCase;
		}

		public void setIgnoreCase(boolean ignoreCase) {
			this.ignoreCase = ignoreCase;
		}

		public boolean isIgnoreTrailingSlash() {
			return this.ignoreTrailingSlash;
		}

		public void setIgnoreTrailingSlash(boolean ignoreTrailingSlash) {
			this.ignoreTrailingSlash = ignoreTrailingSlash;
		}

	}

}
