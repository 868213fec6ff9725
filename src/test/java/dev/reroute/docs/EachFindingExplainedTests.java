package dev.reroute.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.reroute.cli.Run;
import dev.reroute.lint.FindingCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code check} on a file with one of each finding prints each, and {@code explain} knows
 * each witness.
 */
class EachFindingExplainedTests {

	private static final JsonMapper JSON = new JsonMapper();

	@TempDir
	private Path directory;

	@Test
	void everyWitnessIsConfirmed() throws IOException {
		List<String> examples = new ArrayList<>(List.of("rules:\n"));
		Markdown.pages()
			.stream()
			.filter((page) -> page.file().endsWith("lint.md"))
			.flatMap((page) -> page.fences().stream())
			.filter((fence) -> fence.language().equals("yaml"))
			.forEach((fence) -> examples.add(fence.text().replace("rules:\n", "")));
		// each section shows the fault, and then how it is mended
		StringBuilder faults = new StringBuilder();
		for (int i = 0; i < examples.size(); i += (i == 0) ? 1 : 2) {
			faults.append(examples.get(i));
		}
		Path file = Files.writeString(this.directory.resolve("each.yaml"), faults);

		Run check = Run.of("check", "--format", "json", "--allowed-host", "*.example.com", file.toString());
		assertThat(check.exitCode()).isEqualTo(1);
		List<String> found = new ArrayList<>();
		for (JsonNode finding : JSON.readTree(check.out()).get("findings")) {
			found.add(finding.get("code").asString());
			JsonNode witness = finding.get("witness");
			if (witness != null && !witness.isNull()) {
				assertExplained(finding, witness, file);
			}
		}
		assertThat(found).containsAll(Arrays.stream(FindingCode.values()).map(FindingCode::toString).toList());
	}

	private static void assertExplained(JsonNode finding, JsonNode witness, Path file) {
		List<String> command = new ArrayList<>(List.of("explain", "--format", "json", "--allowed-host", "*.example.com",
				"--rules", file.toString(), "--method", witness.get("method").asString()));
		command.add(witness.get("url").asString());
		Run explain = Run.of(command.toArray(String[]::new));
		assertThat(explain.exitCode()).as(explain.err()).isZero();
		assertThat(JSON.readTree(explain.out()).toString()).as("%s", finding)
			.contains(finding.get("rule").get("id").toString());
	}

}
