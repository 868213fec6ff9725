package dev.reroute.flatten;

import java.util.List;

/**
 * What flattening did.
 *
 * @param rules how many rules were looked at
 * @param flattened the rules that changed, in order
 * @param left the rules whose chain, or the rest of it, stays, in order
 */
public record FlattenSummary(int rules, List<FlattenedRule> flattened, List<LeftRule> left) {

	/** Nothing was done. */
	public static final FlattenSummary NOTHING = new FlattenSummary(0, List.of(), List.of());

	/**
	 * How many hops visitors are spared, if each changed rule is asked once.
	 * @return the number
	 */
	public int hopsSaved() {
		return this.flattened.stream().mapToInt((rule) -> rule.hops() - 1).sum();
	}

	/**
	 * The longest chain that was flattened.
	 * @return its hops; 0 if there was none
	 */
	public int longestChain() {
		return this.flattened.stream().mapToInt(FlattenedRule::hops).max().orElse(0);
	}

	/**
	 * The rules that lead into a loop, or nowhere.
	 * @return those of the rules left that have no end
	 */
	public List<LeftRule> endless() {
		return this.left.stream().filter((rule) -> rule.reason().isEndless()).toList();
	}

}
