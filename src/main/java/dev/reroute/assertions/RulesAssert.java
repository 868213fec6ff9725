package dev.reroute.assertions;

import dev.reroute.engine.RuleSet;
import dev.reroute.engine.UrlRequest;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on a rule set.
 */
public final class RulesAssert extends AbstractAssert<RulesAssert, RuleSet> {

	RulesAssert(RuleSet actual) {
		super(actual, RulesAssert.class);
	}

	/**
	 * What happens to a request with GET.
	 * @param url a URL, or a path on {@code http://localhost}
	 * @return assertions on it
	 * @throws dev.reroute.pattern.InvalidTextException if it is no URL
	 */
	public RequestAssert on(String url) {
		return on("GET", url);
	}

	/**
	 * What happens to a request.
	 * @param method the method
	 * @param url a URL, or a path on {@code http://localhost}
	 * @return assertions on it
	 * @throws dev.reroute.pattern.InvalidTextException if it is no URL
	 */
	public RequestAssert on(String method, String url) {
		isNotNull();
		RequestAssert request = new RequestAssert(this.actual, UrlRequest.get(url).withMethod(method));
		String description = descriptionText();
		return description.isEmpty() ? request : request.as("%s", description);
	}

}
