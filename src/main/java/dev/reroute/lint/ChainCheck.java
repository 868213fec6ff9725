package dev.reroute.lint;

import java.util.List;

import dev.reroute.engine.Hop;
import dev.reroute.engine.Walk;
import dev.reroute.rule.RedirectStatus;

/**
 * A redirect leads to a URL that another rule redirects again: a visitor waits twice, and
 * search engines pass on less.
 */
final class ChainCheck implements Check {

	@Override
	public void check(Subject subject, Report report) {
		for (Walk walk : subject.walks(report)) {
			if (walk.hops().size() > 1 && walk.end() != Walk.End.LOOP && walk.end() != Walk.End.TOO_LONG) {
				List<Hop> hops = walk.hops();
				Hop last = hops.get(hops.size() - 1);
				report.add(new Finding(FindingCode.CHAIN, subject.rule(),
						hops.stream().skip(1).map(Hop::rule).distinct().toList(), hops.get(0).from(), hops,
						"'" + hops.get(0).from() + "' takes " + hops.size() + " redirects to '" + last.to() + "'",
						suggestion(subject, hops, last.to())));
				return;
			}
		}
	}

	/** The end of one walk is not that of all others that begin with a pattern. */
	private static String suggestion(Subject subject, List<Hop> hops, String end) {
		if (!subject.isLiteral()) {
			return "put a rule for '" + hops.get(0).from().url().path() + "' before it that redirects to '" + end
					+ "' at once";
		}
		boolean permanent = hops.stream()
			.allMatch((hop) -> RedirectStatus.of(hop.status()).filter(RedirectStatus::isPermanent).isPresent());
		return "redirect to '" + end + "' at once" + (permanent ? " ('flatten' does it)" : "");
	}

}
