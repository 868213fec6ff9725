package dev.reroute.flatten;

import java.util.List;

import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule leads.
 *
 * @param target the end of the chain as a target of the rule, or the place up to which it
 * could be followed
 * @param merged the rules that make up the way to there, the first one included
 * @param walked all rules that were met
 * @param left why the chain goes on there; {@code null} if that is the end
 */
record Followed(String target, List<Rule> merged, List<Rule> walked, @Nullable LeftRule left) {

}
