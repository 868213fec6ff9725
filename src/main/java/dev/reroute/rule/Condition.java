package dev.reroute.rule;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.reroute.pattern.CaptureNames;
import dev.reroute.pattern.Captures;
import dev.reroute.pattern.TextPattern;
import org.jspecify.annotations.Nullable;

/**
 * An extra test on the request. Within a condition the alternatives are tried in order;
 * all conditions of a rule must hold. Its text is that of the rule language:
 * {@code method: GET, HEAD}.
 */
public sealed interface Condition {

	/**
	 * Test a request.
	 * @param request the request
	 * @param captures where names are bound
	 * @return whether the condition holds
	 */
	boolean test(RequestView request, Captures captures);

	/**
	 * What the request has where the condition looks.
	 * @param request the request
	 * @return text for people
	 */
	String got(RequestView request);

	/**
	 * The alternatives that may bind names.
	 * @return texts, one of which matches whenever the condition holds; possibly none
	 */
	default List<TextPattern> texts() {
		return List.of();
	}

	/**
	 * The names that are bound whenever the condition holds.
	 * @return the names
	 */
	default CaptureNames names() {
		return commonNames(texts());
	}

	/**
	 * The request headers that the test looks at, for {@code Vary}.
	 * @return header names
	 */
	default Set<String> headersLookedAt() {
		return Set.of();
	}

	/**
	 * Whether the answer depends on who asks or when, which no cache can know.
	 * @return whether it does
	 */
	default boolean isUncacheable() {
		return false;
	}

	private static String listed(Collection<?> values) {
		return values.isEmpty() ? "none" : values.stream().map(String::valueOf).collect(Collectors.joining(", "));
	}

	private static boolean anyMatches(List<TextPattern> patterns, List<String> values, Captures captures) {
		for (TextPattern pattern : patterns) {
			for (String value : values) {
				if (pattern.matches(value, captures)) {
					return true;
				}
			}
		}
		return false;
	}

	/** Only what every alternative binds is sure to be there. */
	private static CaptureNames commonNames(List<TextPattern> patterns) {
		if (patterns.isEmpty()) {
			return CaptureNames.NONE;
		}
		Set<String> common = new LinkedHashSet<>(patterns.get(0).names().all());
		patterns.forEach((pattern) -> common.retainAll(pattern.names().all()));
		return common.isEmpty() ? CaptureNames.NONE : new CaptureNames(common, Set.of());
	}

	/**
	 * The host that was asked.
	 *
	 * @param hosts the alternatives
	 */
	record Host(List<TextPattern> hosts) implements Condition {

		@Override
		public boolean test(RequestView request, Captures captures) {
			String host = request.host();
			for (TextPattern pattern : this.hosts) {
				if (pattern.matches(host, captures)) {
					return true;
				}
			}
			return false;
		}

		@Override
		public List<TextPattern> texts() {
			return this.hosts;
		}

		@Override
		public String got(RequestView request) {
			return request.host();
		}

		@Override
		public String toString() {
			return "host: " + listed(this.hosts);
		}

	}

	/**
	 * The port that was asked.
	 *
	 * @param port the port
	 */
	record Port(int port) implements Condition {

		@Override
		public boolean test(RequestView request, Captures captures) {
			return request.port() == this.port;
		}

		@Override
		public String got(RequestView request) {
			return Integer.toString(request.port());
		}

		@Override
		public String toString() {
			return "port: " + this.port;
		}

	}

	/**
	 * The method.
	 *
	 * @param methods the alternatives, upper case
	 */
	record Method(Set<String> methods) implements Condition {

		@Override
		public boolean test(RequestView request, Captures captures) {
			return this.methods.contains(request.method());
		}

		@Override
		public String got(RequestView request) {
			return request.method();
		}

		@Override
		public String toString() {
			return "method: " + listed(new TreeSet<>(this.methods));
		}

	}

	/**
	 * The scheme.
	 *
	 * @param schemes {@code http}, {@code https} or both
	 */
	record Scheme(Set<String> schemes) implements Condition {

		@Override
		public boolean test(RequestView request, Captures captures) {
			return this.schemes.contains(request.scheme());
		}

		@Override
		public String got(RequestView request) {
			return request.scheme();
		}

		@Override
		public String toString() {
			return "scheme: " + listed(new TreeSet<>(this.schemes));
		}

	}

	/**
	 * A header; one of its values must match.
	 *
	 * @param name the name
	 * @param values the alternatives
	 */
	record Header(String name, List<TextPattern> values) implements Condition {

		@Override
		public boolean test(RequestView request, Captures captures) {
			return anyMatches(this.values, request.headers(this.name), captures);
		}

		@Override
		public List<TextPattern> texts() {
			return this.values;
		}

		@Override
		public Set<String> headersLookedAt() {
			return Set.of(this.name);
		}

		@Override
		public String got(RequestView request) {
			return listed(request.headers(this.name));
		}

		@Override
		public String toString() {
			return "header " + this.name + ": " + listed(this.values);
		}

	}

	/**
	 * A cookie.
	 *
	 * @param name the name
	 * @param values the alternatives
	 */
	record Cookie(String name, List<TextPattern> values) implements Condition {

		@Override
		public boolean test(RequestView request, Captures captures) {
			return anyMatches(this.values, request.cookies(this.name), captures);
		}

		@Override
		public List<TextPattern> texts() {
			return this.values;
		}

		@Override
		public Set<String> headersLookedAt() {
			return Set.of("Cookie");
		}

		@Override
		public String got(RequestView request) {
			return listed(request.cookies(this.name));
		}

		@Override
		public String toString() {
			return "cookie " + this.name + ": " + listed(this.values);
		}

	}

	/**
	 * A parameter of the query; one of its values must match.
	 *
	 * @param name the decoded name
	 * @param values the alternatives
	 */
	record Parameter(String name, List<TextPattern> values) implements Condition {

		@Override
		public boolean test(RequestView request, Captures captures) {
			return anyMatches(this.values, QueryText.values(request.query(), this.name), captures);
		}

		@Override
		public List<TextPattern> texts() {
			return this.values;
		}

		@Override
		public String got(RequestView request) {
			return listed(QueryText.values(request.query(), this.name));
		}

		@Override
		public String toString() {
			return "query " + this.name + ": " + listed(this.values);
		}

	}

	/**
	 * The path; for what one source cannot say, such as all but some paths.
	 *
	 * @param paths the alternatives
	 */
	record Path(List<TextPattern> paths) implements Condition {

		@Override
		public boolean test(RequestView request, Captures captures) {
			String path = request.path();
			for (TextPattern pattern : this.paths) {
				if (path != null && pattern.matchesPath(path, captures)) {
					return true;
				}
			}
			return false;
		}

		@Override
		public List<TextPattern> texts() {
			return this.paths;
		}

		@Override
		public String got(RequestView request) {
			return String.valueOf(request.path()).replace("\0", "%2F");
		}

		@Override
		public String toString() {
			return "path: " + listed(this.paths);
		}

	}

	/**
	 * The whole query, as it was sent; one that is missing is empty.
	 *
	 * @param queries the alternatives
	 */
	record WholeQuery(List<TextPattern> queries) implements Condition {

		@Override
		public boolean test(RequestView request, Captures captures) {
			String query = (request.query() != null) ? request.query() : "";
			for (TextPattern pattern : this.queries) {
				if (pattern.matchesEncoded(query, captures)) {
					return true;
				}
			}
			return false;
		}

		@Override
		public List<TextPattern> texts() {
			return this.queries;
		}

		@Override
		public String got(RequestView request) {
			String query = request.query();
			return (query == null || query.isEmpty()) ? "none" : query;
		}

		@Override
		public String toString() {
			return "query-string: " + listed(this.queries);
		}

	}

	/**
	 * No parameters but these.
	 *
	 * @param parameters the names, possibly with wildcards; none for no query at all
	 */
	record OnlyQuery(List<TextPattern> parameters) implements Condition {

		@Override
		public boolean test(RequestView request, Captures captures) {
			for (String parameter : QueryText.parameters(request.query())) {
				String name = QueryText.name(parameter);
				if (!parameter.isEmpty() && this.parameters.stream().noneMatch((one) -> one.matches(name, captures))) {
					return false;
				}
			}
			return true;
		}

		@Override
		public String got(RequestView request) {
			return listed(QueryText.parameters(request.query()).stream().map(QueryText::name).toList());
		}

		@Override
		public String toString() {
			return "only-query: " + listed(this.parameters);
		}

	}

	/**
	 * The client's address.
	 *
	 * @param ranges the alternatives
	 */
	record Client(List<AddressRange> ranges) implements Condition {

		@Override
		public boolean test(RequestView request, Captures captures) {
			String client = request.client();
			return this.ranges.stream().anyMatch((range) -> range.contains(client));
		}

		@Override
		public boolean isUncacheable() {
			return true;
		}

		@Override
		public String got(RequestView request) {
			return request.client();
		}

		@Override
		public String toString() {
			return "client: " + listed(this.ranges);
		}

	}

	/**
	 * A time window.
	 *
	 * @param after from this instant on; {@code null} for always
	 * @param before until just before this instant; {@code null} for ever
	 */
	record Time(@Nullable Instant after, @Nullable Instant before) implements Condition {

		/**
		 * Whether the window is over for good.
		 * @param now the time
		 * @return whether it is
		 */
		public boolean isOver(Instant now) {
			return this.before != null && !now.isBefore(this.before);
		}

		@Override
		public boolean test(RequestView request, Captures captures) {
			Instant time = request.time();
			return (this.after == null || !time.isBefore(this.after))
					&& (this.before == null || time.isBefore(this.before));
		}

		@Override
		public boolean isUncacheable() {
			return true;
		}

		@Override
		public String got(RequestView request) {
			return request.time().toString();
		}

		@Override
		public String toString() {
			return ((this.after != null) ? "after: " + this.after : "")
					+ ((this.after != null && this.before != null) ? ", " : "")
					+ ((this.before != null) ? "before: " + this.before : "");
		}

	}

	/**
	 * None of these may hold.
	 *
	 * @param conditions the conditions
	 */
	record Not(List<Condition> conditions) implements Condition {

		@Override
		public boolean test(RequestView request, Captures captures) {
			Captures ignored = new Captures();
			return this.conditions.stream().noneMatch((condition) -> condition.test(request, ignored));
		}

		@Override
		public Set<String> headersLookedAt() {
			Set<String> headers = new LinkedHashSet<>();
			this.conditions.forEach((condition) -> headers.addAll(condition.headersLookedAt()));
			return headers;
		}

		@Override
		public boolean isUncacheable() {
			return this.conditions.stream().anyMatch(Condition::isUncacheable);
		}

		/** What the condition that should not hold has found. */
		@Override
		public String got(RequestView request) {
			return this.conditions.stream()
				.filter((condition) -> condition.test(request, new Captures()))
				.map((condition) -> condition.got(request))
				.findFirst()
				.orElse("none of these");
		}

		@Override
		public String toString() {
			return "not: { " + this.conditions.stream().map(Condition::toString).collect(Collectors.joining("; "))
					+ " }";
		}

	}

}
