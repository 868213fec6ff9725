package dev.reroute.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.reroute.engine.RuleSet;
import dev.reroute.pattern.InvalidTextException;
import dev.reroute.pattern.UrlText;
import dev.reroute.replay.AssumedOrigin;
import dev.reroute.replay.Replay;
import dev.reroute.replay.log.AccessLog;
import dev.reroute.replay.log.LogField;
import dev.reroute.replay.log.LogSummary;
import dev.reroute.replay.log.NoAccessLogException;
import dev.reroute.replay.log.UnreadableLine;
import dev.reroute.rule.RuleSettings;
import org.jspecify.annotations.Nullable;

/**
 * {@code replay LOG...}: what rules would do with the requests of access logs.
 */
@Command(name = "replay", header = "Tell what rules would do with the requests of a log.",
		description = { "", "Reads access logs in the common or combined format or in JSON lines, also packed with",
				"gzip, and asks the rules about each request: which rules act and which never do, what",
				"ends in 404, who is redirected twice; with --against, what publishing would change." },
		exitCodeList = { "0:replayed", "1:replayed, and --against answers something differently",
				"2:problems in the rules, a log that is none, or bad usage" },
		footer = { "  reroute replay access.log --rules rules.yaml",
				"  reroute replay access.log.*.gz --rules rules.yaml --against live.yaml",
				"  reroute replay access.json --rules rules.yaml --field path=request.target --format json" })
@SuppressWarnings("NullAway.Init")
final class ReplayCommand implements Callable<Integer> {

	/** More is for a program that reads the log itself. */
	private static final int MAX_TOP = 10_000;

	private static final int PROGRESS_UNIT = 1_000_000;

	@Parameters(arity = "1..*", paramLabel = "LOG", description = "Access logs.")
	private List<Path> logs;

	@Option(names = "--rules", paramLabel = "FILE", required = true, description = "A rule file; repeatable.")
	private List<Path> files;

	@Option(names = "--against", paramLabel = "FILE",
			description = "A file of the rules to compare with, such as those that are live; repeatable.")
	private List<Path> against = List.of();

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
			description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
	private ReplayFormat format;

	@Option(names = "--top", paramLabel = "NUMBER",
			description = "How long each list may be. Default: 10 in text, 1000 otherwise.")
	private @Nullable Integer top;

	@Option(names = "--host", paramLabel = "HOST",
			description = "The host of requests for which the log has none. Default: " + UrlText.LOCALHOST + ".")
	private @Nullable String host;

	@Option(names = "--scheme", paramLabel = "SCHEME",
			description = "Their scheme, where the log has none: http or https. Default: http.")
	private @Nullable String scheme;

	@Option(names = "--at", paramLabel = "INSTANT", converter = InstantConverter.class,
			description = "When the rules are asked, such as 2026-11-27T00:00Z. Default: now.")
	private @Nullable Instant at;

	@Option(names = "--field", paramLabel = "FIELD=NAME",
			description = "What a field is called in a log of JSON lines, if it has no usual name; repeatable. "
					+ "Fields: request, method, path, query, status, host, scheme, client, user-agent, referer.")
	private Map<LogField, String> fields = Map.of();

	@Mixin
	private RuleOptions options;

	@Mixin
	private Streams streams;

	@Override
	public Integer call() {
		long start = System.nanoTime();
		AssumedOrigin assumed = assumed();
		int most = most();
		RuleSettings settings = this.options.settings();
		Replayed replayed;
		try (ProgressLine progress = this.streams.progress()) {
			RuleSet rules = load(this.files, settings, progress);
			RuleSet other = this.against.isEmpty() ? null : load(this.against, settings, progress);
			Replay replay = new Replay(rules, other, assumed, (this.at != null) ? this.at : Instant.now());
			List<Replayed.Log> read = new ArrayList<>();
			for (Path log : this.logs) {
				read.add(new Replayed.Log(log.toString(), read(log, replay, progress)));
			}
			progress.begin("Counting", 0);
			replayed = new Replayed(read, replay.result(most), Duration.ofNanos(System.nanoTime() - start));
		}
		catch (UnusableException ex) {
			this.streams.err().print(ex.getMessage());
			this.streams.err().flush();
			return ExitCode.USAGE;
		}
		PrintWriter out = this.streams.out();
		this.format.print(replayed, this.streams.ink(), out);
		out.flush();
		if (this.format != ReplayFormat.TEXT) {
			this.streams.tell(replayed.summary());
		}
		return replayed.hasDifferences() ? ExitCode.SOFTWARE : ExitCode.OK;
	}

	private RuleSet load(List<Path> from, RuleSettings settings, ProgressLine progress) throws UnusableException {
		LoadedRules loaded = LoadedRules.read(from, settings, progress);
		if (!loaded.problems().isEmpty()) {
			throw UnusableException.of((err) -> new TextReport(Ink.PLAIN, true).print(loaded.problems(), err));
		}
		return loaded.ruleSet();
	}

	private LogSummary read(Path log, Replay replay, ProgressLine progress) throws UnusableException {
		try {
			progress.begin("Replaying " + log, Files.size(log) / PROGRESS_UNIT, "MB");
			long[] octets = new long[1];
			return new AccessLog(log, this.fields).read(replay::add, (read) -> {
				octets[0] += read;
				for (; octets[0] >= PROGRESS_UNIT; octets[0] -= PROGRESS_UNIT) {
					progress.step();
				}
			});
		}
		catch (NoAccessLogException ex) {
			UnreadableLine line = ex.line();
			throw UnusableException.of("'" + log + "' is no access log: expected lines in common, combined or JSON "
					+ "format, got '" + line.text() + "' in line " + line.number() + " (" + line.reason() + ")");
		}
		catch (NoSuchFileException ex) {
			throw UnusableException.of("there is no log '" + log + "'");
		}
		catch (AccessDeniedException ex) {
			throw UnusableException.of("there is no permission to read '" + log + "'");
		}
		catch (IOException ex) {
			throw UnusableException.of("'" + log + "' cannot be read to its end: " + ex.getMessage());
		}
	}

	private int most() {
		int most = (this.top != null) ? this.top : this.format.top();
		if (most < 1 || most > MAX_TOP) {
			throw this.streams.invalid("--top", "expected a number from 1 to " + MAX_TOP + ", got '" + most + "'");
		}
		return most;
	}

	private AssumedOrigin assumed() {
		String actual = (this.scheme != null) ? this.scheme : "http";
		if (!actual.equals("http") && !actual.equals("https")) {
			throw this.streams.invalid("--scheme", "expected http or https, got '" + actual + "'");
		}
		String authority = (this.host != null) ? this.host : UrlText.LOCALHOST;
		try {
			if (!authority.matches("[^/?#]+")) {
				throw this.streams.invalid("--host", "expected a host, got '" + authority + "'");
			}
			return new AssumedOrigin(UrlText.parse(actual + "://" + authority + "/"), this.host != null,
					this.scheme != null);
		}
		catch (InvalidTextException ex) {
			throw this.streams.invalid("--host", "expected a host, got '" + authority + "'");
		}
	}

}
