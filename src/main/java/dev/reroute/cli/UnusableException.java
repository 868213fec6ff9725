package dev.reroute.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;

/**
 * A file that a command is of no use without. The message is what standard error gets.
 */
final class UnusableException extends Exception {

	private UnusableException(String message) {
		super(message, null, false, false);
	}

	/**
	 * A file that is not what it should be.
	 * @param message what is wrong; may hold text of the file
	 * @return the exception
	 */
	static UnusableException of(String message) {
		return of((err) -> err.println(Ink.PLAIN.text("reroute: " + message)));
	}

	/**
	 * A file with more to say about.
	 * @param report prints it
	 * @return the exception
	 */
	static UnusableException of(Consumer<PrintWriter> report) {
		StringWriter text = new StringWriter();
		PrintWriter err = new PrintWriter(text);
		report.accept(err);
		err.flush();
		return new UnusableException(text.toString());
	}

}
