package dev.reroute.importer.nextjs;

/**
 * What stands in a rule for a parameter of a destination.
 *
 * @param placeholder such as <code>{id}</code> or <code>{*rest}</code>
 * @param kind what its value is
 */
record Parameter(String placeholder, Kind kind) {

	enum Kind {

		/** One text. */
		SINGLE,

		/** Segments with slashes between them: {@code a/b}. */
		SEGMENTS,

		/** Nothing, or segments with a slash in front of each: {@code /a/b}. */
		REST

	}

	boolean isSingle() {
		return this.kind == Kind.SINGLE;
	}

}
