package dev.reroute.lint;

import java.util.List;

import dev.reroute.engine.Hop;
import dev.reroute.engine.Walk;

/**
 * A redirect leads to a URL that another rule redirects again: a visitor waits twice, and
 * search engines pass on less.
 */
final class ChainCheck implements Check {

	@Override
	public void check(Subject subject, Report report) {
		for (Walk walk : subject.walks(report)) {
			if (walk.hops().size() > 1 && !LoopCheck.isEndless(walk)) {
				List<Hop> hops = walk.hops();
				Hop last = hops.get(hops.size() - 1);
				report.add(new Finding(FindingCode.CHAIN, subject.rule(),
						hops.stream().skip(1).map(Hop::rule).distinct().toList(), hops.get(0).from(), hops,
						"'" + hops.get(0).from() + "' takes " + hops.size() + " redirects to '" + last.to() + "'",
						"redirect to '" + last.to() + "' at once ('flatten' does it)"));
				return;
			}
		}
	}

}
