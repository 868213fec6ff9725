package dev.reroute.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.reroute.flatten.FlattenSummary;
import dev.reroute.flatten.FlattenedFile;
import dev.reroute.flatten.Hops;
import dev.reroute.flatten.LeftRule;
import dev.reroute.flatten.RuleFileFlattener;

/**
 * {@code flatten FILE}: the rules on standard output, what was done on standard error.
 */
@Command(name = "flatten", header = "Make each rule lead to the end of its chain at once.",
		description = { "", "Reads a rule file and prints it with other targets: what leads from A to B, and from",
				"there to C, leads from A to C. Comments, order and quotes stay; the file is not written.",
				"What was done, and what was left and why, goes to standard error." },
		exitCodeList = { "0:the rules were printed, flattened or not", "2:problems in the rules, or bad usage" },
		footer = { "  reroute flatten rules.yaml > flat.yaml", "  reroute flatten --all rules.yaml > flat.yaml" })
@SuppressWarnings("NullAway.Init")
final class FlattenCommand implements Callable<Integer> {

	@Parameters(paramLabel = "FILE", description = "A rule file: YAML, JSON or CSV.")
	private Path file;

	@Option(names = "--all", description = "Merge temporary hops (302, 303, 307), too.")
	private boolean all;

	@Mixin
	private RuleOptions options;

	@Spec
	private CommandSpec command;

	@Override
	public Integer call() {
		FlattenedFile flattened = RuleFileFlattener.flatten(this.file, this.options.settings(),
				this.all ? Hops.ALL : Hops.PERMANENT);
		PrintWriter err = this.command.commandLine().getErr();
		Ink ink = Ink.of(false);
		String text = flattened.text();
		if (text == null) {
			new TextReport(ink, false).print(flattened.problems(), err);
			err.flush();
			return 2;
		}
		PrintWriter out = this.command.commandLine().getOut();
		out.print(text);
		out.flush();
		print(flattened.summary(), ink, err);
		err.flush();
		return 0;
	}

	private static void print(FlattenSummary summary, Ink ink, PrintWriter err) {
		summary.left().stream().map(LeftRule::toString).map(ink::text).forEach(err::println);
		err.println(String.format(Locale.ROOT,
				"%,d of %,d rules flattened, %,d hops saved, the longest chain had %d; %,d left, %,d of them endless",
				summary.flattened().size(), summary.rules(), summary.hopsSaved(), summary.longestChain(),
				summary.left().size(), summary.endless().size()));
	}

}
