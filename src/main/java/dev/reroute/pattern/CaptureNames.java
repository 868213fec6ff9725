package dev.reroute.pattern;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that a placeholder may use.
 *
 * @param all all names
 * @param rests those of them whose value is empty or starts with {@code /}:
 * {@code {*name}} and {@code {path}}
 */
public record CaptureNames(Set<String> all, Set<String> rests) {

	/** No names. */
	public static final CaptureNames NONE = new CaptureNames(Set.of(), Set.of());

	/** Names that are always there. */
	public static final CaptureNames BUILT_IN = new CaptureNames(Set.of("scheme", "host", "path"), Set.of("path"));

	static CaptureNames of(List<String> names, Set<String> rests) {
		return names.isEmpty() ? NONE : new CaptureNames(Set.copyOf(names), rests);
	}

	/**
	 * These names and others.
	 * @param others the others
	 * @return all of them
	 * @throws InvalidTextException if a name is in both
	 */
	public CaptureNames and(CaptureNames others) {
		List<String> twice = new ArrayList<>(this.all);
		twice.retainAll(others.all);
		if (!twice.isEmpty()) {
			throw new InvalidTextException("duplicate-name", -1, "a name that nothing else binds",
					InvalidTextException.quoted(twice.get(0)));
		}
		int bound = this.all.size() + others.all.size()
				- (this.all.containsAll(BUILT_IN.all) ? BUILT_IN.all.size() : 0);
		if (bound > Limits.CAPTURES) {
			throw new InvalidTextException("too-many-captures", -1, "at most " + Limits.CAPTURES + " names",
					bound + " names");
		}
		return new CaptureNames(union(this.all, others.all), union(this.rests, others.rests));
	}

	private static Set<String> union(Set<String> one, Set<String> other) {
		Set<String> union = new LinkedHashSet<>(one);
		union.addAll(other);
		return union;
	}

	String listed() {
		return String.join(", ", new TreeSet<>(this.all).stream().map((name) -> "{" + name + "}").toList());
	}

}
