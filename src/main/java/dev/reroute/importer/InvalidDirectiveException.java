package dev.reroute.importer;

/**
 * Something that is wrong in the foreign language itself.
 */
public final class InvalidDirectiveException extends Exception {

	/**
	 * Create with what would have been right.
	 * @param expected what, as a noun: {@code a target behind the source}
	 */
	public InvalidDirectiveException(String expected) {
		super(expected);
	}

	public String expected() {
		return String.valueOf(getMessage());
	}

}
