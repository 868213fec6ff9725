package dev.reroute.importer;

/**
 * Something that the rule language cannot say exactly.
 */
public class NotTranslatableException extends Exception {

	/**
	 * Create with a reason.
	 * @param reason why, as an end of a sentence: {@code RE2 has no back-references}
	 */
	public NotTranslatableException(String reason) {
		super(reason);
	}

	public String reason() {
		return String.valueOf(getMessage());
	}

}
