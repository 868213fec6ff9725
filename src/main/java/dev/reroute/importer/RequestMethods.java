package dev.reroute.importer;

import java.util.List;

/**
 * Methods among which a regular expression is searched, where another system asks for one
 * by a regular expression: those that are in use, of HTTP (RFC 9110), WebDAV (RFC 4918)
 * and their like.
 */
public final class RequestMethods {

	/** In upper case. */
	public static final List<String> IN_USE = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH",
			"TRACE", "TRACK", "CONNECT", "PROPFIND", "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "REPORT",
			"SEARCH", "BIND", "ACL", "MERGE", "CHECKOUT", "CHECKIN", "LINK", "UNLINK", "PURGE");

	private RequestMethods() {
	}

}
