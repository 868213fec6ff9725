package dev.reroute.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.ImportResult;
import dev.reroute.rule.RuleSettings;
import dev.reroute.source.file.ForeignFile;
import dev.reroute.source.file.YamlWriter;
import org.jspecify.annotations.Nullable;

/**
 * {@code convert FILE}: the rules on standard output, what was not translated on standard
 * error.
 */
@Command(name = "convert", header = "Turn the redirects of another system into rules.",
		description = { "", "Reads a foreign file and prints rules in YAML. What cannot be said exactly is not",
				"translated: each such line goes to standard error, with the reason." },
		exitCodeList = { "0:all was translated, or --lenient", "1:something was not translated",
				"2:a file that cannot be read, or bad usage" },
		footer = { "  reroute convert .htaccess > rules.yaml",
				"  reroute convert --from wordpress redirects.csv > rules.yaml" })
@SuppressWarnings("NullAway.Init")
final class ConvertCommand implements Callable<Integer> {

	@Parameters(paramLabel = "FILE",
			description = "A file of another system, or its format and the file: netlify:moved.txt.")
	private Path file;

	@Option(names = "--from", paramLabel = "FORMAT", completionCandidates = Formats.class,
			description = "${COMPLETION-CANDIDATES}. Default: what the file's name tells.")
	private @Nullable String from;

	@Option(names = "--lenient", description = "Exit with 0 although something was not translated.")
	private boolean lenient;

	@Option(names = "--all", description = "Print all that was not translated; otherwise at most " + TextReport.AT_MOST
			+ " of a kind are printed.")
	private boolean all;

	@Mixin
	private RuleOptions options;

	@Mixin
	private Streams streams;

	@Override
	public Integer call() {
		ImportFormat named = (this.from == null && !Files.exists(this.file))
				? ImportFormat.inFrontOf(this.file.toString()) : null;
		ImportResult result = (named == null) ? translate(this.file, format())
				: translate(Path.of(named.cutFrom(this.file.toString())), named);
		boolean unreadable = result.directives() == 0 && !result.problems().isEmpty();
		if (!unreadable) {
			YamlWriter.write(result.rules(), this.streams.out());
			this.streams.out().flush();
		}
		this.streams.tell(result.problems(), this.all);
		if (unreadable) {
			return ExitCode.USAGE;
		}
		this.streams.tell(result.summary());
		return (result.problems().isEmpty() || this.lenient) ? ExitCode.OK : ExitCode.SOFTWARE;
	}

	private ImportResult translate(Path path, ImportFormat format) {
		RuleSettings settings = this.options.settings();
		try (ProgressLine progress = this.streams.progress()) {
			progress.begin("Translating " + path, 0);
			return ForeignFile.read(path, format, settings);
		}
	}

	private ImportFormat format() {
		ImportFormat format = (this.from != null) ? ImportFormat.named(this.from)
				: ImportFormat.of(String.valueOf(this.file.getFileName()));
		if (format == null) {
			String message = (this.from != null) ? "'" + this.from + "' is no format"
					: "The name '" + this.file + "' does not tell its format";
			throw this.streams.invalid(message + "; take --from with one of " + ImportFormat.names());
		}
		return format;
	}

	/** For the help and the shell's completion. */
	static final class Formats implements Iterable<String> {

		@Override
		public Iterator<String> iterator() {
			return Arrays.stream(ImportFormat.values()).map(ImportFormat::toString).toList().iterator();
		}

	}

}
