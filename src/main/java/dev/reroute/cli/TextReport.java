package dev.reroute.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

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
 *     2 | - from: /a
 *     3 |   redirect: /b
 *   witness: /a
 *   hops:    /a
 *            307 -> /b   rules.yaml:2:3
 *            307 -> /a   rules.yaml:4:3
 *   also:    /b (rules.yaml:4:3)
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
		print(result.problems(), out);
		List<Finding> findings = result.report()
			.findings()
			.stream()
			.sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::code))
			.toList();
		print(findings, (finding) -> finding.code().toString(), (finding) -> finding.rule().origin(), (origin) -> true,
				(finding, excerpts) -> print(finding, excerpts, out), out);
		out.println(this.ink.strong(result.summary()));
	}

	void print(List<Problem> problems, PrintWriter out) {
		// without a column it is the whole file that is wrong, which may be huge, and no
		// text
		print(problems, Problem::code, Problem::origin, (origin) -> origin.column() > 0,
				(problem, excerpts) -> print(problem, excerpts, out), out);
	}

	private <T> void print(List<T> all, Function<T, String> code, Function<T, Origin> origin, Predicate<Origin> wanted,
			BiConsumer<T, Map<Origin, Excerpt>> printer, PrintWriter out) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		List<T> shown = all.stream()
			.filter((one) -> counts.merge(code.apply(one), 1, Integer::sum) <= AT_MOST || this.all)
			.toList();
		Map<Origin, Excerpt> excerpts = Excerpt.of(shown.stream().map(origin).filter(wanted).toList());
		shown.forEach((one) -> printer.accept(one, excerpts));
		if (shown.size() < all.size()) {
			counts.values().removeIf((count) -> count <= AT_MOST);
			counts.forEach((name, count) -> out.println(this.ink
				.strong(String.format(Locale.ROOT, "... and %,d more %s (--all shows them)", count - AT_MOST, name))));
			out.println();
		}
	}

	private void print(Problem problem, Map<Origin, Excerpt> excerpts, PrintWriter out) {
		String key = (problem.key() != null) ? problem.key() + ": " : "";
		head(problem.origin(), Severity.ERROR, problem.code(),
				key + "expected " + problem.expected() + ", got " + problem.got(), out);
		Excerpt excerpt = excerpts.get(problem.origin());
		if (excerpt != null) {
			lines(excerpt.line(), excerpt.lines().subList(0, 1), out);
			if (problem.origin().column() <= Excerpt.MAX_LENGTH) {
				out.println(this.ink.faint("      | ") + " ".repeat(problem.origin().column() - 1)
						+ this.ink.as(Severity.ERROR, "^"));
			}
		}
		if (problem.hint() != null) {
			label("help", problem.hint(), out);
		}
		out.println();
	}

	private void print(Finding finding, Map<Origin, Excerpt> excerpts, PrintWriter out) {
		head(finding.rule().origin(), finding.severity(), finding.code().toString(), finding.message(), out);
		Excerpt excerpt = excerpts.get(finding.rule().origin());
		if (excerpt != null) {
			lines(excerpt.line(), excerpt.lines(), out);
		}
		if (finding.witness() != null) {
			label("witness", WitnessText.of(finding.witness(), finding), out);
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

	private void head(Origin origin, Severity severity, String code, String message, PrintWriter out) {
		out.println(this.ink.strong(origin + ":") + " " + this.ink.as(severity, severity + "[" + code + "]")
				+ this.ink.strong(": " + message));
	}

	private void lines(int first, List<String> lines, PrintWriter out) {
		int number = first;
		for (String line : lines) {
			out.println(this.ink.faint(String.format(Locale.ROOT, "%5d | ", number++)) + this.ink.text(line));
		}
	}

	private void label(String name, String text, PrintWriter out) {
		String label = name.isEmpty() ? "" : name + ":";
		out.println("  " + this.ink.faint("%-9s".formatted(label)) + this.ink.text(text));
	}

}
