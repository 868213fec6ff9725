package dev.reroute.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleBuilder;

/**
 * Gathers conditions that must hold together. A rule has one list of alternatives for
 * each thing that it looks at, and one {@code not}; what does not fit into that is
 * refused.
 */
public final class ForeignConditions {

	private final Side wanted;

	private final Side unwanted;

	/** Without any condition. */
	public ForeignConditions() {
		this(new Side(), new Side());
	}

	private ForeignConditions(Side wanted, Side unwanted) {
		this.wanted = wanted;
		this.unwanted = unwanted;
	}

	/**
	 * A copy, to add alternatives to.
	 * @return the same conditions
	 */
	public ForeignConditions copy() {
		return new ForeignConditions(this.wanted.copy(), this.unwanted.copy());
	}

	public void host(boolean not, List<String> hosts) throws NotTranslatableException {
		gather(Key.HOST, not, hosts);
	}

	/**
	 * The hosts that there may be so far.
	 * @return the hosts; none if there may be others than these
	 */
	public List<String> literalHosts() {
		List<String> hosts = this.wanted.plain.getOrDefault(Key.HOST, List.of());
		return hosts.stream().allMatch((host) -> host.matches("[^*{}]+")) ? hosts : List.of();
	}

	/**
	 * Leave only some of the hosts that there may be.
	 * @param hosts some of {@link #literalHosts()}
	 */
	public void onlyHosts(List<String> hosts) {
		this.wanted.plain.put(Key.HOST, List.copyOf(hosts));
	}

	public void method(boolean not, List<String> methods) throws NotTranslatableException {
		gather(Key.METHOD, not, methods);
	}

	public void scheme(boolean not, String scheme) throws NotTranslatableException {
		gather(Key.SCHEME, not, List.of(scheme));
	}

	public void path(boolean not, List<String> paths) throws NotTranslatableException {
		gather(Key.PATH, not, paths);
	}

	public void queryString(boolean not, List<String> queries) throws NotTranslatableException {
		gather(Key.QUERY_STRING, not, queries);
	}

	public void client(boolean not, List<String> ranges) throws NotTranslatableException {
		gather(Key.CLIENT, not, ranges);
	}

	/**
	 * No parameters but these.
	 * @param names the names; none for no query at all
	 * @throws NotTranslatableException if others were named before
	 */
	public void onlyQuery(List<String> names) throws NotTranslatableException {
		gather(Key.ONLY_QUERY, false, names.isEmpty() ? List.of("none") : names);
	}

	public void header(boolean not, String name, List<String> values) throws NotTranslatableException {
		gather(side(not).headers, not, name, "the header " + name, values);
	}

	public void cookie(boolean not, String name, List<String> values) throws NotTranslatableException {
		gather(side(not).cookies, not, name, "the cookie " + name, values);
	}

	public void parameter(boolean not, String name, List<String> values) throws NotTranslatableException {
		gather(side(not).parameters, not, name, "the parameter " + name, values);
	}

	private Side side(boolean not) {
		return not ? this.unwanted : this.wanted;
	}

	private void gather(Key key, boolean not, List<String> values) throws NotTranslatableException {
		gather(side(not).plain, not, key, "the " + key, values);
	}

	/** Of what is unwanted none may hold, so that more of it is no contradiction. */
	private static <K> void gather(Map<K, List<String>> all, boolean not, K key, String what, List<String> values)
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
		this.wanted.applyTo(rule);
		if (!this.unwanted.isEmpty()) {
			RuleBuilder not = Rule.from("/");
			this.unwanted.applyTo(not);
			rule.not(not.conditions());
		}
		return rule;
	}

	/** What a rule looks at that has no name of its own. */
	private enum Key {

		HOST(RuleBuilder::host), METHOD(RuleBuilder::method),
		SCHEME((rule, schemes) -> List.of(schemes).forEach(rule::scheme)), PATH(RuleBuilder::path),
		QUERY_STRING(RuleBuilder::queryString), ONLY_QUERY(RuleBuilder::onlyQuery), CLIENT(RuleBuilder::client);

		@SuppressWarnings("ImmutableEnumChecker")
		private final BiConsumer<RuleBuilder, String[]> setter;

		Key(BiConsumer<RuleBuilder, String[]> setter) {
			this.setter = setter;
		}

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/** What must hold, or must not. */
	private static final class Side {

		private final Map<Key, List<String>> plain = new LinkedHashMap<>();

		private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

		private final Map<String, List<String>> cookies = new LinkedHashMap<>();

		private final Map<String, List<String>> parameters = new LinkedHashMap<>();

		Side copy() {
			Side copy = new Side();
			copy.plain.putAll(this.plain);
			copy.headers.putAll(this.headers);
			copy.cookies.putAll(this.cookies);
			copy.parameters.putAll(this.parameters);
			return copy;
		}

		boolean isEmpty() {
			return this.plain.isEmpty() && this.headers.isEmpty() && this.cookies.isEmpty()
					&& this.parameters.isEmpty();
		}

		void applyTo(RuleBuilder rule) {
			this.plain.forEach((key, values) -> key.setter.accept(rule, values.toArray(String[]::new)));
			this.headers.forEach((name, values) -> rule.header(name, values.toArray(String[]::new)));
			this.cookies.forEach((name, values) -> rule.cookie(name, values.toArray(String[]::new)));
			this.parameters.forEach((name, values) -> rule.parameter(name, values.toArray(String[]::new)));
		}

	}

}
