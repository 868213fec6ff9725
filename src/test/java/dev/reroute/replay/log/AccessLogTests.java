package dev.reroute.replay.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class AccessLogTests {

	private static final String GOOD = "192.0.2.1 - - [22/Nov/2026:10:00:00 +0000] \"GET /a HTTP/1.1\" 200 12\n";

	@TempDir
	private Path directory;

	/**
	 * A line, and what it says.
	 *
	 * @param name what is special
	 * @param line the line
	 * @param expected method, target and status
	 */
	record Row(String name, String line, String expected) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	private static String clf(String request) {
		return "192.0.2.1 - - [22/Nov/2026:10:00:00 +0000] \"" + request + "\" 404 12";
	}

	private static String combined(String request, String referer, String userAgent) {
		return clf(request) + " \"" + referer + "\" \"" + userAgent + "\"";
	}

	static Stream<Row> rows() {
		return Stream.of(new Row("common", clf("GET /a HTTP/1.1"), "GET /a 404"),
				new Row("combined", combined("GET /a HTTP/1.1", "https://example.com/", "Mozilla/5.0"), "GET /a 404"),
				new Row("more columns behind", combined("GET /a HTTP/1.1", "-", "-") + " 17 \"svc@docker\" 3ms",
						"GET /a 404"),
				new Row("virtual host in front", "www.example.com:443 " + combined("GET /a HTTP/1.1", "-", "-"),
						"GET /a 404"),
				new Row("no length", clf("GET /a HTTP/1.1").replace(" 12", " -"), "GET /a 404"),
				new Row("IPv6 client", clf("GET /a HTTP/2.0").replace("192.0.2.1", "2001:db8::7"), "GET /a 404"),
				new Row("named client and user",
						clf("GET /a HTTP/1.1").replace("192.0.2.1 - -", "host.example - frank"), "GET /a 404"),
				new Row("user with a space",
						clf("GET /a HTTP/1.1").replace("192.0.2.1 - -", "192.0.2.1 - frank the great"), "GET /a 404"),
				new Row("query", clf("GET /a?b=c&d=%20 HTTP/1.1"), "GET /a?b=c&d=%20 404"),
				new Row("absolute form", clf("GET http://example.com/a HTTP/1.1"), "GET http://example.com/a 404"),
				new Row("OPTIONS *", clf("OPTIONS * HTTP/1.1"), "OPTIONS * 404"),
				new Row("CONNECT", clf("CONNECT example.com:443 HTTP/1.1"), "CONNECT example.com:443 404"),
				new Row("HTTP/0.9", clf("GET /a"), "GET /a 404"), new Row("nothing was sent", clf("-"), "  404"),
				new Row("nothing between the quotes", clf(""), "  404"),
				new Row("TLS handshake", clf("\\x16\\x03\\x01\\x02"), "  404"),
				new Row("HTTP/0.9 junk", clf("GET"), "  404"),
				new Row("spaces in the target", clf("GET /a b HTTP/1.1"), "GET /a b 404"),
				new Row("quote as nginx has it", clf("GET /a\\x22b HTTP/1.1"), "GET /a\"b 404"),
				new Row("quote as httpd has it", clf("GET /a\\\"b HTTP/1.1"), "GET /a\"b 404"),
				new Row("backslash", clf("GET /a\\\\b HTTP/1.1"), "GET /a\\b 404"),
				new Row("backslash before the closing quote", clf("GET /a\\\\"), "GET /a\\ 404"),
				new Row("octet beyond ASCII", clf("GET /\\xC3\\xA9 HTTP/1.1"), "GET /\u00c3\u00a9 404"),
				new Row("quotes in the user agent", combined("GET /a HTTP/1.1", "-", "x \\\"y\\\" \\x22z\\x22"),
						"GET /a 404"),
				new Row("user agent that would be a line",
						combined("GET /a HTTP/1.1", "-", "x\\\" 200 12 \\\"GET /b HTTP/1.1\\\" 200 1"), "GET /a 404"),
				new Row("backslash at the end of the user agent", combined("GET /a HTTP/1.1", "-", "x\\\\"),
						"GET /a 404"),
				new Row("nginx",
						"""
								{"remote_addr":"192.0.2.1","request":"GET /a?b=c HTTP/1.1","status":"404","host":"example.com"}""",
						"GET /a?b=c 404"),
				new Row("nginx, in parts", """
						{"request_method":"GET","request_uri":"/a?b=c","args":"b=c","status":404}""", "GET /a?b=c 404"),
				new Row("path and query apart", """
						{"method":"POST","path":"/a","query":"b=c","status":404}""", "POST /a?b=c 404"),
				new Row("Caddy", """
						{"level":"info","ts":1.7,"logger":"http.log.access","msg":"handled request","request":\
						{"remote_ip":"192.0.2.1","proto":"HTTP/2.0","method":"GET","host":"example.com","uri":"/a?b=c",\
						"headers":{"User-Agent":["curl/8"]},"tls":{"version":772}},"bytes_read":0,"status":404}""",
						"GET /a?b=c 404"),
				new Row("Traefik", """
						{"ClientHost":"192.0.2.1","DownstreamStatus":404,"RequestHost":"example.com",\
						"RequestMethod":"GET","RequestPath":"/a?b=c","RequestScheme":"https"}""", "GET /a?b=c 404"),
				new Row("Elastic Common Schema", """
						{"http":{"request":{"method":"GET"},"response":{"status_code":404}},\
						"url":{"original":"/a?b=c","path":"/a"}}""", "GET /a?b=c 404"),
				new Row("Elastic Common Schema, flat",
						"""
								{"http.request.method":"GET","http.response.status_code":404,"url.path":"/a","url.query":"b=c"}""",
						"GET /a?b=c 404"),
				new Row("Google Cloud",
						"""
								{"httpRequest":{"requestMethod":"GET","requestUrl":"https://example.com/a?b=c","status":404}}""",
						"GET https://example.com/a?b=c 404"),
				new Row("no status", "{\"path\":\"/a\"}", "GET /a 0"),
				new Row("quotes in JSON", "{\"request\":\"GET /a\\\"b HTTP/1.1\",\"status\":404}", "GET /a\"b 404"));
	}

	@ParameterizedTest
	@MethodSource("rows")
	void aLineIsARequest(Row row) throws Exception {
		LoggedRequest request = parse(row.line());
		assertThat(request.method() + " " + request.target() + " " + request.status()).isEqualTo(row.expected());
	}

	@Test
	void whatElseALogHasIsTaken() throws Exception {
		LoggedRequest clf = parse(combined("GET /a HTTP/1.1", "https://example.com/", "x \\\"y\\\""));
		assertThat(clf)
			.isEqualTo(new LoggedRequest("GET", "/a", 404, null, null, "192.0.2.1", "x \"y\"", "https://example.com/"));
		LoggedRequest caddy = parse("""
				{"request":{"client_ip":"2001:db8::1","method":"GET","host":"example.com:8443","uri":"/a",\
				"headers":{"User-Agent":["curl/8","x"],"Referer":["/b"]},"tls":{}},"status":200}""");
		assertThat(caddy)
			.isEqualTo(new LoggedRequest("GET", "/a", 200, "example.com:8443", "https", "2001:db8::1", "curl/8", "/b"));
		assertThat(parse("www.example.com:443 " + combined("GET /a HTTP/1.1", "-", "-")).host())
			.isEqualTo("www.example.com:443");
	}

	@Test
	void aFieldCanHaveAnyName() throws Exception {
		String line = "{\"what\":{\"where\":\"/a\"},\"path\":\"/b\",\"status\":200,\"host\":\"machine-7\"}";
		LoggedRequest request = parse(line, Map.of(LogField.PATH, "what.where", LogField.HOST, "none"));
		assertThat(request.target()).isEqualTo("/a");
		assertThat(request.host()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-11-22 10:00:00 INFO started", "{\"level\":\"info\",\"msg\":\"started\"}",
			"{\"path\":\"/a\",\"status\":\"ok\"}", "{\"path\":", "[22/Nov/2026] \"GET /a HTTP/1.1\" 200",
			"192.0.2.1 - - [22/Nov/2026:10:00:00 +0000] \"GET /a HTTP/1.1\"",
			"192.0.2.1 - - [22/Nov/2026:10:00:00 +0000] \"GET /a HTTP/1.1", "#Version: 1.0", "\u0000\u0001", "GET /a" })
	void anyOtherLineIsCountedAndListed(String line) throws Exception {
		List<LoggedRequest> requests = new ArrayList<>();
		LogSummary summary = read(write(GOOD + line + "\n\n" + GOOD), Map.of(), requests);
		assertThat(requests).hasSize(2);
		assertThat(summary.requests()).isEqualTo(2);
		assertThat(summary.unreadable()).isOne();
		assertThat(summary.first()).singleElement()
			.satisfies((unreadable) -> assertThat(unreadable.number()).isEqualTo(2))
			.satisfies((unreadable) -> assertThat(unreadable.reason()).isNotBlank());
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', textBlock = """
			{"path":/a} ~ broken JSON, at character 9
			{"path":"/a" ~ broken JSON, at character 13
			[{"path":"/a"}] ~ a list in JSON; write each of its objects on a line of its own
			[] ~ a list in JSON; write each of its objects on a line of its own
			[ ~ a list in JSON; write each of its objects on a line of its own
			[::1] - - GET ~ no time in brackets behind the client
			""")
	void anUnreadableLineSaysWhy(String line, String reason) {
		assertThatExceptionOfType(NoAccessLogException.class)
			.isThrownBy(() -> read(write(line + "\n"), Map.of(), new ArrayList<>()))
			.satisfies((ex) -> assertThat(ex.line().reason()).isEqualTo(reason));
	}

	@Test
	void onlyTheFirstUnreadableLinesAreListed() throws Exception {
		LogSummary summary = read(write(GOOD + "x\n".repeat(5_000)), Map.of(), new ArrayList<>());
		assertThat(summary.unreadable()).isEqualTo(5_000);
		assertThat(summary.first()).hasSize(5);
	}

	@Test
	void whatIsPackedIsUnpackedWhateverItsName() throws Exception {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		for (int i = 0; i < 2; i++) {
			try (OutputStream member = new GZIPOutputStream(packed)) {
				member.write(GOOD.getBytes(StandardCharsets.UTF_8));
			}
		}
		Path log = Files.write(this.directory.resolve("access.log"), packed.toByteArray());
		assertThat(read(log, Map.of(), new ArrayList<>()).requests()).isEqualTo(2);
	}

	/** Whatever lies at the edge of a buffer. */
	@Test
	void noMemberOfAPackedLogIsPassedOver() throws Exception {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		for (int i = 0; i < 3_000; i++) {
			try (OutputStream member = new GZIPOutputStream(packed)) {
				member.write((GOOD.repeat(1 + i % 3) + " ".repeat(i % 97) + "\n").getBytes(StandardCharsets.UTF_8));
			}
		}
		Path log = Files.write(this.directory.resolve("access.log.gz"), packed.toByteArray());
		assertThat(read(log, Map.of(), new ArrayList<>()).requests()).isEqualTo(6_000);
	}

	@Test
	void whatIsCutOffIsToldAfterItWasRead() throws Exception {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(packed)) {
			out.write(GOOD.repeat(100).getBytes(StandardCharsets.UTF_8));
		}
		byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() - 12);
		Path log = Files.write(this.directory.resolve("access.log.gz"), half);
		assertThatIOException().isThrownBy(() -> read(log, Map.of(), new ArrayList<>()));
	}

	@Test
	void carriageReturnsAndAByteOrderMarkDoNoHarm() throws Exception {
		List<LoggedRequest> requests = new ArrayList<>();
		read(write("\ufeff" + (GOOD + GOOD).replace("\n", "\r\n")), Map.of(), requests);
		assertThat(requests).extracting(LoggedRequest::target).containsExactly("/a", "/a");
	}

	@Test
	void anEmptyLogHasNoRequests() throws Exception {
		assertThat(read(write(""), Map.of(), new ArrayList<>())).isEqualTo(new LogSummary(0, 0, List.of()));
		assertThat(read(write("\n\r\n"), Map.of(), new ArrayList<>())).isEqualTo(new LogSummary(0, 0, List.of()));
	}

	@Test
	void whereNoLineIsARequestItIsNoLog() throws Exception {
		assertThatExceptionOfType(NoAccessLogException.class)
			.isThrownBy(() -> read(write("rules:\n  - from: /a\n"), Map.of(), new ArrayList<>()))
			.satisfies((ex) -> assertThat(ex.line().number()).isOne())
			.satisfies((ex) -> assertThat(ex.line().text()).isEqualTo("rules:"));
		byte[] binary = new byte[1_000_000];
		new Random(7).nextBytes(binary);
		Path file = Files.write(this.directory.resolve("binary"), binary);
		assertThatExceptionOfType(NoAccessLogException.class).isThrownBy(() -> read(file, Map.of(), new ArrayList<>()));
		Path wide = Files.writeString(this.directory.resolve("wide"), GOOD, Charset.forName("UTF-16LE"));
		assertThatExceptionOfType(NoAccessLogException.class).isThrownBy(() -> read(wide, Map.of(), new ArrayList<>()));
	}

	@Test
	void aLineOfTenMegabytesIsOneUnreadableLine() throws Exception {
		LogSummary summary = read(write(GOOD + "x".repeat(10_000_000) + "\n" + GOOD), Map.of(), new ArrayList<>());
		assertThat(summary.requests()).isEqualTo(2);
		assertThat(summary.first()).singleElement().satisfies((line) -> {
			assertThat(line.reason()).isEqualTo("too long");
			assertThat(line.text().length()).isLessThan(200);
		});
	}

	@Test
	void progressIsThatOfTheFile() throws Exception {
		long[] octets = new long[1];
		Path log = write(GOOD.repeat(1_000));
		new AccessLog(log, Map.of()).read((request) -> {
		}, (read) -> octets[0] += read);
		assertThat(octets[0]).isEqualTo(Files.size(log));
	}

	private LoggedRequest parse(String line) throws Exception {
		return parse(line, Map.of());
	}

	private LoggedRequest parse(String line, Map<LogField, String> names) throws Exception {
		List<LoggedRequest> requests = new ArrayList<>();
		read(write(line), names, requests);
		assertThat(requests).hasSize(1);
		return requests.get(0);
	}

	private static LogSummary read(Path log, Map<LogField, String> names, List<LoggedRequest> requests)
			throws IOException, NoAccessLogException {
		return new AccessLog(log, names).read(requests::add, (read) -> {
		});
	}

	private Path write(String text) throws IOException {
		return Files.writeString(this.directory.resolve("access.log"), text);
	}

}
