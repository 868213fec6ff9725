package dev.reroute.importer;

/**
 * Reads one foreign format.
 */
@FunctionalInterface
public interface RuleImporter {

	/**
	 * Read a text. Bad content is told to the log and never thrown.
	 * @param text the text, without a byte order mark
	 * @param log where directives, rules and problems go
	 */
	void read(String text, ImportLog log);

}
