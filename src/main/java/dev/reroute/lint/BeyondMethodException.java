package dev.reroute.lint;

/**
 * A question that automata cannot answer, or not at a reasonable cost. Nothing is claimed
 * then; the question is counted.
 */
final class BeyondMethodException extends Exception {

	private static final long serialVersionUID = 1;

	BeyondMethodException(String message) {
		super(message, null, false, false);
	}

}
