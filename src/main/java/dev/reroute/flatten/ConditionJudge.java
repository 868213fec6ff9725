package dev.reroute.flatten;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.reroute.engine.UrlRequest;
import dev.reroute.pattern.Captures;
import dev.reroute.pattern.PercentEncoding;
import dev.reroute.pattern.UrlText;
import dev.reroute.rule.Condition;
import dev.reroute.rule.QueryPolicy;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Whether the conditions of a rule hold at a place, for every request that the first rule
 * of a chain serves. What is known are the conditions of the first rule, and what its
 * redirect changes; headers, cookies, client and time stay the same on the way.
 */
final class ConditionJudge {

	private final List<Condition> known;

	private final QueryPolicy policy;

	private final Place place;

	/** The methods that are possible; {@code null} for any. */
	private final @Nullable Set<String> methods;

	/** What conditions bind that are sure to hold. */
	private final Map<String, List<Part>> bound = new HashMap<>();

	ConditionJudge(Rule first, QueryPolicy policy, Place place, @Nullable Set<String> methods) {
		this.known = first.conditions();
		this.policy = policy;
		this.place = place;
		this.methods = methods;
	}

	/**
	 * Judge all conditions of a rule.
	 * @param rule the rule
	 * @return whether they hold
	 */
	Certainty judge(Rule rule) {
		this.bound.clear();
		Certainty all = Certainty.SURE;
		for (Condition condition : rule.conditions()) {
			all = all.and(judge(condition));
		}
		return all;
	}

	Map<String, List<Part>> bound() {
		return this.bound;
	}

	private Certainty judge(Condition condition) {
		if (isUnchanged(condition)) {
			if (this.known.contains(condition)) {
				condition.names()
					.all()
					.forEach((name) -> this.bound.put(name,
							List.of(new Part.Value(name, CaptureKinds.kindOf(condition, name), null))));
				return Certainty.SURE;
			}
			if (this.known.stream()
				.anyMatch((one) -> one instanceof Condition.Not not && not.conditions().contains(condition))) {
				return Certainty.NEVER;
			}
		}
		if (condition instanceof Condition.Host host) {
			return judgeHost(host);
		}
		if (condition instanceof Condition.Scheme scheme) {
			return judgeScheme(scheme);
		}
		if (condition instanceof Condition.Port port) {
			return judgePort(port);
		}
		if (condition instanceof Condition.Method method) {
			return relation(this.methods, method.methods());
		}
		if (condition instanceof Condition.Parameter parameter) {
			return judgeParameter(parameter);
		}
		if (condition instanceof Condition.WholeQuery || condition instanceof Condition.OnlyQuery) {
			boolean known = isDropped() && ownQuery().indexOf('{') < 0;
			return known ? test(condition, PercentEncoding.QUERY.encodeLiteral(ownQuery())) : Certainty.MAYBE;
		}
		if (condition instanceof Condition.Path) {
			boolean known = this.place.isExact() && this.place.path().isText();
			return known ? test(condition, requestFor(UrlText.LOCALHOST, 80, null)) : Certainty.MAYBE;
		}
		return (condition instanceof Condition.Not not) ? judgeNot(not) : Certainty.MAYBE;
	}

	/**
	 * Whether the test gives the same at this place as for the first request. A query
	 * that goes along is the same, since clients send none that has to be encoded.
	 */
	private boolean isUnchanged(Condition condition) {
		if (condition instanceof Condition.Host || condition instanceof Condition.Scheme
				|| condition instanceof Condition.Port) {
			return this.place.text().isRelative();
		}
		if (condition instanceof Condition.Method || condition instanceof Condition.Path) {
			return false;
		}
		if (condition instanceof Condition.WholeQuery || condition instanceof Condition.OnlyQuery) {
			return this.policy.equals(QueryPolicy.KEEP_ALL) && ownQuery().isEmpty();
		}
		if (condition instanceof Condition.Parameter parameter) {
			return this.policy.equals(QueryPolicy.KEEP_ALL) && QueryParameters.of(ownQuery())
				.stream()
				.noneMatch((one) -> !one.hasPlainName() || one.name().equals(parameter.name()));
		}
		if (condition instanceof Condition.Not not) {
			return not.conditions().stream().allMatch(this::isUnchanged);
		}
		return true;
	}

	private String ownQuery() {
		String query = this.place.text().query();
		return (query != null) ? query : "";
	}

	private Certainty judgeNot(Condition.Not not) {
		Certainty none = Certainty.SURE;
		for (Condition condition : not.conditions()) {
			none = none.and(switch (judge(condition)) {
				case SURE -> Certainty.NEVER;
				case MAYBE -> Certainty.MAYBE;
				case NEVER -> Certainty.SURE;
			});
		}
		return none;
	}

	private Certainty judgeHost(Condition.Host condition) {
		String host = this.place.host();
		if (host != null) {
			return test(condition, requestFor(host, 80, null));
		}
		Certainty certainty = Certainty.MAYBE;
		for (Condition one : this.known) {
			if (one instanceof Condition.Host mine
					&& mine.hosts().stream().allMatch((pattern) -> pattern.isLiteral())) {
				long matching = mine.hosts()
					.stream()
					.filter((pattern) -> condition.test(requestFor(pattern.text(), 80, null), new Captures()))
					.count();
				if (matching == 0) {
					return Certainty.NEVER;
				}
				if (matching == mine.hosts().size() && condition.names().all().isEmpty()) {
					certainty = Certainty.SURE;
				}
			}
		}
		return certainty;
	}

	private Certainty judgeScheme(Condition.Scheme condition) {
		TargetText text = this.place.text();
		if (!text.isRelative() && !text.scheme().equals(TargetText.ASKED)) {
			return Certainty.of(condition.schemes().contains(text.scheme().toLowerCase(Locale.ROOT)));
		}
		Certainty certainty = relation(Set.of("http", "https"), condition.schemes());
		for (Condition one : this.known) {
			if (one instanceof Condition.Scheme mine) {
				certainty = relation(mine.schemes(), condition.schemes());
			}
		}
		return certainty;
	}

	private Certainty judgePort(Condition.Port condition) {
		TargetText text = this.place.text();
		if (!text.isRelative()) {
			return (text.port() < 0) ? Certainty.MAYBE : Certainty.of(text.port() == condition.port());
		}
		for (Condition one : this.known) {
			if (one instanceof Condition.Port mine) {
				return Certainty.of(mine.port() == condition.port());
			}
		}
		return Certainty.MAYBE;
	}

	/** The target's own parameters replace those of the request. */
	private Certainty judgeParameter(Condition.Parameter condition) {
		List<QueryParameters.Parameter> own = QueryParameters.of(ownQuery());
		if (own.stream().anyMatch((one) -> !one.hasPlainName())) {
			return Certainty.MAYBE;
		}
		List<QueryParameters.Parameter> same = own.stream()
			.filter((one) -> one.name().equals(condition.name()))
			.toList();
		if (same.isEmpty()) {
			return isDropped() ? Certainty.NEVER : Certainty.MAYBE;
		}
		if (!(isDropped() || this.policy.equals(QueryPolicy.KEEP_ALL))
				|| same.stream().anyMatch((one) -> one.text().indexOf('{') >= 0)) {
			return Certainty.MAYBE;
		}
		return test(condition, PercentEncoding.QUERY.encodeLiteral(QueryParameters.join(same)));
	}

	private boolean isDropped() {
		return this.policy.keep().isEmpty() && this.policy.set().isEmpty();
	}

	private Certainty test(Condition condition, String query) {
		return test(condition, requestFor(UrlText.LOCALHOST, 80, query));
	}

	private Certainty test(Condition condition, UrlRequest request) {
		Captures captures = new Captures();
		boolean holds = condition.test(request, captures);
		for (String name : condition.names().all()) {
			String value = captures.get(name);
			this.bound.put(name, List.of(new Part.Text((value != null) ? value : "")));
		}
		return Certainty.of(holds);
	}

	/** The path is the one of the place, as far as it is known. */
	private UrlRequest requestFor(String host, int port, @Nullable String query) {
		String path = this.place.path().isText() ? PercentEncoding.PATH.encode(this.place.path().prefix()) : "/";
		return UrlRequest.of(new UrlText("http", host, port, path, query));
	}

	/** What is possible against what is asked for. */
	private static Certainty relation(@Nullable Set<String> possible, Set<String> wanted) {
		if (possible == null) {
			return Certainty.MAYBE;
		}
		Set<String> both = new HashSet<>(possible);
		both.retainAll(wanted);
		return both.isEmpty() ? Certainty.NEVER : (both.size() == possible.size()) ? Certainty.SURE : Certainty.MAYBE;
	}

}
