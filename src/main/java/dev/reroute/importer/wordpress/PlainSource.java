package dev.reroute.importer.wordpress;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.LiteralText;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.PlainUrl;
import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleBuilder;

/**
 * A source that is no regular expression.
 *
 * @param url the URL
 * @param flags how it is matched
 */
record PlainSource(PlainUrl url, Redirection.Flags flags) {

	/** The plugin keeps sources decoded, so that these are text. */
	private static final Pattern PLAIN_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

	static PlainSource of(Redirection redirection) throws NotTranslatableException {
		String text = PLAIN_PERCENT.matcher(redirection.url()).replaceAll("%25");
		boolean absolute = text.startsWith("http://") || text.startsWith("https://");
		PlainUrl url = PlainUrl.parse((absolute || text.startsWith("/")) ? text : "/" + text);
		// of a whole URL the host is compared, and nothing else
		String origin = url.origin().replaceFirst("(?i)^https?:", "").replaceFirst(":\\d+$", "");
		return new PlainSource(new PlainUrl(origin, url.path(), url.query()), redirection.flags());
	}

	RuleBuilder rule() {
		RuleBuilder rule = Rule.from(this.url.source());
		if (this.flags.ignoreCase()) {
			rule.ignoreCase();
		}
		return this.flags.ignoreTrailingSlash() ? rule.ignoreTrailingSlash() : rule;
	}

	/** Whether the query goes along, or there is none. */
	boolean leavesQuery() {
		return this.flags.query().equals(Redirection.Flags.PASS)
				|| (this.flags.query().startsWith(Redirection.Flags.EXACT) && (this.url.query() == null));
	}

	void addTo(ForeignConditions conditions) throws NotTranslatableException {
		Map<String, String> parameters = this.url.parameters();
		if (this.flags.query().equals(Redirection.Flags.EXACT_ORDER) && !parameters.isEmpty()) {
			conditions.queryString(false, List.of(inOrder(String.valueOf(this.url.query()))));
			return;
		}
		for (Map.Entry<String, String> parameter : parameters.entrySet()) {
			conditions.parameter(false, parameter.getKey(), List.of(text(parameter.getValue())));
		}
		switch (this.flags.query()) {
			case Redirection.Flags.EXACT, Redirection.Flags.EXACT_ORDER ->
				PlainUrl.addOnlyQuery(parameters, conditions);
			case "ignore", Redirection.Flags.PASS -> {
			}
			default -> throw new NotTranslatableException(
					"its 'flag_query' is '" + this.flags.query() + "', which is not known");
		}
	}

	private String inOrder(String query) throws NotTranslatableException {
		if (!query.matches("[A-Za-z0-9._~=&/:,-]*")) {
			throw new NotTranslatableException(
					"the order counts in its query, which holds characters that may be sent encoded or not");
		}
		return text(query);
	}

	private String text(String value) {
		return this.flags.ignoreCase() ? LiteralText.conditionIgnoringCase(value) : LiteralText.condition(value);
	}

}
