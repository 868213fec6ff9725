package dev.reroute.cli;

import java.io.PrintWriter;
import java.util.List;

import dev.reroute.rule.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Where a command writes: what was asked for to standard output, and what a person should
 * know beside it to standard error. {@link Mixin Mixed in} by each command.
 */
@Command
@SuppressWarnings("NullAway.Init")
final class Streams {

	@Spec(Spec.Target.MIXEE)
	private CommandSpec command;

	PrintWriter out() {
		return this.command.commandLine().getOut();
	}

	PrintWriter err() {
		return this.command.commandLine().getErr();
	}

	/** Colours for standard output. */
	Ink ink() {
		return Ink.of(this.command.commandLine().getColorScheme().ansi().enabled());
	}

	/** Shows on standard error how far the work is. */
	ProgressLine progress() {
		return ProgressLine.on(err(), Terminal.isStandardError());
	}

	/** A line for a person, who sees nothing of what a program gets. */
	void tell(String line) {
		err().println(Ink.PLAIN.text(line));
		err().flush();
	}

	void tell(List<Problem> problems, boolean all) {
		new TextReport(Ink.PLAIN, all).print(problems, err());
		err().flush();
	}

	/**
	 * What was asked for makes no sense.
	 * @param message what is wrong
	 * @return the exception, to be thrown
	 */
	ParameterException invalid(String message) {
		return new ParameterException(this.command.commandLine(), message);
	}

	ParameterException invalid(String option, String message) {
		return invalid("Invalid value for option '" + option + "': " + message);
	}

}
