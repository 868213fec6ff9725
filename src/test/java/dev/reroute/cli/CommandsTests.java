package dev.reroute.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.reroute.app.RerouteApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class CommandsTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "check", "explain /a", "chekc", "help", "x", "-h", "-V", "-x", "--help", "--version",
			"check --server.port=0" })
	void aWordIsForACommand(String args) {
		assertThat(Commands.areMeantBy(args.split(" "))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "--server.port=0", "--debug", "--spring.profiles.active=prod check", "--", "--helpful" })
	void anOptionIsForTheServer(String args) {
		assertThat(Commands.areMeantBy(args.split(" "))).isFalse();
	}

	@Test
	void noArgumentsAreForTheServer() {
		assertThat(Commands.areMeantBy()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "--help", "-h", "check --help", "check -h", "explain --help", "flatten --help",
			"replay --help", "generate-completion --help" })
	void helpIsEverywhereAndHasExamples(String args) {
		Run run = Run.of(args.split(" "));
		assertThat(run.exitCode()).isZero();
		assertThat(run.err()).isEmpty();
		assertThat(run.out()).contains("Usage: reroute", "\nOptions:\n", "\nExit codes:\n", "\nExamples:\n");
		assertThat(run.out().lines()).allSatisfy((line) -> assertThat(line.length()).isLessThanOrEqualTo(100));
	}

	@Test
	void helpListsEveryCommandWithWhatItDoes() {
		String help = Run.of("--help").out();
		assertThat(Commands.commandLine().getSubcommands().keySet()).contains("check", "explain", "generate-completion")
			.allSatisfy((name) -> assertThat(help).containsPattern("\n  " + name + " +[A-Z].*\\.\n"));
	}

	@Test
	void everyOptionIsDescribed() {
		for (CommandLine command : Commands.commandLine().getSubcommands().values()) {
			assertThat(command.getCommandSpec().options())
				.allSatisfy((option) -> assertThat(option.description()).as(option.longestName()).isNotEmpty());
		}
	}

	@Test
	void versionNamesReroute() {
		Run run = Run.of("--version");
		assertThat(run.exitCode()).isZero();
		assertThat(run.out()).startsWith("reroute ").contains("\nJava " + System.getProperty("java.version"));
	}

	@Test
	void completionKnowsEveryCommandAndFormat() {
		Run run = Run.of("generate-completion");
		assertThat(run.exitCode()).isZero();
		assertThat(run.out()).startsWith("#!/usr/bin/env bash")
			.contains("complete -F _complete_reroute", "check", "explain", "--fail-on", "sarif");
	}

	@ParameterizedTest
	@CsvSource({ "check, 0", "chekc, 2" })
	void inAProcessOfItsOwnNoServerStarts(String command, int exitCode) throws IOException, InterruptedException {
		Path rules = Files.writeString(this.directory.resolve("rules.yaml"), "- { from: /a, redirect: /b }\n");
		Path out = this.directory.resolve("out");
		Path err = this.directory.resolve("err");
		List<String> words = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-cp",
				System.getProperty("java.class.path"), RerouteApplication.class.getName(), command, rules.toString()));
		Process process = new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
		try {
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		String printed = Files.readString(out, StandardCharsets.UTF_8);
		String log = Files.readString(err, StandardCharsets.UTF_8);
		assertThat(process.exitValue()).as(printed + log).isEqualTo(exitCode);
		assertThat(printed + log).doesNotContain("Tomcat", "Started", "DEBUG", "INFO", "SLF4J");
		if (exitCode == 0) {
			assertThat(printed).startsWith("1 rule in 1 file: ");
			assertThat(log).isEmpty();
		}
		else {
			assertThat(printed).isEmpty();
			assertThat(log).startsWith("reroute: 'chekc' is no command; did you mean 'check'?");
		}
	}

}
