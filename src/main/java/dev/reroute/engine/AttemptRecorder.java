package dev.reroute.engine;

import java.util.ArrayList;
import java.util.List;

import dev.reroute.pattern.Captures;
import dev.reroute.rule.Condition;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Notes every rule whose source matches, behind the first match as well.
 */
final class AttemptRecorder implements Recorder {

	private final List<Attempt> attempts = new ArrayList<>();

	private boolean decided;

	@Override
	public void failed(Rule rule, Captures captures, Condition failed) {
		this.attempts.add(new Attempt(rule, Attempt.Outcome.CONDITION_FAILED, captures.asMap(), failed));
	}

	@Override
	public void matched(Rule rule, Captures captures, @Nullable Decision decision) {
		Attempt.Outcome outcome = (decision == null) ? Attempt.Outcome.TARGET_REFUSED
				: this.decided ? Attempt.Outcome.STANDS_LATER : Attempt.Outcome.DECIDED;
		this.decided |= decision != null;
		this.attempts.add(new Attempt(rule, outcome, captures.asMap(), null));
	}

	@Override
	public boolean goesOn() {
		return true;
	}

	List<Attempt> attempts() {
		return List.copyOf(this.attempts);
	}

}
