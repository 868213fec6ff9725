package dev.reroute.pattern;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A target for one request, encoded: printable ASCII throughout.
 *
 * @param scheme {@code http} or {@code https}; {@code null} if the target is on this host
 * @param host the host; {@code null} if the target is on this host
 * @param port the port; -1 if none is written
 * @param path the path; starts with exactly one {@code /}
 * @param query the target's own query, without {@code ?}; {@code null} if it has none
 * @param fragment the fragment, without {@code #}; {@code null} if it has none
 */
public record FilledTarget(@Nullable String scheme, @Nullable String host, int port, String path,
		@Nullable String query, @Nullable String fragment) {

	/**
	 * This target with another query.
	 * @param query the query, or {@code null} for none
	 * @return the target
	 */
	public FilledTarget withQuery(@Nullable String query) {
		return Objects.equals(query, this.query) ? this
				: new FilledTarget(this.scheme, this.host, this.port, this.path, query, this.fragment);
	}

	/**
	 * Whether the target is on the host that was asked, inside the context path.
	 * @return whether it is
	 */
	public boolean isRelative() {
		return this.host == null;
	}

	/**
	 * The port of an absolute target.
	 * @return the port, the scheme's own if none is written
	 */
	public int effectivePort() {
		return (this.port >= 0 || this.scheme == null) ? this.port : Authority.defaultPort(this.scheme);
	}

	/**
	 * Whether a {@code Location} would be too long to be sent.
	 * @return whether it is longer than {@link Limits#LOCATION_LENGTH}
	 */
	public boolean isTooLong() {
		int length = this.path.length();
		length += (this.query != null) ? this.query.length() + 1 : 0;
		length += (this.fragment != null) ? this.fragment.length() + 1 : 0;
		return length > Limits.LOCATION_LENGTH;
	}

	/**
	 * The value for {@code Location}.
	 * @param contextPath the context path that a relative target stands in, encoded or
	 * not
	 * @return the URL
	 */
	public String location(String contextPath) {
		if (isRelative() && contextPath.isEmpty() && this.query == null && this.fragment == null) {
			return this.path;
		}
		StringBuilder location = new StringBuilder();
		if (isRelative()) {
			location.append(contextPath.isEmpty() ? "" : PercentEncoding.PATH.encodeLiteral(contextPath));
		}
		else {
			location.append(this.scheme).append("://").append(this.host);
			if (this.port >= 0) {
				location.append(':').append(this.port);
			}
		}
		location.append(this.path);
		if (this.query != null) {
			location.append('?').append(this.query);
		}
		if (this.fragment != null) {
			location.append('#').append(this.fragment);
		}
		return location.toString();
	}

	@Override
	public String toString() {
		return location("");
	}

}
