package dev.reroute.cli;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * A fault of a command itself. Its exit code must not be taken for findings.
 */
final class Failures implements IExecutionExceptionHandler {

	@Override
	public int handleExecutionException(Exception ex, CommandLine command, ParseResult parsed) {
		command.getErr().println("reroute: this should not have happened");
		ex.printStackTrace(command.getErr());
		return ExitCode.USAGE;
	}

}
