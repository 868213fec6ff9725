package dev.reroute.flatten;

import org.jspecify.annotations.Nullable;

/**
 * A part of a path that is only partly known.
 */
sealed interface Part {

	/**
	 * A fixed text.
	 *
	 * @param text path text
	 */
	record Text(String text) implements Part {

	}

	/**
	 * What the first rule of a chain binds to a name.
	 *
	 * @param name the name
	 * @param kind what is known of it
	 * @param regex what it matches as a segment; {@code null} if it is not known
	 */
	record Value(String name, Kind kind, @Nullable String regex) implements Part {

	}

	/** What is known of a value. */
	enum Kind {

		/** A whole segment of the request's path: not empty, no dot segment. */
		SEGMENT,

		/** Not empty, no separator. */
		WORD,

		/** No separator. */
		PART,

		/** Nothing, or a separator and whatever follows: whole segments of the path. */
		REST,

		/** Anything. */
		ANY;

		boolean mayBeEmpty() {
			return this == PART || this == REST || this == ANY;
		}

		/** Whether it never has or lacks a separator in the wrong place. */
		boolean isWhole() {
			return this == SEGMENT || this == REST;
		}

	}

}
