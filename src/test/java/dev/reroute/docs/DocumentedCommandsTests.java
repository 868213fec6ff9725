package dev.reroute.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.reroute.cli.Run;
import dev.reroute.replay.log.LogField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every command of the documentation prints what is shown, on the files that are shown;
 * every option and exit code is in the reference, and the other way round.
 */
class DocumentedCommandsTests {

	/** Behind it stands the name that a command calls a file by. */
	static final String FILE = "yaml file=";

	private static final Pattern ANY_FILE = Pattern.compile("\\w+ file=(.*)");

	/** Where a command's output goes to. */
	private static final Pattern TO_FILE = Pattern.compile("(.*) > (\\S+)");

	static final String WORKFLOW = "yaml workflow";

	private static final Pattern COMMAND = Pattern.compile("(?:reroute|java -jar \\S*reroute-exec\\.jar) (.*)");

	private static final Pattern OPTION = Pattern.compile("(?m)^ +(?:-\\w, +)?(--[a-z-]+)");

	@TempDir
	private Path directory;

	@BeforeEach
	void writeFiles() throws IOException {
		for (Markdown page : Markdown.pages()) {
			for (Markdown.Fence fence : page.fences()) {
				var file = ANY_FILE.matcher(fence.info());
				if (file.matches()) {
					Files.writeString(this.directory.resolve(file.group(1)), fence.text());
				}
			}
		}
		for (String session : sessions()) {
			String command = session.lines().findFirst().orElse("");
			if (TO_FILE.matcher(command).matches()) {
				run(command);
			}
		}
	}

	static List<String> sessions() {
		List<String> commands = new ArrayList<>();
		for (Markdown.Fence fence : Markdown.allFences("console")) {
			for (String command : fence.text().split("(?m)^\\$ ")) {
				if (COMMAND.matcher(command).lookingAt()) {
					commands.add(command);
				}
			}
		}
		return commands;
	}

	@ParameterizedTest
	@MethodSource("sessions")
	void commandPrintsWhatIsShown(String session) throws IOException {
		int end = session.indexOf('\n');
		Run run = run(session.substring(0, end));
		assertThat(withoutTime(run.out() + run.err()).strip()).isEqualTo(withoutTime(session.substring(end)).strip());
	}

	@Test
	void everyConsoleIsOfCurlOrOfCommands() {
		assertThat(Markdown.allFences("console")).allSatisfy(
				(fence) -> assertThat(fence.text().split("(?m)^\\$ ")).filteredOn((command) -> !command.isEmpty())
					.allMatch((command) -> command.startsWith("curl ") || COMMAND.matcher(command).lookingAt()));
		assertThat(sessions()).hasSizeGreaterThan(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "check", "explain", "convert", "replay" })
	void everyOptionIsDocumented(String command) {
		List<String> documented = new ArrayList<>(List.of("--help", "--version"));
		documented.addAll(documented("option of `" + command + "`", "meaning"));
		documented.addAll(documented("option", "setting"));
		List<String> options = OPTION.matcher(Run.of(command, "--help").out())
			.results()
			.map((option) -> option.group(1))
			.toList();
		assertThat(options).containsExactlyInAnyOrderElementsOf(documented);
	}

	@ParameterizedTest
	@ValueSource(strings = { "check", "explain", "convert", "replay" })
	void everyExitCodeIsDocumented(String command) {
		String help = Run.of(command, "--help").out();
		String codes = Markdown.CLI.rows("exit code of `" + command + "`", "meaning")
			.stream()
			.map((row) -> "  " + row.get(0) + "   " + row.get(1).replace("`", "") + "\n")
			.reduce("\nExit codes:\n", String::concat);
		assertThat(help).contains(codes + "\n");
	}

	@Test
	void everyFieldOfALogIsDocumented() {
		assertThat(Markdown.CLI.rows("field", "usual names"))
			.extracting((row) -> Markdown.code(row.get(0)).get(0) + "=" + Markdown.code(row.get(1)))
			.isEqualTo(Arrays.stream(LogField.values()).map((field) -> field + "=" + field.names()).toList());
	}

	@Test
	void everyCommandHasASection() {
		String help = Run.of("--help").out();
		List<String> commands = Pattern.compile("(?m)^  ([a-z-]+) +[A-Z]")
			.matcher(help.substring(help.indexOf("Commands:"), help.indexOf("Exit codes:")))
			.results()
			.map((command) -> command.group(1))
			.toList();
		assertThat(commands).hasSizeGreaterThan(2)
			.allSatisfy((command) -> assertThat(Markdown.CLI.lines()).contains("## " + command));
	}

	@Test
	void settingsAreThoseOfTheApplication() {
		assertThat(Markdown.CLI.rows("option", "setting"))
			.allSatisfy((row) -> assertThat(DocumentedPropertiesTests.properties())
				.containsKey(Markdown.code(row.get(1)).get(0)));
	}

	/** What the workflow runs is run, on the demo's rules. */
	@Test
	void workflowRunsCheck() throws IOException {
		List<Markdown.Fence> workflows = Markdown.allFences("yaml")
			.stream()
			.filter((fence) -> fence.info().equals(WORKFLOW))
			.toList();
		assertThat(workflows).hasSize(1);
		Map<?, ?> workflow = new Yaml(new SafeConstructor(new LoaderOptions())).load(workflows.get(0).text());
		Map<?, ?> job = (Map<?, ?>) ((Map<?, ?>) workflow.get("jobs")).get("redirects");
		List<?> steps = (List<?>) job.get("steps");
		String command = steps.stream()
			.map((step) -> ((Map<?, ?>) step).get("run"))
			.filter((run) -> run != null)
			.map(Object::toString)
			.findFirst()
			.orElseThrow();
		assertThat(command).matches(COMMAND.pattern()).endsWith(" > findings.sarif");
		assertThat(steps.toString()).contains("sarif_file=findings.sarif", "if=always()");
		Run run = run(command.replace(" > findings.sarif", ""));
		assertThat(run.exitCode()).as(run.out()).isZero();
		assertThat(run.out()).contains("\"version\" : \"2.1.0\"");
	}

	private Run run(String commandLine) throws IOException {
		var toFile = TO_FILE.matcher(commandLine);
		if (toFile.matches()) {
			Run run = run(toFile.group(1));
			Files.writeString(this.directory.resolve(toFile.group(2)), run.out());
			return new Run(run.exitCode(), "", run.err());
		}
		var matcher = COMMAND.matcher(commandLine);
		assertThat(matcher.matches()).as(commandLine).isTrue();
		String[] args = Arrays.stream(matcher.group(1).split(" ")).map(this::placed).toArray(String[]::new);
		Run run = Run.of(args);
		String prefix = this.directory + "/";
		return new Run(run.exitCode(), run.out().replace(prefix, ""), run.err().replace(prefix, ""));
	}

	private String placed(String arg) {
		Path file = this.directory.resolve(arg);
		return Files.exists(file) ? file.toString() : arg;
	}

	private static List<String> documented(String... header) {
		return Markdown.CLI.rows(header).stream().map((row) -> Markdown.code(row.get(0)).get(0)).toList();
	}

	private static String withoutTime(String printed) {
		return printed.replaceAll("\\(\\d+\\.\\d s\\)", "(some time)");
	}

}
