package dev.reroute.pattern;

/**
 * A piece of a target's path.
 */
public sealed interface TargetPiece {

	/**
	 * A fixed text.
	 *
	 * @param text path text
	 */
	record Text(String text) implements TargetPiece {

	}

	/**
	 * The value of a placeholder.
	 *
	 * @param name its name
	 * @param changed whether a function changes the value
	 */
	record Value(String name, boolean changed) implements TargetPiece {

	}

}
