package dev.reroute.lint;

import java.util.List;

import dev.reroute.rule.Action;
import dev.reroute.rule.Condition;

/**
 * 301 or 308 without {@code cache}: browsers keep it, and nobody can take it back (RFC
 * 9110 section 15.1).
 */
final class CachedForEverCheck implements Check {

	@Override
	public void check(Subject subject, Report report) {
		if (subject.rule().action() instanceof Action.Redirect redirect && redirect.status().isPermanent()
				&& redirect.cacheControl() == null
				&& subject.rule().conditions().stream().noneMatch(Condition::isUncacheable)) {
			report.add(new Finding(FindingCode.CACHED_FOR_EVER, subject.rule(), List.of(), subject.reach().request(),
					List.of(), "browsers may keep this " + redirect.status().code() + " for ever",
					"say how long, such as 'cache: 1d', until you are sure"));
		}
	}

}
