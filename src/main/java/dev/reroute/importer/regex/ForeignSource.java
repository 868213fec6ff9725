package dev.reroute.importer.regex;

import java.util.List;
import java.util.Map;

import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleBuilder;

/**
 * What a regular expression became.
 *
 * @param isRegex whether it is still one
 * @param text a path pattern or a regular expression
 * @param ignoreCase whether case makes no difference
 * @param ignoreTrailingSlash whether a slash at the end makes no difference
 * @param placeholders what stands in a target for each group, such as <code>{1}</code>
 * @param paths of these conditions on the path one must hold, unless there are none
 * @param notPaths of these conditions on the path none may hold
 */
public record ForeignSource(boolean isRegex, String text, boolean ignoreCase, boolean ignoreTrailingSlash,
		Map<Integer, String> placeholders, List<String> paths, List<String> notPaths) {

	/**
	 * Begin a rule.
	 * @return a rule with this source, yet without the conditions
	 */
	public RuleBuilder rule() {
		RuleBuilder rule = this.isRegex ? Rule.fromRegex(this.text) : Rule.from(this.text);
		if (this.ignoreCase) {
			rule.ignoreCase();
		}
		return this.ignoreTrailingSlash ? rule.ignoreTrailingSlash() : rule;
	}

	/**
	 * Add the conditions on the path to those of a rule.
	 * @param conditions the conditions
	 * @throws NotTranslatableException if there is another one on the path already
	 */
	public void addTo(ForeignConditions conditions) throws NotTranslatableException {
		if (!this.paths.isEmpty()) {
			conditions.path(false, this.paths);
		}
		if (!this.notPaths.isEmpty()) {
			conditions.path(true, this.notPaths);
		}
	}

}
