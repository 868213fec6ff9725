package dev.reroute.importer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleDefinition;

/**
 * What became of a foreign text. Every directive is counted once:
 * {@code directives == translated + refused + unrelated}.
 *
 * @param rules the rules, in the order in which they are to be tested
 * @param problems what is wrong or cannot be translated, with lines; beyond a limit only
 * counted
 * @param directives how many directives were met
 * @param translated how many of them became rules, or part of one, or changed what others
 * mean
 * @param refused how many of them became problems
 * @param unrelated how often directives were met that are about something else, by name
 */
public record ImportResult(List<RuleDefinition> rules, List<Problem> problems, int directives, int translated,
		int refused, Map<String, Integer> unrelated) {

	private static final int UNRELATED_SHOWN = 5;

	/**
	 * A text that could not be read at all.
	 * @param problem why
	 * @return the result
	 */
	public static ImportResult failed(Problem problem) {
		return new ImportResult(List.of(), List.of(problem), 0, 0, 0, Map.of());
	}

	/**
	 * The whole on one line:
	 * {@code 130 of 132 directives became 127 rules, 1 could not be translated; 1 is about something else (AddType 1)}.
	 * @return the line
	 */
	public String summary() {
		StringBuilder line = new StringBuilder();
		line.append(String.format(Locale.ROOT, "%,d of %,d directives became %,d rule%s, %,d could not be translated",
				this.translated, this.directives, this.rules.size(), (this.rules.size() == 1) ? "" : "s",
				this.refused));
		if (!this.unrelated.isEmpty()) {
			int others = this.unrelated.values().stream().mapToInt(Integer::intValue).sum();
			line.append(
					String.format(Locale.ROOT, "; %,d %s about something else (", others, (others == 1) ? "is" : "are"))
				.append(this.unrelated.entrySet()
					.stream()
					.sorted(Map.Entry.<String, Integer>comparingByValue()
						.reversed()
						.thenComparing(Map.Entry.comparingByKey()))
					.limit(UNRELATED_SHOWN)
					.map((entry) -> entry.getKey() + " " + entry.getValue())
					.collect(Collectors.joining(", ")))
				.append((this.unrelated.size() > UNRELATED_SHOWN) ? ", ...)" : ")");
		}
		return line.toString();
	}

}
