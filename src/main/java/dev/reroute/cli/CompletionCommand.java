package dev.reroute.cli;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;

/**
 * {@code generate-completion}: what the shell needs to complete commands and options.
 */
@Command(name = "generate-completion", header = "Print a completion script for bash and zsh.",
		description = { "", "It completes the name 'reroute', which an alias can be." },
		footer = { "  alias reroute='java -jar /opt/reroute/reroute-exec.jar'",
				"  source <(reroute generate-completion)" })
final class CompletionCommand extends GenerateCompletion {

}
