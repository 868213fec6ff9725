package dev.reroute.importer.apache;

import java.util.List;

import dev.reroute.importer.NotTranslatableException;

/**
 * Conditions for which there is nothing in the rule language, and why.
 */
final class UnsayableConditions {

	private UnsayableConditions() {
	}

	/**
	 * Refuse conditions that ask for something that no rule can ask for.
	 * @param conditions the conditions
	 * @throws NotTranslatableException if there is one
	 */
	static void refuse(List<RewriteCond> conditions) throws NotTranslatableException {
		for (RewriteCond condition : conditions) {
			if (condition.isTest()) {
				throw new NotTranslatableException(reasonOfTest(condition));
			}
			if (condition.pattern().startsWith("<") || condition.pattern().startsWith(">")) {
				throw new NotTranslatableException("it compares texts by the alphabet");
			}
			if (condition.test().equalsIgnoreCase("expr")) {
				throw new NotTranslatableException("it is an expression ('expr')");
			}
		}
	}

	private static String reasonOfTest(RewriteCond condition) {
		return switch (condition.pattern()) {
			case "-f", "-d", "-s", "-l", "-x", "-F", "-h", "-L", "-U" ->
				"it asks whether there is such a file ('" + condition.pattern() + "'), and a rule knows no files";
			default -> "it compares numbers ('" + condition.pattern() + "')";
		};
	}

	/**
	 * Why a condition cannot be said.
	 * @param condition a condition on a variable that no rule knows
	 * @return the end of a sentence
	 */
	static String reason(RewriteCond condition) {
		String variable = condition.variable();
		if (variable == null) {
			return "its condition looks at more than one variable ('" + condition.test() + "')";
		}
		return switch (variable) {
			case "REQUEST_FILENAME", "SCRIPT_FILENAME", "DOCUMENT_ROOT" ->
				"its condition looks at a file's name, and a rule knows no files";
			case "THE_REQUEST" -> "its condition looks at the request line as it was sent";
			default -> "its condition looks at '%{" + variable + "}', and no rule can";
		};
	}

}
