package dev.reroute.flatten;

import java.io.IOException;

/**
 * Changes redirects in the text of a rule file.
 */
interface RuleEditor {

	/**
	 * Whether a rule can be changed.
	 * @param position its position among all rules of the file, those included that are
	 * not enabled
	 * @param rule what it is to become
	 * @return whether the text has a place for it
	 */
	boolean canChange(int position, FlattenedRule rule);

	/**
	 * Change a rule.
	 * @param position its position
	 * @param rule what it becomes; that must be possible
	 */
	void change(int position, FlattenedRule rule);

	/**
	 * How many rules the text has.
	 * @return the number
	 */
	int size();

	/**
	 * The text with all changes.
	 * @return the text
	 */
	String text();

	/**
	 * Choose by the name of the file, as a reader does.
	 * @param format the extension in lower case
	 * @param text the text, which was read without problems before
	 * @return the editor
	 * @throws IOException if the text cannot be read after all
	 */
	static RuleEditor of(String format, String text) throws IOException {
		return switch (format) {
			case "json" -> new JsonEditor(text);
			case "csv" -> new CsvEditor(text);
			default -> new YamlEditor(text);
		};
	}

}
