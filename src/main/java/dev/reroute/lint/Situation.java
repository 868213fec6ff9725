package dev.reroute.lint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.reroute.engine.UrlRequest;
import dev.reroute.pattern.Captures;
import dev.reroute.pattern.PercentEncoding;
import dev.reroute.pattern.TextPattern;
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
	 * Change a request so that conditions hold.
	 * @param conditions the conditions
	 * @param request the request
	 * @return the changed request, or {@code null} if they do not hold together
	 */
	static @Nullable UrlRequest satisfying(List<Condition> conditions, UrlRequest request) {
		UrlRequest changed = request;
		for (Condition condition : conditions) {
			if (condition instanceof Condition.Time time && time.isOver(request.time())) {
				return null;
			}
			changed = condition.test(changed, new Captures()) ? changed : satisfying(condition, changed);
		}
		for (Condition condition : conditions) {
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
					|| condition instanceof Condition.OnlyQuery
					|| (condition instanceof Condition.Method && !anyMethod);
			if (!said && !condition.test(changed, new Captures())) {
				changed = satisfying(condition, changed);
			}
		}
		return changed;
	}

	private static UrlRequest satisfying(Condition condition, UrlRequest request) {
		UrlText url = request.url();
		if (condition instanceof Condition.Host host) {
			return withHost(request, sample(host.hosts().get(0)));
		}
		if (condition instanceof Condition.Port port) {
			return request.withUrl(url.withPort(port.port()));
		}
		if (condition instanceof Condition.Scheme scheme) {
			return withScheme(request, scheme.schemes().iterator().next());
		}
		if (condition instanceof Condition.Method method) {
			return request.withMethod(new TreeSet<>(method.methods()).first());
		}
		if (condition instanceof Condition.Header header) {
			return request.withHeader(header.name(), sample(header.values().get(0)));
		}
		if (condition instanceof Condition.Cookie cookie) {
			return request.withHeader("Cookie", cookie.name() + "=" + sample(cookie.values().get(0)));
		}
		if (condition instanceof Condition.Parameter parameter) {
			String pair = PercentEncoding.PARAMETER.encode(parameter.name()) + "="
					+ PercentEncoding.PARAMETER.encode(sample(parameter.values().get(0)));
			String query = (url.query() != null) ? url.query() + "&" + pair : pair;
			return request.withUrl(url.withQuery(query));
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
		return request;
	}

	/** One text that matches. */
	private static String sample(TextPattern pattern) {
		return sample(pattern, "x");
	}

	private static String sample(TextPattern pattern, String wildcard) {
		return pattern.text().replaceAll("\\{[^{}]*}|\\*", wildcard);
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
				hosts = host.hosts().stream().map((pattern) -> sample(pattern, UNLIKELY)).distinct().toList();
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
