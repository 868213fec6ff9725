package dev.reroute.importer.nginx;

/**
 * A part of a {@link Value}.
 */
sealed interface Piece {

	/**
	 * Text as it is.
	 *
	 * @param text the text
	 */
	record Text(String text) implements Piece {

	}

	/**
	 * What a group of a regular expression found.
	 *
	 * @param test the test that searched
	 * @param number the number of the group
	 */
	record Group(Test test, int number) implements Piece {

	}

	/**
	 * A variable of the request.
	 *
	 * @param name the name, such as {@code uri}
	 */
	record Variable(String name) implements Piece {

	}

}
