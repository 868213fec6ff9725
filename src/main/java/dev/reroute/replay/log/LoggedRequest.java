package dev.reroute.replay.log;

import org.jspecify.annotations.Nullable;

/**
 * A request as a log has it. What a format does not record is {@code null}.
 *
 * @param method the method; empty where no request was understood
 * @param target the request target as sent: a path with its query, a URL, {@code *},
 * {@code host:443}; empty where no request was understood
 * @param status the status of the answer; 0 if it is not recorded
 * @param host the host that was asked, possibly with a port
 * @param scheme {@code http} or {@code https}
 * @param client the client's address, or its name
 * @param userAgent the header {@code User-Agent}
 * @param referer the header {@code Referer}
 */
public record LoggedRequest(String method, String target, int status, @Nullable String host, @Nullable String scheme,
		@Nullable String client, @Nullable String userAgent, @Nullable String referer) {

}
