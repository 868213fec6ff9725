package dev.reroute.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.reroute.app.DemoTest;
import dev.reroute.app.RerouteApplication;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The session of the README is run, command by command, against the demo, and each answer
 * compared with the one that is shown. The application is one of its own, since the
 * session counts orders from one.
 */
@SpringBootTest(classes = RerouteApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { DemoTest.WITHOUT_SECURITY, "spring.application.name=readme" })
class ReadmeCommandsTests {

	@LocalServerPort
	private int port;

	@Test
	void everyCommandPrintsWhatIsShown() throws IOException {
		List<String> commands = session();
		assertThat(commands).hasSizeGreaterThan(4);
		for (String command : commands) {
			int end = command.indexOf('\n');
			String commandLine = command.substring(0, end);
			String printed = Curl.parse(commandLine).run(this.port).replaceAll("(?m)^Date: .*\n", "");
			assertThat(printed.strip()).as(commandLine).isEqualTo(command.substring(end + 1).strip());
		}
	}

	@Test
	void everyCurlIsInASession() {
		long curls = Markdown.pages()
			.stream()
			.flatMap((page) -> page.lines().stream())
			.filter((line) -> line.startsWith("$ curl") || line.startsWith("curl "))
			.count();
		assertThat(session()).hasSize((int) curls);
	}

	@Test
	void unknownFlagsFail() {
		assertThatIllegalArgumentException().isThrownBy(() -> Curl.parse("curl --insecure http://localhost:8080/"));
		assertThatIllegalArgumentException().isThrownBy(() -> Curl.parse("wget http://localhost:8080/"));
	}

	@Test
	void continuousIntegrationRunsTheCommandOfTheReadme() throws IOException {
		List<String> commands = Markdown.README.fences()
			.stream()
			.filter((fence) -> fence.info().equals("sh"))
			.flatMap((fence) -> fence.text().lines())
			.toList();
		assertThat(commands).containsExactly("mvn spring-boot:run", "mvn verify");
		assertThat(Files.readAllLines(Path.of(".ci/run"))).anyMatch((line) -> line.strip().equals("mvn verify"));
		assertThat(Path.of("mvnw")).isExecutable();
	}

	private static List<String> session() {
		List<String> commands = new ArrayList<>();
		for (Markdown.Fence fence : Markdown.allFences("console")) {
			for (String command : fence.text().split("(?m)^\\$ ")) {
				if (command.startsWith("curl ")) {
					commands.add(command);
				}
			}
		}
		return commands;
	}

}
