package dev.reroute.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/**
 * What stands in front of the commands. A further command is a further class here.
 */
@Command(name = "reroute", scope = ScopeType.INHERIT, mixinStandardHelpOptions = true, versionProvider = Version.class,
		usageHelpWidth = 100, synopsisSubcommandLabel = "COMMAND",
		description = "Redirects and rewrites by rules. Without a command, the server is started.",
		optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n",
		commandListHeading = "%nCommands:%n", exitCodeListHeading = "%nExit codes:%n", footerHeading = "%nExamples:%n",
		exitCodeList = { "0:success", "2:problems in the rules, or bad usage" },
		footer = { "  reroute check rules.yaml", "  reroute explain --rules rules.yaml /old",
				"  reroute COMMAND --help" },
		subcommands = { CheckCommand.class, ExplainCommand.class, ConvertCommand.class, FlattenCommand.class,
				ReplayCommand.class, CompletionCommand.class })
final class RerouteCommand {

}
