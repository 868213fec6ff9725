package dev.reroute.lint;

import java.util.List;

import dev.reroute.engine.Hop;
import dev.reroute.engine.UrlRequest;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Something that was proved about a valid rule set.
 *
 * @param code what it is
 * @param rule the rule that it is about
 * @param others other rules that take part, such as those that take its requests
 * @param witness a request that shows it, confirmed by the engine; {@code null} where the
 * text of the rule alone shows it
 * @param hops the redirects that the witness meets, where they matter
 * @param message what was found, a sentence without a full stop
 * @param suggestion how to mend it, a sentence without a full stop
 */
public record Finding(FindingCode code, Rule rule, List<Rule> others, @Nullable UrlRequest witness, List<Hop> hops,
		String message, String suggestion) {

	public Severity severity() {
		return this.code.severity();
	}

	/** One line: {@code rules.yaml:3:5: error: loop: ...}. */
	@Override
	public String toString() {
		return this.rule.origin() + ": " + severity() + ": " + this.code + ": " + this.message;
	}

}
