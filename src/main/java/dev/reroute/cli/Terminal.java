package dev.reroute.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import picocli.CommandLine.Help.Ansi;

/**
 * Whether somebody looks on.
 */
final class Terminal {

	/** What Linux has opened as standard error. */
	private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

	private Terminal() {
	}

	/**
	 * Whether standard error is a terminal that can go back to the start of a line. The
	 * JDK knows only of input and output together; where the system cannot be asked, that
	 * has to do.
	 * @return whether it is
	 */
	static boolean isStandardError() {
		if ("dumb".equals(System.getenv("TERM"))) {
			return false;
		}
		try {
			String file = Files.readSymbolicLink(STANDARD_ERROR).toString();
			return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty") || file.equals("/dev/console");
		}
		catch (IOException | UnsupportedOperationException ex) {
			return Ansi.AUTO.enabled();
		}
	}

}
