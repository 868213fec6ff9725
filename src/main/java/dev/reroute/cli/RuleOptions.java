package dev.reroute.cli;

import java.util.List;
import java.util.function.Supplier;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import dev.reroute.pattern.InvalidTextException;
import dev.reroute.pattern.MatchOptions;
import dev.reroute.pattern.RedirectTargets;
import dev.reroute.rule.RedirectStatus;
import dev.reroute.rule.ReservedPaths;
import dev.reroute.rule.RuleSettings;

/**
 * What the application has in its configuration, as options; {@link Mixin mixed in} by
 * each command that reads rules. The defaults are those of the application.
 */
@SuppressWarnings("NullAway.Init")
final class RuleOptions {

	@Option(names = "--allowed-host", paramLabel = "HOST",
			description = "A host that a request may choose, such as '*.example.com'; repeatable.")
	private List<String> allowedHosts = List.of();

	@Option(names = "--default-status", paramLabel = "STATUS", defaultValue = "307",
			description = "Status of a redirect that has none of its own: 301, 302, 303, 307 or 308. Default: ${DEFAULT-VALUE}.")
	private int defaultStatus;

	@Option(names = "--ignore-case", description = "/A matches /a, unless a rule says otherwise.")
	private boolean ignoreCase;

	@Option(names = "--ignore-trailing-slash", description = "/a/ matches /a, unless a rule says otherwise.")
	private boolean ignoreTrailingSlash;

	@Option(names = "--reserved-path", paramLabel = "PATH", defaultValue = "/error,/actuator", split = ",",
			description = "A path that rules leave alone, with all below it; repeatable. Default: ${DEFAULT-VALUE}.")
	private List<String> reservedPaths;

	@Spec(Spec.Target.MIXEE)
	private CommandSpec command;

	/**
	 * The settings.
	 * @return the settings
	 * @throws ParameterException if an option makes no sense
	 */
	RuleSettings settings() {
		RedirectStatus status = RedirectStatus.of(this.defaultStatus)
			.orElseThrow(() -> invalid("--default-status",
					"expected one of " + RedirectStatus.CODES + ", got '" + this.defaultStatus + "'"));
		return new RuleSettings(status, new MatchOptions(this.ignoreCase, this.ignoreTrailingSlash),
				parse("--allowed-host", () -> new RedirectTargets(this.allowedHosts)),
				parse("--reserved-path", () -> new ReservedPaths(this.reservedPaths)));
	}

	private <T> T parse(String option, Supplier<T> parser) {
		try {
			return parser.get();
		}
		catch (InvalidTextException ex) {
			throw invalid(option, "expected " + ex.expected() + ", got " + ex.got());
		}
	}

	private ParameterException invalid(String option, String message) {
		return new ParameterException(this.command.commandLine(),
				"Invalid value for option '" + option + "': " + message);
	}

}
