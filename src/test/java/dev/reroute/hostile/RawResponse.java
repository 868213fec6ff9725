package dev.reroute.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What came back over the wire, octet by octet, for a request that no HTTP client would
 * agree to send.
 *
 * @param text the response; one character is one octet
 */
record RawResponse(String text) {

	/**
	 * Send a request.
	 * @param port where to
	 * @param request the request; one character is one octet; the lines of its head end
	 * in {@code \r\n}
	 * @return the response
	 */
	static RawResponse send(int port, String request) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().flush();
			return new RawResponse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static RawResponse get(int port, String target, String... headers) {
		String more = String.join("", Arrays.stream(headers).map((header) -> header + "\r\n").toList());
		return send(port,
				"GET " + target + " HTTP/1.1\r\nHost: asked.example\r\nConnection: close\r\n" + more + "\r\n");
	}

	int status() {
		return Integer.parseInt(this.text.substring(9, 12));
	}

	String head() {
		int end = this.text.indexOf("\r\n\r\n");
		return (end < 0) ? this.text : this.text.substring(0, end);
	}

	String body() {
		return this.text.substring(Math.min(this.text.length(), head().length() + 4));
	}

	List<String> headers(String name) {
		return head().lines()
			.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
			.map((line) -> line.substring(name.length() + 1).strip())
			.toList();
	}

}
