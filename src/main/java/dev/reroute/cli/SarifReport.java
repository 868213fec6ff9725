package dev.reroute.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.reroute.engine.Hop;
import dev.reroute.lint.Finding;
import dev.reroute.lint.FindingCode;
import dev.reroute.lint.Severity;
import dev.reroute.rule.Problem;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Prints a SARIF log: each code is a rule of it, each problem or finding a result.
 */
final class SarifReport implements Report {

	@Override
	public void print(CheckResult result, PrintWriter out) {
		Map<String, SarifLog.Descriptor> codes = new LinkedHashMap<>();
		for (FindingCode code : FindingCode.values()) {
			codes.put(code.toString(), descriptor(code.toString(), code.summary(), code.severity(), "docs/lint.md"));
		}
		for (Problem problem : result.problems()) {
			codes.computeIfAbsent(problem.code(), (code) -> descriptor(code, "the rule text has the problem " + code,
					Severity.ERROR, "docs/rules.md, under Problems"));
		}
		List<String> order = List.copyOf(codes.keySet());
		List<SarifLog.Result> results = new ArrayList<>();
		result.problems().forEach((problem) -> results.add(result(problem, order)));
		result.report().findings().forEach((finding) -> results.add(result(finding, order)));
		SarifLog.Driver driver = new SarifLog.Driver("Reroute", Version.current(), List.copyOf(codes.values()));
		Json.write(
				SarifLog.of(new SarifLog.Run(new SarifLog.Tool(driver),
						List.of(new SarifLog.Invocation(result.problems().isEmpty())), "unicodeCodePoints", results)),
				out);
	}

	private static SarifLog.Descriptor descriptor(String code, String summary, Severity severity, String page) {
		SarifLog.Message sentence = new SarifLog.Message(
				Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".");
		return new SarifLog.Descriptor(code, sentence, sentence,
				new SarifLog.Message(
						sentence.text() + " What it means and how to mend it stands in Reroute's " + page + "."),
				new SarifLog.Configuration(level(severity)));
	}

	private static String level(Severity severity) {
		return switch (severity) {
			case ERROR -> "error";
			case WARNING -> "warning";
			case INFO -> "note";
		};
	}

	private static SarifLog.Result result(Problem problem, List<String> order) {
		String key = (problem.key() != null) ? problem.key() + ": " : "";
		String hint = (problem.hint() != null) ? "; " + problem.hint() : "";
		return result(problem.code(), order, Severity.ERROR,
				key + "expected " + problem.expected() + ", got " + problem.got() + hint,
				SarifLog.Location.of(problem.origin()), null);
	}

	private static SarifLog.Result result(Finding finding, List<String> order) {
		StringBuilder message = new StringBuilder(finding.message()).append('.');
		if (finding.witness() != null) {
			message.append("\nWitness: ").append(finding.witness());
		}
		for (Hop hop : finding.hops()) {
			message.append("\n").append(hop.from()).append(" -> ").append(hop.status()).append(' ').append(hop.to());
		}
		message.append('\n').append(finding.suggestion()).append('.');
		List<SarifLog.Location> related = new ArrayList<>();
		for (Rule other : finding.others()) {
			related.add(SarifLog.Location.related(related.size() + 1, other.origin(), other.id()));
		}
		return result(finding.code().toString(), order, finding.severity(), message.toString(),
				SarifLog.Location.of(finding.rule().origin()), related.isEmpty() ? null : related);
	}

	private static SarifLog.Result result(String code, List<String> order, Severity severity, String message,
			SarifLog.Location location, @Nullable List<SarifLog.Location> related) {
		return new SarifLog.Result(code, order.indexOf(code), level(severity), new SarifLog.Message(message),
				List.of(location), related);
	}

}
