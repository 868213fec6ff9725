package dev.reroute.flatten;

/**
 * Whether something holds for the requests that a rule serves.
 */
enum Certainty {

	/** For none of them. */
	NEVER,

	/** For some, or nothing is known. */
	MAYBE,

	/** For all of them. */
	SURE;

	Certainty and(Certainty other) {
		return (compareTo(other) < 0) ? this : other;
	}

	static Certainty of(boolean holds) {
		return holds ? SURE : NEVER;
	}

}
