package dev.reroute.importer;

import java.util.Arrays;
import java.util.regex.Pattern;

import dev.reroute.rule.RuleDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Captured text in the place of a whole parameter, as in {@code /find?$1}. Other systems
 * insert it as it is, so that {@code q=tea} becomes a parameter and its value; a rule
 * encodes the {@code =}.
 */
final class ParameterNames {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\*?([^{}*|]+)[^{}]*}");

	/** A regular expression that matches neither {@code =} nor what separates. */
	private static final String HARMLESS = "(?:\\\\[dw]|\\[[A-Za-z0-9_-]+]|[A-Za-z0-9_-]|[+*?]|\\{\\d[\\d,]*})+";

	private ParameterNames() {
	}

	/**
	 * Whether a target has captured text in such a place, and it is not sure that it has
	 * no {@code =}.
	 */
	static boolean mayHoldEquals(RuleDefinition rule) {
		return mayHoldEquals(rule, rule.redirect()) || mayHoldEquals(rule, rule.rewrite());
	}

	private static boolean mayHoldEquals(RuleDefinition rule, @Nullable String target) {
		int query = (target != null) ? target.indexOf('?') : -1;
		if (target == null || query < 0) {
			return false;
		}
		String parameters = target.substring(query + 1).replaceFirst("#.*", "");
		return Arrays.stream(parameters.split("&"))
			.map(PLACEHOLDER::matcher)
			.anyMatch((parameter) -> parameter.matches() && !isHarmless(rule.from(), parameter.group(1)));
	}

	private static boolean isHarmless(@Nullable String from, String name) {
		String bound = "\\{" + Pattern.quote(name) + ":" + HARMLESS + "}";
		return from != null && Pattern.compile(bound).matcher(from).find();
	}

}
