package dev.reroute.importer.apache;

import java.util.ArrayList;
import java.util.List;

import dev.reroute.importer.NotTranslatableException;

/**
 * Conditions with {@code OR}. A rule has a list of alternatives for each thing that it
 * looks at; alternatives of different things become several rules.
 */
final class Alternatives {

	private static final int MAX = 32;

	private Alternatives() {
	}

	/**
	 * The conditions that say something. httpd goes on behind one with {@code OR} that
	 * does not hold; if it is the last, the rule applies nevertheless.
	 * @param conditions the conditions in front of a rule
	 * @return those in front of the alternatives that are not ended
	 */
	static List<RewriteCond> withoutOpenEnd(List<RewriteCond> conditions) {
		int end = conditions.size();
		while (end > 0 && conditions.get(end - 1).flags().has("OR")) {
			end--;
		}
		return conditions.subList(0, end);
	}

	/**
	 * The groups of conditions of which one must hold.
	 * @param conditions the conditions in front of a rule
	 * @return the groups
	 */
	static List<List<RewriteCond>> groups(List<RewriteCond> conditions) {
		List<List<RewriteCond>> groups = new ArrayList<>();
		boolean or = false;
		for (RewriteCond condition : conditions) {
			if (!or) {
				groups.add(new ArrayList<>());
			}
			groups.get(groups.size() - 1).add(condition);
			or = condition.flags().has("OR");
		}
		return groups;
	}

	/**
	 * Each way in which all groups can hold.
	 * @param groups the groups
	 * @param together whether alternatives on the same thing may stay together, since no
	 * text of theirs is used
	 * @return ways; in each, the conditions of one entry are alternatives on the same
	 * thing
	 * @throws NotTranslatableException if there are too many
	 */
	static List<List<List<RewriteCond>>> of(List<List<RewriteCond>> groups, boolean together)
			throws NotTranslatableException {
		List<List<List<RewriteCond>>> ways = List.of(List.of());
		for (List<RewriteCond> group : groups) {
			List<List<List<RewriteCond>>> longer = new ArrayList<>();
			for (List<List<RewriteCond>> way : ways) {
				for (List<RewriteCond> choice : choices(group, together)) {
					List<List<RewriteCond>> next = new ArrayList<>(way);
					next.add(choice);
					longer.add(next);
				}
			}
			if (longer.size() > MAX) {
				throw new NotTranslatableException("its conditions can hold in more than " + MAX + " ways");
			}
			ways = longer;
		}
		return ways;
	}

	private static List<List<RewriteCond>> choices(List<RewriteCond> group, boolean together) {
		List<List<RewriteCond>> choices = new ArrayList<>();
		for (RewriteCond condition : group) {
			List<RewriteCond> same = choices.stream()
				.filter((choice) -> together && isSameThing(choice.get(0), condition))
				.findFirst()
				.orElse(null);
			if (same != null) {
				same.add(condition);
			}
			else {
				choices.add(new ArrayList<>(List.of(condition)));
			}
		}
		return choices;
	}

	private static boolean isSameThing(RewriteCond one, RewriteCond other) {
		return one.test().equals(other.test()) && mayStandInList(one) && mayStandInList(other);
	}

	/**
	 * Of what is negated, one that does not hold would not be enough; and what is empty
	 * may be missing, of which there is no text.
	 */
	private static boolean mayStandInList(RewriteCond condition) {
		return !condition.negated() && !condition.isTest() && !condition.pattern().matches("\\^\\$|=|=\"\"");
	}

}
