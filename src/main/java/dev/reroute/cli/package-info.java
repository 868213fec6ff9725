/**
 * The command line: {@code java -jar reroute-exec.jar COMMAND}. A command reads rule
 * files and asks the linter or the engine, in a process of its own and without a server.
 * {@link dev.reroute.cli.Commands} is the way in; each command is one class; what a
 * command found and how it is printed (as text, JSON, CSV or SARIF) are classes apart.
 */
@NullMarked
package dev.reroute.cli;

import org.jspecify.annotations.NullMarked;
