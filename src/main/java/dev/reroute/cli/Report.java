package dev.reroute.cli;

import java.io.PrintWriter;

/**
 * Prints what {@code check} found.
 */
interface Report {

	void print(CheckResult result, PrintWriter out);

}
