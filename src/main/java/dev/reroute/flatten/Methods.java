package dev.reroute.flatten;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import dev.reroute.rule.Condition;
import dev.reroute.rule.RedirectStatus;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The methods that are possible on the way; {@code null} stands for any.
 */
final class Methods {

	private Methods() {
	}

	static @Nullable Set<String> of(Rule rule) {
		Set<String> methods = null;
		for (Condition condition : rule.conditions()) {
			if (condition instanceof Condition.Method method) {
				Set<String> both = new HashSet<>(method.methods());
				if (methods != null) {
					both.retainAll(methods);
				}
				methods = both;
			}
		}
		return methods;
	}

	/** What browsers make of a method (RFC 9110 section 15.4). */
	static @Nullable Set<String> after(RedirectStatus status, @Nullable Set<String> methods) {
		if (status == RedirectStatus.SEE_OTHER && methods == null) {
			return Set.of("GET", "HEAD");
		}
		if (methods == null || status.keepsMethod()) {
			return methods;
		}
		return methods.stream().map(status::methodAfter).collect(Collectors.toSet());
	}

}
