package dev.reroute.replay;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.reroute.rule.Condition;
import dev.reroute.rule.Rule;

/**
 * What rules look at besides method, path and query: how many rules look at the host, at
 * the client, and at each header.
 */
final class LookedFor {

	static final String HOST = "host";

	static final String SCHEME = "scheme";

	static final String CLIENT = "client";

	static final String USER_AGENT = "header user-agent";

	static final String REFERER = "header referer";

	private final Map<String, Integer> rulesByWhat = new TreeMap<>();

	LookedFor(List<Rule> rules) {
		for (Rule rule : rules) {
			Set<String> looked = new TreeSet<>();
			add(rule.conditions(), looked);
			looked.forEach((what) -> this.rulesByWhat.merge(what, 1, Integer::sum));
		}
	}

	private static void add(Collection<Condition> conditions, Set<String> looked) {
		for (Condition condition : conditions) {
			if (condition instanceof Condition.Not not) {
				add(not.conditions(), looked);
			}
			else if (condition instanceof Condition.Host) {
				looked.add(HOST);
			}
			else if (condition instanceof Condition.Scheme || condition instanceof Condition.Port) {
				looked.add(SCHEME);
			}
			else if (condition instanceof Condition.Client) {
				looked.add(CLIENT);
			}
			else {
				condition.headersLookedAt().forEach((name) -> looked.add("header " + name.toLowerCase(Locale.ROOT)));
			}
		}
	}

	boolean contains(String what) {
		return this.rulesByWhat.containsKey(what);
	}

	/**
	 * What a log does not tell.
	 * @param told what it tells
	 * @return what rules look at all the same, with the number of these rules
	 */
	Map<String, Integer> missingFrom(Set<String> told) {
		Map<String, Integer> missing = new TreeMap<>(this.rulesByWhat);
		missing.keySet().removeAll(told);
		return missing;
	}

}
