package dev.reroute.cli;

import dev.reroute.engine.UrlRequest;
import dev.reroute.lint.Finding;
import dev.reroute.rule.Condition;

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
		for (Condition condition : finding.rule().conditions()) {
			if (condition instanceof Condition.Client) {
				text.append(" --client ").append(witness.client());
			}
			else if (condition instanceof Condition.Time) {
				text.append(" --at ").append(witness.time());
			}
		}
		return text.toString();
	}

}
