package dev.reroute.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

	@Mixin
	private Streams streams;

	@Override
	public Integer call() {
		FlattenedFile flattened = RuleFileFlattener.flatten(this.file, this.options.settings(),
				this.all ? Hops.ALL : Hops.PERMANENT);
		String text = flattened.text();
		if (text == null) {
			this.streams.tell(flattened.problems(), true);
			return ExitCode.USAGE;
		}
		PrintWriter out = this.streams.out();
		out.print(text);
		out.flush();
		tell(flattened.summary());
		return ExitCode.OK;
	}

	private void tell(FlattenSummary summary) {
		summary.left().stream().map(LeftRule::toString).forEach(this.streams::tell);
		this.streams.tell(String.format(Locale.ROOT,
				"%,d of %,d rules flattened, %,d hops saved, the longest chain had %d; %,d left, %,d of them endless",
				summary.flattened().size(), summary.rules(), summary.hopsSaved(), summary.longestChain(),
				summary.left().size(), summary.endless().size()));
	}

}
