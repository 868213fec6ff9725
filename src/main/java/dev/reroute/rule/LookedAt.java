package dev.reroute.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the conditions looked at for one request, in vain or not: a cache must know of it.
 * Nothing is allocated for a request none of whose candidates has such a condition.
 */
public final class LookedAt {

	private @Nullable Set<String> headers;

	private boolean uncacheable;

	void add(Condition condition) {
		Set<String> more = condition.headersLookedAt();
		if (!more.isEmpty()) {
			this.headers = (this.headers != null) ? this.headers : new LinkedHashSet<>();
			this.headers.addAll(more);
		}
		this.uncacheable |= condition.isUncacheable();
	}

	/**
	 * The request headers, for {@code Vary} (RFC 9110 section 12.5.5).
	 * @return header names
	 */
	public List<String> headers() {
		return (this.headers != null) ? List.copyOf(this.headers) : List.of();
	}

	/**
	 * Whether the answer depends on who asks or when, which no cache can know.
	 * @return whether an answer must not be stored unless a rule says so
	 */
	public boolean isUncacheable() {
		return this.uncacheable;
	}

}
