package dev.reroute.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * A command that was run in this process.
 *
 * @param exitCode the exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Run(int exitCode, String out, String err) {

	/**
	 * Run a command without colours.
	 * @param args its name and arguments
	 * @return what came of it
	 */
	public static Run of(String... args) {
		return of(Ansi.OFF, args);
	}

	static Run of(Ansi ansi, String... args) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		CommandLine commandLine = Commands.commandLine()
			.setOut(new PrintWriter(out))
			.setErr(new PrintWriter(err))
			.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
		int exitCode = commandLine.execute(args);
		return new Run(exitCode, out.toString().replace("\r\n", "\n"), err.toString().replace("\r\n", "\n"));
	}

}
