package dev.reroute.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleBuilder;

/**
 * Gathers conditions that must hold together. A rule has one list of alternatives for
 * each thing that it looks at, and one {@code not}; what does not fit into that is
 * refused.
 */
public final class ForeignConditions {

	private final Map<String, List<String>> wanted = new LinkedHashMap<>();

	private final Map<String, List<String>> unwanted = new LinkedHashMap<>();

	private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private final Map<String, List<String>> unwantedHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private final Map<String, List<String>> cookies = new LinkedHashMap<>();

	private final Map<String, List<String>> unwantedCookies = new LinkedHashMap<>();

	private final Map<String, List<String>> parameters = new LinkedHashMap<>();

	private final Map<String, List<String>> unwantedParameters = new LinkedHashMap<>();

	/**
	 * A copy, to add alternatives to.
	 * @return the same conditions
	 */
	public ForeignConditions copy() {
		ForeignConditions copy = new ForeignConditions();
		copy.wanted.putAll(this.wanted);
		copy.unwanted.putAll(this.unwanted);
		copy.headers.putAll(this.headers);
		copy.unwantedHeaders.putAll(this.unwantedHeaders);
		copy.cookies.putAll(this.cookies);
		copy.unwantedCookies.putAll(this.unwantedCookies);
		copy.parameters.putAll(this.parameters);
		copy.unwantedParameters.putAll(this.unwantedParameters);
		return copy;
	}

	public void host(boolean not, List<String> hosts) throws NotTranslatableException {
		gather("host", not, hosts);
	}

	/**
	 * The hosts that there may be so far.
	 * @return the hosts; none if there may be others than these
	 */
	public List<String> literalHosts() {
		List<String> hosts = this.wanted.getOrDefault("host", List.of());
		return hosts.stream().allMatch((host) -> host.matches("[^*{}]+")) ? hosts : List.of();
	}

	/**
	 * Leave only some of the hosts that there may be.
	 * @param hosts some of {@link #literalHosts()}
	 */
	public void onlyHosts(List<String> hosts) {
		this.wanted.put("host", List.copyOf(hosts));
	}

	public void method(boolean not, List<String> methods) throws NotTranslatableException {
		gather("method", not, methods);
	}

	public void scheme(boolean not, String scheme) throws NotTranslatableException {
		gather("scheme", not, List.of(scheme));
	}

	public void path(boolean not, List<String> paths) throws NotTranslatableException {
		gather("path", not, paths);
	}

	public void queryString(boolean not, List<String> queries) throws NotTranslatableException {
		gather("query-string", not, queries);
	}

	public void client(boolean not, List<String> ranges) throws NotTranslatableException {
		gather("client", not, ranges);
	}

	/**
	 * No parameters but these.
	 * @param names the names; none for no query at all
	 * @throws NotTranslatableException if others were named before
	 */
	public void onlyQuery(List<String> names) throws NotTranslatableException {
		gather("only-query", false, names.isEmpty() ? List.of("none") : names);
	}

	public void header(boolean not, String name, List<String> values) throws NotTranslatableException {
		gather(not ? this.unwantedHeaders : this.headers, not, name, "the header " + name, values);
	}

	public void cookie(boolean not, String name, List<String> values) throws NotTranslatableException {
		gather(not ? this.unwantedCookies : this.cookies, not, name, "the cookie " + name, values);
	}

	public void parameter(boolean not, String name, List<String> values) throws NotTranslatableException {
		gather(not ? this.unwantedParameters : this.parameters, not, name, "the parameter " + name, values);
	}

	private void gather(String key, boolean not, List<String> values) throws NotTranslatableException {
		gather(not ? this.unwanted : this.wanted, not, key, "the " + key, values);
	}

	/** Of what is unwanted none may hold, so that more of it is no contradiction. */
	private static void gather(Map<String, List<String>> all, boolean not, String key, String what, List<String> values)
			throws NotTranslatableException {
		List<String> before = all.get(key);
		if (before == null || before.equals(values)) {
			all.put(key, List.copyOf(values));
		}
		else if (not) {
			List<String> both = new ArrayList<>(before);
			both.addAll(values);
			all.put(key, List.copyOf(both));
		}
		else {
			throw new NotTranslatableException("a rule has no two conditions on " + what + " that both must hold");
		}
	}

	/**
	 * Give the conditions to a rule that has none yet.
	 * @param rule the rule
	 * @return the rule
	 */
	public RuleBuilder applyTo(RuleBuilder rule) {
		apply(rule, this.wanted, this.headers, this.cookies, this.parameters);
		boolean none = this.unwanted.isEmpty() && this.unwantedHeaders.isEmpty() && this.unwantedCookies.isEmpty()
				&& this.unwantedParameters.isEmpty();
		if (!none) {
			RuleBuilder not = Rule.from("/");
			apply(not, this.unwanted, this.unwantedHeaders, this.unwantedCookies, this.unwantedParameters);
			rule.not(not.conditions());
		}
		return rule;
	}

	private static void apply(RuleBuilder rule, Map<String, List<String>> plain, Map<String, List<String>> headers,
			Map<String, List<String>> cookies, Map<String, List<String>> parameters) {
		plain.forEach((key, values) -> {
			String[] all = values.toArray(String[]::new);
			switch (key) {
				case "host" -> rule.host(all);
				case "method" -> rule.method(all);
				case "scheme" -> values.forEach(rule::scheme);
				case "path" -> rule.path(all);
				case "query-string" -> rule.queryString(all);
				case "only-query" -> rule.onlyQuery(all);
				case "client" -> rule.client(all);
				default -> throw new IllegalStateException(key);
			}
		});
		headers.forEach((name, values) -> rule.header(name, values.toArray(String[]::new)));
		cookies.forEach((name, values) -> rule.cookie(name, values.toArray(String[]::new)));
		parameters.forEach((name, values) -> rule.parameter(name, values.toArray(String[]::new)));
	}

}
