package dev.reroute.importer.nginx;

import java.util.List;

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

	static Branches sometimes(Flow flow) {
		return new Branches(List.of(flow), false);
	}

}
