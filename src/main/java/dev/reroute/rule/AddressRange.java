package dev.reroute.rule;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

import dev.reroute.pattern.InvalidTextException;
import org.jspecify.annotations.Nullable;

/**
 * One IPv4 or IPv6 address, or a range in CIDR notation. Names are never looked up.
 */
public final class AddressRange {

	private static final Pattern IPV4 = Pattern
		.compile("(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");

	private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

	private final String text;

	private final byte[] network;

	private final int bits;

	private AddressRange(String text, byte[] network, int bits) {
		this.text = text;
		this.network = network;
		this.bits = bits;
	}

	static AddressRange parse(String text) {
		int slash = text.indexOf('/');
		byte[] network = address((slash < 0) ? text : text.substring(0, slash));
		if (network == null) {
			throw invalid(text);
		}
		int bits = network.length * 8;
		if (slash >= 0) {
			String prefix = text.substring(slash + 1);
			if (!prefix.matches("\\d{1,3}") || Integer.parseInt(prefix) > bits) {
				throw invalid(text);
			}
			bits = Integer.parseInt(prefix);
		}
		return new AddressRange(text, network, bits);
	}

	/**
	 * Whether a text is an address.
	 * @param text the text
	 * @return whether it is an IPv4 or IPv6 address, and no name
	 */
	public static boolean isAddress(String text) {
		return address(text) != null;
	}

	private static InvalidTextException invalid(String text) {
		return new InvalidTextException("bad-address", 0, "an address or a range such as '10.0.0.0/8' or '::1'",
				Problem.quoted(text));
	}

	private static byte @Nullable [] address(String text) {
		int zone = text.indexOf('%');
		String address = (zone < 0) ? text : text.substring(0, zone);
		boolean v6 = IPV6.matcher(address).matches();
		if (!v6 && !IPV4.matcher(address).matches()) {
			return null;
		}
		try {
			// what stands in brackets is never taken for a name
			return InetAddress.getByName(v6 ? "[" + address + "]" : address).getAddress();
		}
		catch (UnknownHostException ex) {
			return null;
		}
	}

	/**
	 * An address that is in the range.
	 * @return its first address, as text
	 */
	public String first() {
		return this.text.replaceFirst("/.*", "");
	}

	boolean contains(String client) {
		byte[] address = address(client);
		if (address == null || address.length != this.network.length) {
			return false;
		}
		for (int bit = 0; bit < this.bits; bit += 8) {
			int mask = (this.bits - bit >= 8) ? 0xff : 0xff << (8 - (this.bits - bit));
			if (((address[bit / 8] ^ this.network[bit / 8]) & mask & 0xff) != 0) {
				return false;
			}
		}
		return true;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof AddressRange that && this.text.equals(that.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	@Override
	public String toString() {
		return this.text;
	}

}
