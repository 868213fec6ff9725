package dev.reroute.rule;

import java.util.List;

/**
 * What became of a list of definitions.
 *
 * @param rules the enabled rules without problems, in order
 * @param problems the problems; with any of them the rules must not go live
 */
public record ParsedRules(List<Rule> rules, List<Problem> problems) {

}
