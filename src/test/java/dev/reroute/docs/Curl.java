package dev.reroute.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Does what a curl command line says, and prints what curl prints. It knows the few flags
 * that the documentation uses and fails on any other; curl itself need not be installed.
 * Requests are written byte for byte, since one answer shows the headers that it got.
 */
final class Curl {

	private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

	private static final int MAX_REDIRECTS = 10;

	private final List<String> data = new ArrayList<>();

	private final List<String> headers = new ArrayList<>();

	private boolean follow;

	private boolean showHead;

	private @Nullable String method;

	private @Nullable URI url;

	static Curl parse(String commandLine) {
		List<String> words = WORD.matcher(commandLine).results().map(Curl::unquote).toList();
		if (!words.get(0).equals("curl")) {
			throw new IllegalArgumentException("Not a curl command: " + commandLine);
		}
		Curl curl = new Curl();
		for (int i = 1; i < words.size(); i++) {
			switch (words.get(i)) {
				case "-i" -> curl.showHead = true;
				case "-s" -> {
				}
				case "-L" -> curl.follow = true;
				case "-X" -> curl.method = words.get(++i);
				case "-d" -> curl.data.add(words.get(++i));
				case "-H" -> curl.headers.add(words.get(++i));
				default -> curl.setUrl(words.get(i), commandLine);
			}
		}
		return curl;
	}

	private static String unquote(MatchResult word) {
		String quoted = (word.group(1) != null) ? word.group(1) : word.group(2);
		return (quoted != null) ? quoted : word.group(3);
	}

	private void setUrl(String word, String commandLine) {
		if (word.startsWith("-") || this.url != null) {
			throw new IllegalArgumentException("Unknown '" + word + "' in: " + commandLine);
		}
		this.url = URI.create(word);
	}

	/**
	 * Run the command.
	 * @param port the port to connect to, whatever the URL says
	 * @return what curl prints, with line feeds alone and without blanks at line ends
	 */
	String run(int port) throws IOException {
		URI uri = this.url;
		String body = String.join("&", this.data);
		String verb = (this.method != null) ? this.method : body.isEmpty() ? "GET" : "POST";
		StringBuilder printed = new StringBuilder();
		for (int i = 0; uri != null && i < MAX_REDIRECTS; i++) {
			Answer answer = send(port, verb, uri, body);
			printed.append(this.showHead ? answer.head() + "\n\n" : "").append(answer.body());
			String location = answer.header("Location");
			uri = (this.follow && location != null) ? uri.resolve(location) : null;
			boolean kept = answer.status() == 307 || answer.status() == 308;
			verb = kept ? verb : "GET";
			body = kept ? body : "";
		}
		return printed.toString().replaceAll("[ \\r]+\\n", "\n");
	}

	private Answer send(int port, String verb, URI uri, String body) throws IOException {
		String target = uri.getRawPath() + ((uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "");
		List<String> lines = new ArrayList<>(List.of(verb + " " + target + " HTTP/1.1", "Host: " + uri.getAuthority(),
				"User-Agent: curl/7.88.1", "Accept: */*"));
		lines.addAll(this.headers);
		if (!body.isEmpty()) {
			lines.add("Content-Length: " + body.length());
			lines.add("Content-Type: application/x-www-form-urlencoded");
		}
		try (Socket socket = new Socket("localhost", port)) {
			String request = String.join("\r\n", lines) + "\r\n\r\n" + body;
			socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
			return Answer.read(socket.getInputStream());
		}
	}

	private record Answer(String head, String body) {

		static Answer read(InputStream in) throws IOException {
			String head = readUntil(in, "\r\n\r\n");
			Answer answer = new Answer(head, "");
			ByteArrayOutputStream body = new ByteArrayOutputStream();
			String length = answer.header("Content-Length");
			if (length != null) {
				body.write(in.readNBytes(Integer.parseInt(length)));
			}
			else {
				for (int size = readSize(in); size > 0; size = readSize(in)) {
					body.write(in.readNBytes(size));
					readUntil(in, "\r\n");
				}
			}
			return new Answer(head, body.toString(StandardCharsets.UTF_8));
		}

		private static int readSize(InputStream in) throws IOException {
			return Integer.parseInt(readUntil(in, "\r\n"), 16);
		}

		private static String readUntil(InputStream in, String end) throws IOException {
			StringBuilder text = new StringBuilder();
			while (text.indexOf(end) < 0) {
				int octet = in.read();
				if (octet < 0) {
					throw new IOException("The connection ended behind: " + text);
				}
				text.append((char) octet);
			}
			return text.substring(0, text.length() - end.length());
		}

		int status() {
			return Integer.parseInt(this.head.split(" ")[1]);
		}

		@Nullable String header(String name) {
			return this.head.lines()
				.filter((line) -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
				.map((line) -> line.substring(name.length() + 2))
				.findFirst()
				.orElse(null);
		}

	}

}
