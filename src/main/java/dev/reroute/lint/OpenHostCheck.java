package dev.reroute.lint;

import java.util.List;

import dev.reroute.rule.Action;

/**
 * The request takes part in choosing the host, and the allow-list has a wildcard: whoever
 * gets hold of one name below that domain can be redirected to.
 */
final class OpenHostCheck implements Check {

	@Override
	public void check(Subject subject, Report report) {
		if (subject.rule().action() instanceof Action.Redirect redirect && redirect.target().isOpenHost()) {
			report
				.add(new Finding(FindingCode.OPEN_HOST, subject.rule(), List.of(), subject.reach().request(), List.of(),
						"the request chooses the host of '" + redirect.target()
								+ "', from an allow-list with a wildcard",
						"list the hosts in 'reroute.allowed-hosts' one by one"));
		}
	}

}
