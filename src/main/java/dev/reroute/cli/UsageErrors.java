package dev.reroute.cli;

import java.io.PrintWriter;
import java.util.Collection;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import dev.reroute.rule.Suggestion;

/**
 * Says what is wrong with a command line, in a line or two: the whole usage would hide
 * it.
 */
final class UsageErrors implements IParameterExceptionHandler {

	@Override
	public int handleParseException(ParameterException ex, String[] args) {
		CommandLine command = ex.getCommandLine();
		PrintWriter err = command.getErr();
		err.println(Ink.PLAIN.text("reroute: " + message(ex)));
		err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
		err.flush();
		return command.getCommandSpec().exitCodeOnInvalidInput();
	}

	private static String message(ParameterException ex) {
		if (!(ex instanceof UnmatchedArgumentException unmatched)) {
			return String.valueOf(ex.getMessage());
		}
		CommandLine command = ex.getCommandLine();
		String word = unmatched.getUnmatched().get(0);
		if (word.startsWith("-")) {
			return "'" + word + "' is no option" + suggestion(word, command.getCommandSpec().optionsMap().keySet());
		}
		boolean leaf = command.getSubcommands().isEmpty();
		return leaf ? "'" + word + "' is one argument too many"
				: "'" + word + "' is no command" + suggestion(word, command.getSubcommands().keySet());
	}

	private static String suggestion(String word, Collection<String> known) {
		String suggestion = Suggestion.of(word, known);
		return (suggestion != null) ? "; " + suggestion : "";
	}

}
