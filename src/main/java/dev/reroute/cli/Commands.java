package dev.reroute.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

import picocli.CommandLine;

import dev.reroute.lint.Severity;
import dev.reroute.replay.log.LogField;

/**
 * Runs the command that a command line names.
 */
public final class Commands {

	private static final List<String> GENERAL_OPTIONS = List.of("--help", "--version");

	private static final String LOGGING = "org.apache.commons.logging.";

	private Commands() {
	}

	/**
	 * Whether a command line is for a command rather than for the server, whose arguments
	 * all start with {@code --}. A word that is no command is a mistake to report, not a
	 * reason to start a server.
	 * @param args the arguments
	 * @return whether it begins with a word, {@code --help} or {@code --version}
	 */
	public static boolean areMeantBy(String... args) {
		return args.length > 0 && (!args[0].startsWith("--") || GENERAL_OPTIONS.contains(args[0]));
	}

	/**
	 * Run a command.
	 * @param args the name of the command and its arguments
	 * @return the exit code: 0 for success, 2 for bad usage; others are the command's own
	 */
	public static int run(String... args) {
		keepLogQuiet(System.getProperties());
		try {
			return commandLine().setOut(utf8(System.out)).setErr(utf8(System.err)).execute(args);
		}
		catch (OutOfMemoryError ex) {
			System.err.println("reroute: out of memory; give more with 'java -Xmx4g -jar ...'");
			return CommandLine.ExitCode.USAGE;
		}
		catch (StackOverflowError ex) {
			// 1 would mean that there are findings
			System.err.println("reroute: too deeply nested; give more with 'java -Xss8m -jar ...'");
			return CommandLine.ExitCode.USAGE;
		}
	}

	/** What a rule file holds is UTF-8, whatever the terminal's language. */
	private static PrintWriter utf8(PrintStream stream) {
		return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
	}

	static CommandLine commandLine() {
		CommandLine commandLine = new CommandLine(new RerouteCommand());
		commandLine.setExpandAtFiles(false);
		commandLine.registerConverter(ReportFormat.class, new EnumConverter<>(ReportFormat.class));
		commandLine.registerConverter(ExplanationFormat.class, new EnumConverter<>(ExplanationFormat.class));
		commandLine.registerConverter(ReplayFormat.class, new EnumConverter<>(ReplayFormat.class));
		commandLine.registerConverter(LogField.class, new EnumConverter<>(LogField.class));
		commandLine.registerConverter(Severity.class, new EnumConverter<>(Severity.class));
		commandLine.setParameterExceptionHandler(new UsageErrors());
		commandLine.setExecutionExceptionHandler(new Failures());
		return commandLine;
	}

	/**
	 * Nothing sets up a logging system here, and one that is not set up prints
	 * everything. Commons Logging's own one prints warnings, and starts at once.
	 */
	private static void keepLogQuiet(Properties properties) {
		properties.putIfAbsent(LOGGING + "LogFactory", LOGGING + "impl.LogFactoryImpl");
		properties.putIfAbsent(LOGGING + "Log", LOGGING + "impl.SimpleLog");
		properties.putIfAbsent(LOGGING + "simplelog.defaultlog", "warn");
	}

}
