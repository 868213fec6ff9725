package dev.reroute.cli;

import java.util.List;
import java.util.stream.Stream;

import dev.reroute.engine.Hop;
import dev.reroute.engine.UrlRequest;
import dev.reroute.lint.Finding;
import dev.reroute.rule.Condition;
import dev.reroute.rule.Rule;

/**
 * A witness as {@code explain} takes it: the URL, and the options that make up what a URL
 * cannot say.
 */
final class WitnessText {

	private WitnessText() {
	}

	static String of(UrlRequest witness, Finding finding) {
		StringBuilder text = new StringBuilder(witness.toString());
		witness.headers()
			.forEach((name, values) -> values
				.forEach((value) -> text.append(" --header '").append(name).append(": ").append(value).append('\'')));
		if (asksFor(Condition.Client.class, finding)) {
			text.append(" --client ").append(witness.client());
		}
		if (asksFor(Condition.Time.class, finding)) {
			text.append(" --at ").append(witness.time());
		}
		return text.toString();
	}

	/** Whether a rule that takes part looks at what only an option can say. */
	private static boolean asksFor(Class<? extends Condition> kind, Finding finding) {
		Stream<Rule> rules = Stream
			.of(Stream.of(finding.rule()), finding.others().stream(), finding.hops().stream().map(Hop::rule))
			.flatMap((some) -> some);
		return rules.anyMatch((rule) -> asksFor(kind, rule.conditions()));
	}

	private static boolean asksFor(Class<? extends Condition> kind, List<Condition> conditions) {
		return conditions.stream()
			.anyMatch((condition) -> kind.isInstance(condition)
					|| (condition instanceof Condition.Not not && asksFor(kind, not.conditions())));
	}

}
