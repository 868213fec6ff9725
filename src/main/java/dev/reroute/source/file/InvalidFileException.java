package dev.reroute.source.file;

import java.io.IOException;

import dev.reroute.rule.Problem;

/**
 * A file that cannot be read as rules at all.
 */
final class InvalidFileException extends IOException {

	private final transient Problem problem;

	InvalidFileException(Problem problem) {
		super(problem.toString());
		this.problem = problem;
	}

	Problem problem() {
		return this.problem;
	}

}
