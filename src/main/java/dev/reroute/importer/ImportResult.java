package dev.reroute.importer;

import java.util.List;
import java.util.Map;

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

}
