package dev.reroute.importer.tuckey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.NotTranslatableException;

/**
 * The conditions of a rule, which are taken from the first to the last: each is joined to
 * what stands before it by the {@code next} of the one before.
 *
 * @param alternatives conditions for a rule each
 * @param groups what stands in a target for each group of the last condition
 */
record RuleConditions(List<ForeignConditions> alternatives, Map<Integer, String> groups) {

	private static final int MAX_ALTERNATIVES = 16;

	/**
	 * Read conditions.
	 * @param conditions the elements
	 * @param wildcard whether their values are wildcards
	 * @param used groups of the last condition that the target uses
	 * @return the conditions
	 * @throws NotTranslatableException if a rule cannot have one of them
	 */
	static RuleConditions of(List<XmlElement> conditions, boolean wildcard, Set<Integer> used)
			throws NotTranslatableException {
		List<List<ConditionTest>> all = new ArrayList<>(List.of(List.of()));
		Map<Integer, String> groups = Map.of();
		boolean or = false;
		boolean anyOr = false;
		boolean anyGroups = false;
		for (int i = 0; i < conditions.size(); i++) {
			XmlElement condition = conditions.get(i);
			boolean last = i == conditions.size() - 1;
			ConditionReader reader = new ConditionReader(condition, wildcard, last ? used : Set.of());
			List<List<ConditionTest>> read = reader.read();
			all = or ? or(all, read) : and(all, read);
			if (all.size() > MAX_ALTERNATIVES) {
				throw new NotTranslatableException("its conditions make more than " + MAX_ALTERNATIVES + " rules");
			}
			or = condition.attribute("next").equals("or");
			anyOr |= or && !last;
			anyGroups |= reader.hasGroups();
			groups = reader.groups();
		}
		if (anyGroups && !used.isEmpty() && (anyOr || !groups.keySet().containsAll(used))) {
			throw new NotTranslatableException("its target has groups that not every request binds");
		}
		List<ForeignConditions> alternatives = new ArrayList<>();
		for (List<ConditionTest> tests : all) {
			ForeignConditions together = new ForeignConditions();
			for (ConditionTest test : tests) {
				test.addTo(together);
			}
			alternatives.add(together);
		}
		return new RuleConditions(alternatives, groups);
	}

	private static List<List<ConditionTest>> and(List<List<ConditionTest>> before, List<List<ConditionTest>> next) {
		List<List<ConditionTest>> all = new ArrayList<>();
		for (List<ConditionTest> one : before) {
			for (List<ConditionTest> other : next) {
				List<ConditionTest> both = new ArrayList<>(one);
				both.addAll(other);
				all.add(both);
			}
		}
		return all;
	}

	/** Two tests of the same thing are one with more texts. */
	private static List<List<ConditionTest>> or(List<List<ConditionTest>> before, List<List<ConditionTest>> next) {
		boolean single = before.size() == 1 && next.size() == 1 && before.get(0).size() == 1 && next.get(0).size() == 1;
		if (single && before.get(0).get(0).joins(next.get(0).get(0))) {
			return List.of(List.of(before.get(0).get(0).or(next.get(0).get(0))));
		}
		List<List<ConditionTest>> all = new ArrayList<>(before);
		all.addAll(next);
		return all;
	}

}
