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
		boolean keepsMethod = hops.stream().allMatch((hop) -> hop.status().keepsMethod());
		if (permanent) {
			return keepsMethod ? RedirectStatus.PERMANENT_REDIRECT : RedirectStatus.MOVED_PERMANENTLY;
		}
		if (hops.stream().anyMatch((hop) -> hop.status() == RedirectStatus.SEE_OTHER)) {
			return RedirectStatus.SEE_OTHER;
		}
		return keepsMethod ? RedirectStatus.TEMPORARY_REDIRECT : RedirectStatus.FOUND;
	}

	/**
	 * The {@code Cache-Control} of one hop in place of several. If all are permanent,
	 * that of the first one stays. With a temporary one among them, the whole may be kept
	 * no longer than each of them: a temporary hop that does not say is not kept at all.
	 * @param hops the hops
	 * @return the value; {@code null} for none, which is what the first one has then
	 */
	static @Nullable String cacheControl(List<Action.Redirect> hops) {
		String first = hops.get(0).cacheControl();
		if (first == null || hops.stream().allMatch((hop) -> hop.status().isPermanent())) {
			return first;
		}
		long shortest = hops.stream().mapToLong(Merging::seconds).min().orElse(-1);
		return (shortest < 0) ? NO_STORE : MAX_AGE + shortest;
	}

	/** How long a hop may be kept; negative for not at all. */
	private static long seconds(Action.Redirect hop) {
		String cache = hop.cacheControl();
		if (cache == null) {
			return hop.status().isPermanent() ? Long.MAX_VALUE : -1;
		}
		return cache.startsWith(MAX_AGE) ? Long.parseLong(cache.substring(MAX_AGE.length())) : -1;
	}

	/**
	 * A {@code Cache-Control} as a rule says it.
	 * @param cacheControl the value
	 * @return for instance {@code 5m}
	 */
	static String cacheText(String cacheControl) {
		if (!cacheControl.startsWith(MAX_AGE)) {
			return cacheControl;
		}
		long seconds = Long.parseLong(cacheControl.substring(MAX_AGE.length()));
		if (seconds > 0 && seconds % 86_400 == 0) {
			return seconds / 86_400 + "d";
		}
		if (seconds > 0 && seconds % 3_600 == 0) {
			return seconds / 3_600 + "h";
		}
		return (seconds > 0 && seconds % 60 == 0) ? seconds / 60 + "m" : seconds + "s";
	}

}
