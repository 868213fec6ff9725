package dev.reroute.importer.netlify;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.LiteralText;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.PlainUrl;
import dev.reroute.importer.pages.PagePath;
import dev.reroute.importer.pages.PageRule;

/**
 * The parameters that a query must have: exactly these.
 *
 * <pre>
 * pair = name "=" ( ":" placeholder | text )
 * </pre>
 *
 * @param names the names of the parameters
 * @param placeholders the placeholder of those that bind one
 * @param texts the text of the others
 */
record QueryPairs(Set<String> names, Map<String, String> placeholders, Map<String, String> texts) {

	private static final Pattern PLACEHOLDER = Pattern.compile(":([A-Za-z_]\\w*)");

	/**
	 * What would have to be decoded, or means something else in the text of a condition.
	 */
	private static final Pattern UNCLEAR = Pattern.compile("[%+{}&#]");

	static QueryPairs parse(List<Map.Entry<String, String>> pairs, PagePath path) throws NotTranslatableException {
		Map<String, String> placeholders = new LinkedHashMap<>();
		Map<String, String> texts = new LinkedHashMap<>();
		Set<String> names = new LinkedHashSet<>();
		for (Map.Entry<String, String> pair : pairs) {
			String text = pair.getKey() + "=" + pair.getValue();
			if (pair.getKey().isEmpty() || pair.getKey().indexOf('*') >= 0 || UNCLEAR.matcher(text).find()) {
				throw new NotTranslatableException("nothing is known of how '" + text + "' is compared");
			}
			names.add(pair.getKey());
			Matcher placeholder = PLACEHOLDER.matcher(pair.getValue());
			if (!placeholder.matches()) {
				texts.put(pair.getKey(), pair.getValue());
			}
			else if (placeholders.containsValue(placeholder.group(1)) || path.names().contains(placeholder.group(1))) {
				throw new NotTranslatableException("it binds '" + pair.getValue() + "' twice");
			}
			else {
				placeholders.put(pair.getKey(), placeholder.group(1));
			}
		}
		return new QueryPairs(names, placeholders, texts);
	}

	Set<String> bound() {
		return new LinkedHashSet<>(this.placeholders.values());
	}

	void addTo(ForeignConditions conditions, PageRule rule) throws NotTranslatableException {
		for (String name : this.names) {
			String placeholder = this.placeholders.get(name);
			conditions.parameter(false, name, List.of((placeholder != null) ? rule.placeholder(placeholder)
					: LiteralText.condition(this.texts.getOrDefault(name, ""))));
		}
		if (!this.names.isEmpty()) {
			Map<String, String> parameters = new LinkedHashMap<>();
			this.names.forEach((name) -> parameters.put(name, ""));
			PlainUrl.addOnlyQuery(parameters, conditions);
		}
	}

}
