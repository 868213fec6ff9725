package dev.reroute.importer.nextjs;

/**
 * A path that path-to-regexp would not take.
 */
final class InvalidPathException extends Exception {

	/**
	 * Create with what would have been right.
	 * @param expected as in {@link dev.reroute.importer.Directive#isInvalid}
	 */
	InvalidPathException(String expected) {
		super(expected);
	}

	String expected() {
		return String.valueOf(getMessage());
	}

}
