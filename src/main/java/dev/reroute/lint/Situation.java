package dev.reroute.lint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

import dev.reroute.engine.UrlRequest;
import dev.reroute.pattern.Captures;
import dev.reroute.pattern.PercentEncoding;
import dev.reroute.pattern.UrlText;
import dev.reroute.rule.Condition;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Makes up requests for which conditions hold, but for the path.
 */
final class Situation {

	/** A method that no rule is likely to name. */
	private static final String OTHER_METHOD = "X-OTHER";

	/** A label that no rule is likely to name. */
	private static final String UNLIKELY = "any-host";

	private Situation() {
	}

	/**
	 * Change a request so that conditions hold, but for those on the path.
	 * @param conditions the conditions
	 * @param request the request
	 * @return the changed request, or {@code null} if they do not hold together
	 */
	static @Nullable UrlRequest satisfying(List<Condition> conditions, UrlRequest request) {
		UrlRequest changed = request;
		List<Condition> others = PathConditions.others(conditions);
		for (Condition condition : others) {
			if (condition instanceof Condition.Time time && time.isOver(request.time())) {
				return null;
			}
			changed = condition.test(changed, new Captures()) ? changed : satisfying(condition, changed);
		}
		for (Condition condition : others) {
			if (!condition.test(changed, new Captures())) {
				return null;
			}
		}
		return changed;
	}

	/**
	 * Change what a URL cannot say so that conditions hold, as far as they can.
	 * @param conditions the conditions
	 * @param request the request
	 * @param anyMethod whether the method may change as well
	 * @return the changed request
	 */
	static UrlRequest satisfyingUnsaid(List<Condition> conditions, UrlRequest request, boolean anyMethod) {
		UrlRequest changed = request;
		for (Condition condition : conditions) {
			boolean said = condition instanceof Condition.Host || condition instanceof Condition.Port
					|| condition instanceof Condition.Scheme || condition instanceof Condition.Parameter
					|| condition instanceof Condition.Path || condition instanceof Condition.WholeQuery
					|| condition instanceof Condition.OnlyQuery || condition instanceof Condition.Not
					|| (condition instanceof Condition.Method && !anyMethod);
			if (!said && !condition.test(changed, new Captures())) {
				changed = satisfying(condition, changed);
			}
		}
		return changed;
	}

	/** A change that lets a condition hold, or at least none that does harm. */
	private static UrlRequest satisfying(Condition condition, UrlRequest request) {
		UrlText url = request.url();
		if (condition instanceof Condition.Port port) {
			return request.withUrl(url.withPort(port.port()));
		}
		if (condition instanceof Condition.Scheme scheme) {
			return withScheme(request, scheme.schemes().iterator().next());
		}
		if (condition instanceof Condition.Method method) {
			return request.withMethod(new TreeSet<>(method.methods()).first());
		}
		if (condition instanceof Condition.Client client) {
			return request.withClient(client.ranges().get(0).first());
		}
		if (condition instanceof Condition.Time time) {
			Instant after = time.after();
			Instant before = time.before();
			return (after != null) ? request.at(after)
					: (before != null) ? request.at(before.minusSeconds(1)) : request;
		}
		if (condition instanceof Condition.Not not) {
			// none of the queries that are unwanted, such as an empty one
			UrlRequest other = withParameter(request, "x", "x");
			return not.test(other, new Captures()) ? other : request;
		}
		String value = TextLanguage.example(condition.texts(), "x");
		return (value != null) ? withValue(condition, value, request) : request;
	}

	private static UrlRequest withValue(Condition condition, String value, UrlRequest request) {
		if (condition instanceof Condition.Host) {
			return withHost(request, value);
		}
		if (condition instanceof Condition.Header header) {
			return request.withHeader(header.name(), value);
		}
		if (condition instanceof Condition.Cookie cookie) {
			return request.withHeader("Cookie", cookie.name() + "=" + value);
		}
		if (condition instanceof Condition.Parameter parameter) {
			return withParameter(request, parameter.name(), value);
		}
		boolean query = condition instanceof Condition.WholeQuery && value.indexOf('#') < 0
				&& PercentEncoding.encodeForbidden(value).equals(value);
		return query ? request.withUrl(request.url().withQuery(value.isEmpty() ? null : value)) : request;
	}

	private static UrlRequest withParameter(UrlRequest request, String name, String value) {
		String before = request.url().query();
		String pair = PercentEncoding.PARAMETER.encode(name) + "=" + PercentEncoding.PARAMETER.encode(value);
		return request.withUrl(request.url().withQuery((before != null) ? before + "&" + pair : pair));
	}

	static UrlRequest withScheme(UrlRequest request, String scheme) {
		return request.withUrl(request.url().withScheme(scheme));
	}

	static UrlRequest withHost(UrlRequest request, String host) {
		return request.withUrl(request.url().withHost(host));
	}

	static UrlRequest withPath(UrlRequest request, String pathText) {
		return request.withUrl(request.url().withPath(PercentEncoding.PATH.encode(pathText)));
	}

	/**
	 * The situations in which a rule may be asked, as far as host, scheme and method make
	 * a difference: one for each host that it names and for each of its wildcards. A rule
	 * for any host is asked for at one that no rule names, and so it is with methods.
	 * @param rule the rule
	 * @param context knows what rules name
	 * @return the situations; none if its conditions do not hold together, or no longer
	 */
	static List<UrlRequest> all(Rule rule, Subject.Context context) {
		UrlRequest base = satisfying(rule.conditions(), context.anyHost());
		if (base == null) {
			return List.of();
		}
		List<String> hosts = List.of(base.host());
		List<String> methods = List.of(OTHER_METHOD);
		for (Condition condition : rule.conditions()) {
			if (condition instanceof Condition.Host host) {
				hosts = host.hosts()
					.stream()
					.map((pattern) -> TextLanguage.example(List.of(pattern), UNLIKELY))
					.filter(Objects::nonNull)
					.distinct()
					.toList();
			}
			else if (condition instanceof Condition.Method method) {
				methods = method.methods().stream().sorted().toList();
			}
		}
		List<UrlRequest> situations = new ArrayList<>();
		for (String scheme : context.schemesMatter() ? List.of("http", "https") : List.of(base.scheme())) {
			for (String host : hosts) {
				for (String method : methods) {
					UrlRequest request = satisfying(rule.conditions(),
							withHost(withScheme(base, scheme), host).withMethod(method));
					if (request != null && request.scheme().equals(scheme)) {
						situations.add(request);
					}
				}
			}
		}
		return situations;
	}

}
