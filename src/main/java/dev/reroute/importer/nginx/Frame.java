package dev.reroute.importer.nginx;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A place among the statements of a block.
 *
 * @param statements the statements
 * @param index of the next one
 * @param outer where it goes on behind the block, or {@code null}
 * @param entry how the block was entered; {@code null} if it has no other way around it
 */
record Frame(List<Statement> statements, int index, @Nullable Frame outer, @Nullable Flow entry) {

	boolean isAtEnd() {
		return this.index >= this.statements.size();
	}

	Statement statement() {
		return this.statements.get(this.index);
	}

	Frame next() {
		return new Frame(this.statements, this.index + 1, this.outer, this.entry);
	}

}
