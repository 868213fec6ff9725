package dev.reroute.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link RuleDefinition} in code, with the same keys and texts as a rule file:
 *
 * <pre class="code">
 * Rule.from("/old/{*rest}").rewrite("/new/{*rest}").setHeader("X-Rerouted", "yes");
 * Rule.from("/shop/**").host("shop.example.com").redirect("https://example.com/").status(301).cache("1h");
 * </pre>
 */
public final class RuleBuilder {

	private final List<String> host = new ArrayList<>();

	private final List<String> method = new ArrayList<>();

	private final List<String> scheme = new ArrayList<>();

	private final Map<String, List<String>> header = new LinkedHashMap<>();

	private final Map<String, List<String>> cookie = new LinkedHashMap<>();

	private final Map<String, List<String>> parameter = new LinkedHashMap<>();

	private final List<String> path = new ArrayList<>();

	private final List<String> queryString = new ArrayList<>();

	private final List<String> onlyQuery = new ArrayList<>();

	private final List<String> client = new ArrayList<>();

	private final Map<String, String> setHeader = new LinkedHashMap<>();

	private final List<String> removeHeader = new ArrayList<>();

	private @Nullable String id;

	private @Nullable String from;

	private @Nullable String fromRegex;

	private @Nullable String redirect;

	private @Nullable String rewrite;

	private @Nullable Integer respond;

	private boolean pass;

	private @Nullable Integer status;

	private @Nullable String cache;

	private @Nullable String after;

	private @Nullable String before;

	private RuleDefinition.@Nullable When not;

	private RuleDefinition.Query query = RuleDefinition.Query.KEPT;

	private boolean fallback;

	private @Nullable Boolean ignoreCase;

	private @Nullable Boolean ignoreTrailingSlash;

	private @Nullable String note;

	private boolean enabled = true;

	private @Nullable Origin origin;

	RuleBuilder() {
	}

	RuleBuilder from(String source) {
		this.from = source;
		return this;
	}

	RuleBuilder fromRegex(String regex) {
		this.fromRegex = regex;
		return this;
	}

	/**
	 * Name the rule; without a name it is called like its source.
	 * @param id the name
	 * @return this builder
	 */
	public RuleBuilder id(String id) {
		this.id = id;
		return this;
	}

	/**
	 * Redirect.
	 * @param target where to
	 * @return this builder
	 */
	public RuleBuilder redirect(String target) {
		this.redirect = target;
		return this;
	}

	/**
	 * Rewrite the request before dispatch.
	 * @param target what it becomes
	 * @return this builder
	 */
	public RuleBuilder rewrite(String target) {
		this.rewrite = target;
		return this;
	}

	/**
	 * Answer with a status.
	 * @param status 400 to 599
	 * @return this builder
	 */
	public RuleBuilder respond(int status) {
		this.respond = status;
		return this;
	}

	/**
	 * Leave the request alone and look no further.
	 * @return this builder
	 */
	public RuleBuilder pass() {
		this.pass = true;
		return this;
	}

	/**
	 * The status of a redirect.
	 * @param status 301, 302, 303, 307 or 308
	 * @return this builder
	 */
	public RuleBuilder status(int status) {
		this.status = status;
		return this;
	}

	/**
	 * How long a redirect may be cached.
	 * @param duration for instance {@code 1h}, or {@code no-store}
	 * @return this builder
	 */
	public RuleBuilder cache(String duration) {
		this.cache = duration;
		return this;
	}

	/**
	 * Only for these hosts.
	 * @param hosts the alternatives
	 * @return this builder
	 */
	public RuleBuilder host(String... hosts) {
		this.host.addAll(List.of(hosts));
		return this;
	}

	/**
	 * Only for these methods.
	 * @param methods the alternatives
	 * @return this builder
	 */
	public RuleBuilder method(String... methods) {
		this.method.addAll(List.of(methods));
		return this;
	}

	/**
	 * Only for a scheme.
	 * @param scheme {@code http} or {@code https}
	 * @return this builder
	 */
	public RuleBuilder scheme(String scheme) {
		this.scheme.add(scheme);
		return this;
	}

	/**
	 * Only where a header matches.
	 * @param name the header
	 * @param values the alternatives; {@code *} for any
	 * @return this builder
	 */
	public RuleBuilder header(String name, String... values) {
		this.header.put(name, List.of(values));
		return this;
	}

	/**
	 * Only where a cookie matches.
	 * @param name the cookie
	 * @param values the alternatives; {@code *} for any
	 * @return this builder
	 */
	public RuleBuilder cookie(String name, String... values) {
		this.cookie.put(name, List.of(values));
		return this;
	}

	/**
	 * Only where a parameter of the query matches.
	 * @param name the parameter
	 * @param values the alternatives; {@code *} for any
	 * @return this builder
	 */
	public RuleBuilder parameter(String name, String... values) {
		this.parameter.put(name, List.of(values));
		return this;
	}

	/**
	 * Only for these paths.
	 * @param paths the alternatives
	 * @return this builder
	 */
	public RuleBuilder path(String... paths) {
		this.path.addAll(List.of(paths));
		return this;
	}

	/**
	 * Only where the query, as it was sent, matches.
	 * @param queries the alternatives
	 * @return this builder
	 */
	public RuleBuilder queryString(String... queries) {
		this.queryString.addAll(List.of(queries));
		return this;
	}

	/**
	 * Only where the query has no parameters but these.
	 * @param names names, possibly with wildcards; none for no query at all
	 * @return this builder
	 */
	public RuleBuilder onlyQuery(String... names) {
		this.onlyQuery.addAll((names.length > 0) ? List.of(names) : List.of("none"));
		return this;
	}

	/**
	 * Only for these clients.
	 * @param ranges addresses and CIDR ranges
	 * @return this builder
	 */
	public RuleBuilder client(String... ranges) {
		this.client.addAll(List.of(ranges));
		return this;
	}

	/**
	 * Only from an instant on.
	 * @param instant ISO 8601
	 * @return this builder
	 */
	public RuleBuilder after(String instant) {
		this.after = instant;
		return this;
	}

	/**
	 * Only until just before an instant.
	 * @param instant ISO 8601
	 * @return this builder
	 */
	public RuleBuilder before(String instant) {
		this.before = instant;
		return this;
	}

	/**
	 * Finish what was said so far as conditions, such as those of {@link #not}.
	 * @return the conditions
	 */
	public RuleDefinition.When conditions() {
		return build().when();
	}

	/**
	 * Only where none of some conditions holds.
	 * @param conditions the conditions
	 * @return this builder
	 */
	public RuleBuilder not(RuleDefinition.When conditions) {
		this.not = conditions;
		return this;
	}

	/**
	 * Set a header of the rewritten request.
	 * @param name the header
	 * @param value the value
	 * @return this builder
	 */
	public RuleBuilder setHeader(String name, String value) {
		this.setHeader.put(name, value);
		return this;
	}

	/**
	 * Remove a header of the rewritten request.
	 * @param name the header
	 * @return this builder
	 */
	public RuleBuilder removeHeader(String name) {
		this.removeHeader.add(name);
		return this;
	}

	/**
	 * What happens to the query.
	 * @param query the changes
	 * @return this builder
	 */
	public RuleBuilder query(RuleDefinition.Query query) {
		this.query = query;
		return this;
	}

	/**
	 * Let the query not go along.
	 * @return this builder
	 */
	public RuleBuilder dropQuery() {
		return query(RuleDefinition.Query.DROPPED);
	}

	/**
	 * Only where the application answers 404.
	 * @return this builder
	 */
	public RuleBuilder fallback() {
		this.fallback = true;
		return this;
	}

	/**
	 * Match without regard to case.
	 * @return this builder
	 */
	public RuleBuilder ignoreCase() {
		this.ignoreCase = true;
		return this;
	}

	/**
	 * Match with and without a slash at the end.
	 * @return this builder
	 */
	public RuleBuilder ignoreTrailingSlash() {
		this.ignoreTrailingSlash = true;
		return this;
	}

	/**
	 * A remark for people.
	 * @param note the remark
	 * @return this builder
	 */
	public RuleBuilder note(String note) {
		this.note = note;
		return this;
	}

	/**
	 * Let the rule take no part; it is checked all the same.
	 * @return this builder
	 */
	public RuleBuilder disabled() {
		this.enabled = false;
		return this;
	}

	/**
	 * Where the rule stands, for messages; without it the messages say 'in code'.
	 * @param origin the place
	 * @return this builder
	 */
	public RuleBuilder origin(Origin origin) {
		this.origin = origin;
		return this;
	}

	/**
	 * Finish the definition. It is checked together with all others.
	 * @return the definition
	 */
	public RuleDefinition build() {
		RuleDefinition.When when = new RuleDefinition.When(List.copyOf(this.host), List.copyOf(this.method),
				List.copyOf(this.scheme), copy(this.header), copy(this.cookie), List.copyOf(this.path),
				copy(this.parameter), List.copyOf(this.queryString), List.copyOf(this.onlyQuery),
				List.copyOf(this.client), this.after, this.before, this.not);
		RuleDefinition.Headers headers = new RuleDefinition.Headers(copy(this.setHeader),
				List.copyOf(this.removeHeader));
		String source = (this.from != null) ? this.from : String.valueOf(this.fromRegex);
		Origin place = (this.origin != null) ? this.origin : Origin.of("rule '" + source + "' in code");
		// there may be a million rules, and most have neither
		return new RuleDefinition(place, this.id, this.from, this.fromRegex,
				when.equals(RuleDefinition.When.ALWAYS) ? RuleDefinition.When.ALWAYS : when, this.redirect,
				this.rewrite, this.respond, this.pass, this.status, this.cache,
				headers.equals(RuleDefinition.Headers.UNCHANGED) ? RuleDefinition.Headers.UNCHANGED : headers,
				this.query, this.fallback, this.ignoreCase, this.ignoreTrailingSlash, this.note, this.enabled,
				List.of(), Map.of());
	}

	/** In the order in which it was said. */
	private static <T> Map<String, T> copy(Map<String, T> map) {
		return map.isEmpty() ? Map.of() : new LinkedHashMap<>(map);
	}

}
