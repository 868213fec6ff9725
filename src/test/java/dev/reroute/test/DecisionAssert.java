package dev.reroute.test;

import java.util.List;

import dev.reroute.engine.Decision;
import dev.reroute.engine.RuleSet;
import dev.reroute.rule.RequestView;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on decisions:
 * {@code assertThat(rules, get("/old")).redirectsTo("/new", 301)}.
 */
public final class DecisionAssert extends AbstractAssert<DecisionAssert, Decision> {

	private DecisionAssert(Decision actual) {
		super(actual, DecisionAssert.class);
	}

	public static DecisionAssert assertThat(Decision decision) {
		return new DecisionAssert(decision);
	}

	public static DecisionAssert assertThat(RuleSet rules, RequestView request) {
		return new DecisionAssert(rules.decide(request)).as("%s", request);
	}

	public DecisionAssert redirectsTo(String location) {
		isInstanceOf(Decision.Redirect.class);
		Assertions.assertThat(((Decision.Redirect) this.actual).target().location(""))
			.as(descriptionText())
			.isEqualTo(location);
		return this;
	}

	public DecisionAssert redirectsTo(String location, int status) {
		redirectsTo(location);
		Assertions.assertThat(((Decision.Redirect) this.actual).status()).as(descriptionText()).isEqualTo(status);
		return this;
	}

	public DecisionAssert rewritesTo(String target) {
		isInstanceOf(Decision.Rewrite.class);
		Assertions.assertThat(((Decision.Rewrite) this.actual).target().location(""))
			.as(descriptionText())
			.isEqualTo(target);
		return this;
	}

	public DecisionAssert responds(int status) {
		isInstanceOf(Decision.Respond.class);
		Assertions.assertThat(((Decision.Respond) this.actual).status()).as(descriptionText()).isEqualTo(status);
		return this;
	}

	public DecisionAssert passes() {
		isInstanceOf(Decision.Pass.class);
		return this;
	}

	public DecisionAssert passes(Decision.Pass.Reason reason) {
		passes();
		Assertions.assertThat(((Decision.Pass) this.actual).reason()).as(descriptionText()).isEqualTo(reason);
		return this;
	}

	public DecisionAssert byRule(String id) {
		Assertions.assertThat(ruleId()).as(descriptionText()).isEqualTo(id);
		return this;
	}

	private @Nullable String ruleId() {
		return (this.actual.rule() != null) ? this.actual.rule().id() : null;
	}

	public DecisionAssert hasCacheControl(@Nullable String value) {
		isInstanceOf(Decision.Redirect.class);
		Assertions.assertThat(((Decision.Redirect) this.actual).cacheControl()).as(descriptionText()).isEqualTo(value);
		return this;
	}

	public DecisionAssert varies(String... headers) {
		Assertions.assertThat(this.actual.vary()).as(descriptionText()).isEqualTo(List.of(headers));
		return this;
	}

}
