package dev.reroute.pattern;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A host and, where it is written, a port: lower case, IDNA-encoded, without the trailing
 * dot of a fully qualified name. There is no user info and no percent-encoding in it;
 * text that has either is no authority (CVE-2024-22243 and its kin).
 *
 * @param host the host; an IPv6 address stands in brackets
 * @param port the port, or -1 if none is written
 */
record Authority(String host, int port) {

	private static final Pattern NAME = Pattern
		.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");

	private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:]+(:\\d{1,3}(\\.\\d{1,3}){3})?]");

	/** To a browser, such a host is an IPv4 address in one of many notations. */
	private static final Pattern NUMBER_AT_END = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");

	private static final Pattern IPV4 = Pattern
		.compile("(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");

	private static final Pattern WITH_PORT = Pattern.compile("(.*?)(?::(\\d{1,5}))?", Pattern.DOTALL);

	/** Of a name in the DNS (RFC 1035), and of its final dot. */
	private static final int MAX_LENGTH = 254;

	private static final int MAX_PORT = 65_535;

	/**
	 * Parse an authority.
	 * @param text for instance {@code www.example.com:8443}
	 * @return the authority, or {@code null} if the text is none
	 */
	static @Nullable Authority parse(String text) {
		Matcher matcher = WITH_PORT.matcher(text);
		if (!matcher.matches()) {
			return null;
		}
		String host = normalizeHost(matcher.group(1));
		int port = (matcher.group(2) != null) ? Integer.parseInt(matcher.group(2)) : -1;
		return (host == null || port > MAX_PORT) ? null : new Authority(host, port);
	}

	/**
	 * The form in which hosts are compared.
	 * @param host a host without port
	 * @return lower case, IDNA, no trailing dot; {@code null} if it is no host
	 */
	static @Nullable String normalizeHost(String host) {
		if (host.length() > MAX_LENGTH) {
			return null;
		}
		String lower = host.toLowerCase(Locale.ROOT);
		if (lower.startsWith("[")) {
			return (IPV6.matcher(lower).matches() && isIpv6(lower)) ? lower : null;
		}
		String ascii;
		try {
			ascii = isAscii(lower) ? lower : IDN.toASCII(lower).toLowerCase(Locale.ROOT);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
		if (ascii.endsWith(".")) {
			ascii = ascii.substring(0, ascii.length() - 1);
		}
		if (NUMBER_AT_END.matcher(ascii).matches() && !IPV4.matcher(ascii).matches()) {
			return null;
		}
		return (ascii.length() < MAX_LENGTH && NAME.matcher(ascii).matches()) ? ascii : null;
	}

	/** What stands in brackets is never looked up as a name. */
	private static boolean isIpv6(String literal) {
		try {
			InetAddress.getByName(literal);
			return true;
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

	/**
	 * The port that is meant where none is written.
	 * @param scheme {@code http} or {@code https}
	 * @return the port
	 */
	int portFor(String scheme) {
		return (this.port >= 0) ? this.port : defaultPort(scheme);
	}

	static int defaultPort(String scheme) {
		return scheme.equals("https") ? 443 : 80;
	}

	private static boolean isAscii(String text) {
		return text.chars().allMatch((c) -> c < 0x80);
	}

	@Override
	public String toString() {
		return (this.port < 0) ? this.host : this.host + ":" + this.port;
	}

}
