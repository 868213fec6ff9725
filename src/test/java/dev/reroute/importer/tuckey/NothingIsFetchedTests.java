package dev.reroute.importer.tuckey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.ImportResult;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whatever an XML file names, no file and no address is opened.
 */
class NothingIsFetchedTests {

	private static final String CANARY = "canary-4711";

	@TempDir
	private Path directory;

	private ServerSocket listener;

	@BeforeEach
	void listen() throws IOException {
		this.listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		// a connection would stand in the queue already
		this.listener.setSoTimeout(1);
		Files.writeString(this.directory.resolve("canary.xml"),
				"<rule><from>^/" + CANARY + "$</from><to>/b</to></rule>");
	}

	@AfterEach
	void close() throws IOException {
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(this.listener::accept);
		this.listener.close();
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "<!ENTITY stolen SYSTEM \"FILE\">", "<!ENTITY stolen SYSTEM \"HTTP\">",
			"<!ENTITY stolen PUBLIC \"-//x//y//EN\" \"HTTP\">", "<!ENTITY stolen SYSTEM \"FILE\" NDATA gif>",
			"<!ENTITY % stolen SYSTEM \"HTTP\"> %stolen;", "<!ENTITY % stolen SYSTEM \"FILE\"> %stolen;",
			"<!ENTITY stolen \"bomb\"><!ENTITY b \"&stolen;&stolen;\">" })
	void anEntityIsAProblemThatNamesIt(String declaration) {
		ImportResult result = read("<!DOCTYPE urlrewrite [\n" + declaration + "\n]>\n",
				"<urlrewrite>&stolen;</urlrewrite>");
		assertThat(result.rules()).isEmpty();
		assertThat(result.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo("xml-entity");
			assertThat(problem.origin().line()).isEqualTo(2);
			assertThat(problem.got()).contains("stolen");
			assertThat(problem.toString()).doesNotContain(CANARY);
		});
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "<!DOCTYPE urlrewrite SYSTEM \"HTTP\">", "<!DOCTYPE urlrewrite SYSTEM \"FILE\">",
			"<!DOCTYPE urlrewrite PUBLIC \"-//tuckey.org//DTD UrlRewrite 4.0//EN\" \"HTTP\">",
			"<?xml-stylesheet href=\"HTTP\"?>" })
	void aDocumentTypeIsNotFetched(String prolog) {
		ImportResult result = read(prolog, "<urlrewrite xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
				+ " xsi:noNamespaceSchemaLocation='HTTP'><rule><from>^/a$</from><to>/b</to></rule></urlrewrite>");
		assertThat(result.problems()).isEmpty();
		assertThat(result.rules()).hasSize(1);
	}

	@Test
	void anIncludedDocumentIsNotFetched() {
		ImportResult result = read("", "<urlrewrite xmlns:xi='http://www.w3.org/2001/XInclude'>"
				+ "<xi:include href='FILE'/><xi:include href='HTTP'/></urlrewrite>");
		assertThat(result.rules()).isEmpty();
		assertThat(result.problems()).extracting(Problem::code).containsExactly("bad-directive", "bad-directive");
	}

	@Test
	void anEntityThatNobodyDeclaredIsAProblem() {
		ImportResult result = read("<!DOCTYPE urlrewrite SYSTEM \"HTTP\">\n",
				"<urlrewrite><rule><from>^/a&nbsp;$</from><to>/b</to></rule></urlrewrite>");
		assertThat(result.problems()).extracting(Problem::code).containsExactly("xml-entity");
	}

	private ImportResult read(String prolog, String root) {
		String text = (prolog + root)
			.replace("HTTP", "http://127.0.0.1:" + this.listener.getLocalPort() + "/urlrewrite.dtd")
			.replace("FILE", this.directory.resolve("canary.xml").toUri().toString());
		return ImportFormat.TUCKEY.read(text, this.directory.resolve("urlrewrite.xml").toString(),
				RuleSettings.DEFAULT);
	}

}
