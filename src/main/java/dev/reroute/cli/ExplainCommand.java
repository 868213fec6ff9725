package dev.reroute.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.reroute.engine.Explanation;
import dev.reroute.engine.UrlRequest;
import dev.reroute.pattern.InvalidTextException;
import dev.reroute.rule.AddressRange;
import dev.reroute.rule.RuleSettings;
import org.jspecify.annotations.Nullable;

/**
 * {@code explain URL}: what the rules do with a request, and why.
 */
@Command(name = "explain", header = "Tell what the rules do with a URL, and why.",
		description = { "", "Nothing is sent: the rules are asked. The request is a GET, now, without headers,",
				"unless options say otherwise." },
		exitCodeList = { "0:explained", "2:problems in the rules, or bad usage" },
		footer = { "  reroute explain /old?x=1", "  reroute explain --rules rules.yaml https://www.example.com/old",
				"  reroute explain --at 2026-11-28T00:00Z --header 'Accept-Language: de' /sale" })
@SuppressWarnings("NullAway.Init")
final class ExplainCommand implements Callable<Integer> {

	private static final Path DEFAULT_RULES = Path.of("rules.yaml");

	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	@Parameters(paramLabel = "URL", description = "A URL, or a path on http://localhost.")
	private String url;

	@Option(names = "--rules", paramLabel = "FILE",
			description = "A rule file; repeatable. Default: rules.yaml in this directory.")
	private List<Path> files = List.of();

	@Option(names = "--method", paramLabel = "METHOD", defaultValue = "GET",
			description = "The method. Default: ${DEFAULT-VALUE}.")
	private String method;

	@Option(names = "--header", paramLabel = "'NAME: VALUE'", converter = RequestHeader.Converter.class,
			description = "A header; repeatable.")
	private List<RequestHeader> headers = List.of();

	@Option(names = "--client", paramLabel = "ADDRESS", description = "The client's address. Default: one of nobody.")
	private @Nullable String client;

	@Option(names = "--at", paramLabel = "INSTANT", converter = InstantConverter.class,
			description = "When it is asked, such as 2026-11-27T00:00Z. Default: now.")
	private @Nullable Instant at;

	@Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
			description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
	private ExplanationFormat format;

	@Mixin
	private RuleOptions options;

	@Mixin
	private Streams streams;

	@Override
	public Integer call() {
		UrlRequest request = request();
		RuleSettings settings = this.options.settings();
		LoadedRules loaded = load(settings);
		if (!loaded.problems().isEmpty()) {
			this.streams.tell(loaded.problems(), true);
			return ExitCode.USAGE;
		}
		Explanation explanation = loaded.ruleSet().explain(request);
		String path = request.path();
		PrintWriter out = this.streams.out();
		this.format.print(explanation, path != null && settings.reserved().cover(path), this.streams.ink(), out);
		out.flush();
		return ExitCode.OK;
	}

	private LoadedRules load(RuleSettings settings) {
		if (this.files.isEmpty() && !Files.exists(DEFAULT_RULES)) {
			throw this.streams.invalid("There is no " + DEFAULT_RULES + " here; name rule files with --rules");
		}
		List<Path> read = this.files.isEmpty() ? List.of(DEFAULT_RULES) : this.files;
		try (ProgressLine progress = this.streams.progress()) {
			return LoadedRules.read(read, settings, progress);
		}
	}

	private UrlRequest request() {
		UrlRequest request;
		try {
			request = UrlRequest.get(this.url);
		}
		catch (InvalidTextException ex) {
			throw this.streams.invalid("Invalid URL: expected " + ex.expected() + ", got " + ex.got());
		}
		if (!TOKEN.matcher(this.method).matches()) {
			throw this.streams.invalid("--method", "expected a method such as 'POST', got '" + this.method + "'");
		}
		request = request.withMethod(this.method.toUpperCase(Locale.ROOT));
		for (RequestHeader header : this.headers) {
			request = request.withHeader(header.name(), header.value());
		}
		if (this.client != null) {
			if (!AddressRange.isAddress(this.client)) {
				throw this.streams.invalid("--client",
						"expected an address such as '192.0.2.1', got '" + this.client + "'");
			}
			request = request.withClient(this.client);
		}
		return (this.at != null) ? request.at(this.at) : request;
	}

}
