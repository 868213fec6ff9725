package dev.reroute.replay.log;

import java.util.List;
import java.util.Locale;

/**
 * What is taken from a line of JSON, and the names that it has there: in what people
 * write in nginx with {@code escape=json}, and in the logs of Caddy, Traefik, the Elastic
 * Common Schema, Cloudflare and Google Cloud. A dot leads into an object; the first name
 * that has a value counts.
 */
public enum LogField {

	/** The whole first line of the request. */
	REQUEST("request request_line"),

	/** The method. */
	METHOD("request_method method request.method RequestMethod http.request.method "
			+ "ClientRequestMethod httpRequest.requestMethod"),

	/** Path and query as sent, or a URL. */
	PATH("request_uri request.uri RequestPath url.original ClientRequestURI "
			+ "httpRequest.requestUrl uri url.path url path"),

	/** The query, for logs that have it apart from the path. */
	QUERY("args query_string url.query query"),

	/** The status of the answer. */
	STATUS("status DownstreamStatus http.response.status_code EdgeResponseStatus httpRequest.status status_code"),

	/** The host that was asked. */
	HOST("http_host host request.host RequestHost url.domain ClientRequestHost server_name"),

	/** The scheme. */
	SCHEME("scheme request_scheme RequestScheme url.scheme ClientRequestScheme"),

	/** The client's address. */
	CLIENT("remote_addr request.client_ip request.remote_ip ClientHost client.ip ClientIP "
			+ "httpRequest.remoteIp client_ip remote_ip"),

	/** The header {@code User-Agent}. */
	USER_AGENT("http_user_agent request.headers.User-Agent request_User-Agent user_agent.original "
			+ "ClientRequestUserAgent httpRequest.userAgent user_agent"),

	/** The header {@code Referer}. */
	REFERER("http_referer request.headers.Referer request_Referer http.request.referrer "
			+ "ClientRequestReferer httpRequest.referer referer");

	/** With a space between them. */
	private final String names;

	LogField(String names) {
		this.names = names;
	}

	/**
	 * The usual names.
	 * @return the names, in the order in which they are tried
	 */
	public List<String> names() {
		return List.of(this.names.split(" "));
	}

	/** The field as it is written in options: {@code user-agent}. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
