package dev.reroute.importer.nginx;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The requests for which a condition holds.
 *
 * @param flows which these are, perhaps in several parts; none if it never holds
 * @param always whether it holds for all
 */
record Branches(List<Flow> flows, boolean always) {

	static final Branches NEVER = new Branches(List.of(), false);

	static Branches always(Flow flow) {
		return new Branches(List.of(flow), true);
	}

	/** Of some hosts those go on whose requests have not ended in these branches. */
	Flow without(Flow flow) {
		List<String> hosts = flow.requests().hosts();
		Set<String> ended = new HashSet<>();
		for (Flow one : this.flows) {
			if (one.requests().withHosts(hosts).equals(flow.requests())) {
				ended.addAll(one.requests().hosts());
			}
		}
		List<String> left = hosts.stream().filter((host) -> !ended.contains(host)).toList();
		return left.isEmpty() ? flow : flow.with(flow.requests().withHosts(left));
	}

	static Branches sometimes(Flow flow) {
		return new Branches(List.of(flow), false);
	}

}
