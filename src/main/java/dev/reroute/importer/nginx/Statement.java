package dev.reroute.importer.nginx;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A directive of a configuration, as it was written.
 *
 * @param name the name
 * @param arguments the words behind it, without quotes
 * @param line the line in which it begins
 * @param text the directive without its block
 * @param comment the comment that stands above or behind it, or {@code null}
 * @param block what stands in its braces; {@code null} if it has none
 */
record Statement(String name, List<String> arguments, int line, String text, @Nullable String comment,
		@Nullable List<Statement> block) {

	/** What stands in its braces; none if there are no braces. */
	List<Statement> body() {
		return (this.block != null) ? this.block : List.of();
	}

	/** The word at an index, or empty text. */
	String argument(int index) {
		return (index < this.arguments.size()) ? this.arguments.get(index) : "";
	}

	/** Whether it decides what happens to a request, rather than how it is answered. */
	boolean isCode() {
		return switch (this.name) {
			case "if", "return", "rewrite", "set", "break" -> true;
			default -> false;
		};
	}

}
