package dev.reroute.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.reroute.engine.Hop;
import dev.reroute.lint.Finding;
import dev.reroute.lint.Severity;
import dev.reroute.rule.Origin;
import dev.reroute.rule.Problem;

/**
 * Prints as a compiler does, the worst first:
 *
 * <pre>
 * rules.yaml:2:3: error[loop]: a visitor of '/a' comes back to it
 *    2 | - from: /a
 *    3 |   redirect: /b
 *   witness: /a
 *   hops:    /a
 *            307 -> /b   rules.yaml:2:3
 *            307 -> /a   rules.yaml:4:3
 *   also:    rules.yaml:4:3
 *   help:    ...
 * </pre>
 */
final class TextReport implements Report {

	/** How many of a kind are printed. */
	static final int AT_MOST = 10;

	private final Ink ink;

	private final boolean all;

	TextReport(Ink ink, boolean all) {
		this.ink = ink;
		this.all = all;
	}

	@Override
	public void print(CheckResult result, PrintWriter out) {
		Map<String, List<Problem>> problems = grouped(result.problems(), Problem::code);
		print(problems, Problem::origin, out, (problem, excerpts) -> print(problem, excerpts, out));
		List<Finding> findings = result.report()
			.findings()
			.stream()
			.sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::code))
			.toList();
		print(grouped(findings, (finding) -> finding.code().toString()), (finding) -> finding.rule().origin(), out,
				(finding, excerpts) -> print(finding, excerpts, out));
		out.println(this.ink.strong(result.summary()));
	}

	private static <T> Map<String, List<T>> grouped(List<T> all, Function<T, String> code) {
		return all.stream().collect(Collectors.groupingBy(code, LinkedHashMap::new, Collectors.toList()));
	}

	private <T> void print(Map<String, List<T>> byCode, Function<T, Origin> origin, PrintWriter out,
			BiConsumer<T, Map<Origin, Excerpt>> printer) {
		Map<Origin, Excerpt> excerpts = Excerpt
			.of(byCode.values().stream().flatMap((group) -> shown(group).stream()).map(origin).toList());
		byCode.forEach((code, group) -> {
			List<T> shown = shown(group);
			shown.forEach((one) -> printer.accept(one, excerpts));
			if (shown.size() < group.size()) {
				out.println(this.ink
					.strong("... and %,d more of %s (--all shows them)".formatted(group.size() - shown.size(), code)));
				out.println();
			}
		});
	}

	private <T> List<T> shown(List<T> group) {
		return (this.all || group.size() <= AT_MOST) ? group : group.subList(0, AT_MOST);
	}

	private void print(Problem problem, Map<Origin, Excerpt> excerpts, PrintWriter out) {
		String key = (problem.key() != null) ? problem.key() + ": " : "";
		head(problem.origin(), Severity.ERROR, problem.code(),
				key + "expected " + problem.expected() + ", got " + problem.got(), excerpts, out);
		if (problem.hint() != null) {
			label("help", problem.hint(), out);
		}
		out.println();
	}

	private void print(Finding finding, Map<Origin, Excerpt> excerpts, PrintWriter out) {
		head(finding.rule().origin(), finding.severity(), finding.code().toString(), finding.message(), excerpts, out);
		if (finding.witness() != null) {
			label("witness", finding.witness().toString(), out);
		}
		if (!finding.hops().isEmpty()) {
			label("hops", finding.hops().get(0).from().toString(), out);
		}
		for (Hop hop : finding.hops()) {
			label("", hop.status() + " -> " + hop.to() + "   " + hop.rule().origin(), out);
		}
		for (int i = 0; i < finding.others().size(); i++) {
			label((i == 0) ? "also" : "", finding.others().get(i).toString(), out);
		}
		label("help", finding.suggestion(), out);
		out.println();
	}

	private void head(Origin origin, Severity severity, String code, String message, Map<Origin, Excerpt> excerpts,
			PrintWriter out) {
		out.println(this.ink.strong(origin + ":") + " " + this.ink.as(severity, severity + "[" + code + "]")
				+ this.ink.strong(": " + message));
		Excerpt excerpt = excerpts.get(origin);
		if (excerpt != null) {
			int number = excerpt.line();
			for (String line : excerpt.lines()) {
				out.println(this.ink.faint("%5d | ".formatted(number++)) + this.ink.text(line));
			}
		}
	}

	private void label(String name, String text, PrintWriter out) {
		String label = name.isEmpty() ? "" : name + ":";
		out.println("  " + this.ink.faint("%-9s".formatted(label)) + this.ink.text(text));
	}

}
