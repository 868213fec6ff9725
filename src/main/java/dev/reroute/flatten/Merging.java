package dev.reroute.flatten;

import java.util.List;

import dev.reroute.rule.Action;
import dev.reroute.rule.RedirectStatus;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of status and cache where several hops become one.
 */
final class Merging {

	private static final String MAX_AGE = "max-age=";

	private static final String NO_STORE = "no-store";

	private Merging() {
	}

	/**
	 * The status of one hop in place of several: permanent if all are, and one that loses
	 * the method if any does.
	 * @param hops the hops
	 * @return the status
	 */
	static RedirectStatus status(List<Action.Redirect> hops) {
		boolean permanent = hops.stream().allMatch((hop) -> hop.status().isPermanent());
		boolean keepsMethod = hops.stream().allMatch((hop) -> Methods.keepsMethod(hop.status()));
		if (permanent) {
			return keepsMethod ? RedirectStatus.PERMANENT_REDIRECT : RedirectStatus.MOVED_PERMANENTLY;
		}
		if (hops.stream().anyMatch((hop) -> hop.status() == RedirectStatus.SEE_OTHER)) {
			return RedirectStatus.SEE_OTHER;
		}
		return keepsMethod ? RedirectStatus.TEMPORARY_REDIRECT : RedirectStatus.FOUND;
	}

	/**
	 * The {@code cache} of one hop in place of several. If all are permanent, that of the
	 * first one stays. With a temporary one among them, the whole may be kept no longer
	 * than each of them: a temporary hop that does not say is not kept at all.
	 * @param hops the hops
	 * @return the text; {@code null} if that of the first one stays
	 */
	static @Nullable String cache(List<Action.Redirect> hops) {
		String first = hops.get(0).cacheControl();
		if (first == null || hops.stream().allMatch((hop) -> hop.status().isPermanent())) {
			return null;
		}
		long shortest = hops.stream().mapToLong(Merging::seconds).min().orElse(0);
		if (shortest == seconds(hops.get(0))) {
			return null;
		}
		return (shortest < 0) ? NO_STORE : text(shortest);
	}

	/** How long a hop may be kept; negative for not at all. */
	private static long seconds(Action.Redirect hop) {
		String cache = hop.cacheControl();
		if (cache == null) {
			return hop.status().isPermanent() ? Long.MAX_VALUE : -1;
		}
		return cache.startsWith(MAX_AGE) ? Long.parseLong(cache.substring(MAX_AGE.length())) : -1;
	}

	private static String text(long seconds) {
		if (seconds > 0 && seconds % 86_400 == 0) {
			return seconds / 86_400 + "d";
		}
		if (seconds > 0 && seconds % 3_600 == 0) {
			return seconds / 3_600 + "h";
		}
		return (seconds > 0 && seconds % 60 == 0) ? seconds / 60 + "m" : seconds + "s";
	}

}
