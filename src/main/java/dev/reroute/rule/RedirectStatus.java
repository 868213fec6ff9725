package dev.reroute.rule;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The five statuses of a redirect (RFC 9110 section 15.4). Nothing else is accepted.
 */
public enum RedirectStatus {

	/** Permanent; browsers turn POST into GET. Cached for ever unless told otherwise. */
	MOVED_PERMANENTLY(301),

	/** Temporary; browsers turn POST into GET. */
	FOUND(302),

	/** See another page, always with GET. */
	SEE_OTHER(303),

	/** Temporary; method and body are kept. */
	TEMPORARY_REDIRECT(307),

	/** Permanent; method and body are kept. Cached for ever unless told otherwise. */
	PERMANENT_REDIRECT(308);

	/** The codes for messages: {@code 301, 302, 303, 307, 308}. */
	public static final String CODES = Arrays.stream(values())
		.map((status) -> Integer.toString(status.code))
		.collect(Collectors.joining(", "));

	private final int code;

	RedirectStatus(int code) {
		this.code = code;
	}

	public int code() {
		return this.code;
	}

	/**
	 * Whether caches may keep the redirect without being told how long.
	 * @return whether this is 301 or 308
	 */
	public boolean isPermanent() {
		return this == MOVED_PERMANENTLY || this == PERMANENT_REDIRECT;
	}

	/**
	 * Whether a client asks again with the same method.
	 * @return whether this is 307 or 308
	 */
	public boolean keepsMethod() {
		return this == TEMPORARY_REDIRECT || this == PERMANENT_REDIRECT;
	}

	/**
	 * The method with which a browser asks again (the Fetch standard, HTTP-redirect
	 * fetch).
	 * @param method the method of the request
	 * @return the method of the next one
	 */
	public String methodAfter(String method) {
		boolean lost = (this == SEE_OTHER) ? !method.equals("HEAD") : !keepsMethod() && method.equals("POST");
		return lost ? "GET" : method;
	}

	/**
	 * The status with a code.
	 * @param code the code
	 * @return the status; empty if it is none of the five
	 */
	public static Optional<RedirectStatus> of(int code) {
		return Arrays.stream(values()).filter((status) -> status.code == code).findFirst();
	}

}
