package dev.reroute.cli;

import java.util.List;

import dev.reroute.engine.Hop;

/**
 * A redirect, in JSON.
 *
 * @param method the method of the request
 * @param url its URL
 * @param status the status
 * @param location the {@code Location}
 * @param rule the rule that redirected
 */
record HopJson(String method, String url, int status, String location, RuleJson rule) {

	static List<HopJson> of(List<Hop> hops) {
		return hops.stream()
			.map((hop) -> new HopJson(hop.from().method(), hop.from().url().toString(), hop.status(), hop.to(),
					RuleJson.of(hop.rule())))
			.toList();
	}

}
