package dev.reroute.fidelity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Sends a request on a connection of its own. No client of a library would send every
 * path as it is.
 */
final class RawClient {

	private static final int TIMEOUT_MILLIS = 10_000;

	private RawClient() {
	}

	static Answer send(RawRequest request, InetSocketAddress server) {
		StringBuilder text = new StringBuilder();
		text.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
		request.headers().forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
		text.append("Connection: close\r\nContent-Length: 0\r\n\r\n");
		try (Socket socket = new Socket()) {
			socket.connect(server, TIMEOUT_MILLIS);
			socket.setSoTimeout(TIMEOUT_MILLIS);
			socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
			return read(new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(request + " to " + server, ex);
		}
	}

	private static Answer read(BufferedReader reader) throws IOException {
		String status = reader.readLine();
		if (status == null) {
			throw new IOException("No answer");
		}
		Map<String, String> headers = new HashMap<>();
		for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
			String[] header = line.split(":", 2);
			headers.putIfAbsent(header[0].toLowerCase(Locale.ROOT), header[1].strip());
		}
		return new Answer(Integer.parseInt(status.split(" ")[1]), headers);
	}

}
