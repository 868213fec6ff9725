package dev.reroute.rule;

/**
 * Where text of a rule stands.
 *
 * @param source a file, a bean or another name that a person can find
 * @param line the line, from 1; 0 if unknown
 * @param column the column, from 1; 0 if unknown
 */
public record Origin(String source, int line, int column) {

	/**
	 * An origin without a line.
	 * @param source the name
	 * @return the origin
	 */
	public static Origin of(String source) {
		return new Origin(source, 0, 0);
	}

	@Override
	public String toString() {
		if (this.line == 0) {
			return this.source;
		}
		return (this.column == 0) ? this.source + ":" + this.line : this.source + ":" + this.line + ":" + this.column;
	}

}
