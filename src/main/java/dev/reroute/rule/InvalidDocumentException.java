package dev.reroute.rule;

/**
 * A text that has not the structure that was expected, such as one that is not JSON.
 */
public final class InvalidDocumentException extends Exception {

	private final transient Problem problem;

	InvalidDocumentException(Problem problem) {
		super(problem.toString());
		this.problem = problem;
	}

	/**
	 * What is wrong, and where.
	 * @return the problem
	 */
	public Problem problem() {
		return this.problem;
	}

}
