package dev.reroute.rule;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a rule may ask of a request. Nothing is computed before it is asked for.
 */
public interface RequestView {

	/**
	 * The method, as sent.
	 * @return for instance {@code GET}
	 */
	String method();

	/**
	 * The scheme.
	 * @return {@code http} or {@code https}
	 */
	String scheme();

	/**
	 * The host that was asked, after whatever the container makes of trusted proxies.
	 * @return lower case, without port and trailing dot; empty if there is none
	 */
	String host();

	/**
	 * The port that was asked.
	 * @return the port
	 */
	int port();

	/**
	 * The context path that {@link #path()} is inside of.
	 * @return empty or starting with {@code /}
	 */
	String contextPath();

	/**
	 * The path inside the context path.
	 * @return {@linkplain dev.reroute.pattern.PathText path text}, or {@code null} if it
	 * is malformed
	 */
	@Nullable String path();

	/**
	 * The query, byte for byte.
	 * @return the query without {@code ?}, or {@code null} if there is none
	 */
	@Nullable String query();

	/**
	 * The values of a header.
	 * @param name the name, without regard to case
	 * @return the values, possibly none
	 */
	List<String> headers(String name);

	/**
	 * The values of the cookies of a name.
	 * @param name the name
	 * @return the values, possibly none
	 */
	List<String> cookies(String name);

	/**
	 * The client's address.
	 * @return an IPv4 or IPv6 address
	 */
	String client();

	/**
	 * When the request came.
	 * @return the instant
	 */
	Instant time();

}
