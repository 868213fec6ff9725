package dev.reroute.lint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

import dev.reroute.engine.Explainer;
import dev.reroute.engine.RuleSet;
import dev.reroute.engine.UrlRequest;
import dev.reroute.engine.Walk;
import dev.reroute.pattern.TargetPiece;
import dev.reroute.rule.Action;
import dev.reroute.rule.Condition;
import dev.reroute.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * One rule under examination, and what several checks want to know about it: computed
 * once, when it is asked for.
 */
final class Subject {

	/**
	 * What does not change from rule to rule.
	 *
	 * @param rules all rules, in order
	 * @param explainer asks the engine
	 * @param languages the languages of the sources
	 * @param successors what redirects with placeholders lead to
	 * @param schemesMatter whether any rule has a condition on the scheme
	 * @param now the time
	 * @param anyHost a request at a host that no rule names
	 * @param positions where the rules stand
	 */
	record Context(List<Rule> rules, Explainer explainer, RuleLanguages languages, Successors successors,
			boolean schemesMatter, Instant now, UrlRequest anyHost, IdentityHashMap<Rule, Integer> positions) {

		static Context of(RuleSet rules, Instant now) {
			RuleLanguages languages = new RuleLanguages();
			boolean schemesMatter = rules.rules()
				.stream()
				.anyMatch((rule) -> rule.conditions().stream().anyMatch(Condition.Scheme.class::isInstance));
			Explainer explainer = rules.explainer();
			UrlRequest anyHost = UrlRequest.get("/").at(now);
			if (explainer.knowsHost(anyHost.host())) {
				anyHost = UrlRequest.get("http://host.invalid/").at(now);
			}
			IdentityHashMap<Rule, Integer> positions = new IdentityHashMap<>();
			rules.rules().forEach((rule) -> positions.put(rule, positions.size()));
			return new Context(rules.rules(), explainer, languages, new Successors(rules.rules(), languages),
					schemesMatter, now, anyHost, positions);
		}

		int position(Rule rule) {
			return this.positions.getOrDefault(rule, -1);
		}

	}

	private final Rule rule;

	private final Context context;

	private @Nullable Reach reach;

	private @Nullable List<Walk> walks;

	Subject(Rule rule, Context context) {
		this.rule = rule;
		this.context = context;
	}

	Rule rule() {
		return this.rule;
	}

	Context context() {
		return this.context;
	}

	boolean isLiteral() {
		return !this.rule.source().literalPaths().isEmpty();
	}

	Reach reach() {
		if (this.reach == null) {
			this.reach = Reach.of(this.rule, this.context);
		}
		return this.reach;
	}

	/**
	 * Where visitors come whom this rule redirects: one walk from a request that reaches
	 * it, and one for each rule that its target can lead to.
	 * @param report told of what is left out
	 * @return the walks, each of which begins with this rule
	 */
	List<Walk> walks(Report report) {
		if (this.walks == null) {
			this.walks = new ArrayList<>();
			UrlRequest reached = (this.rule.action() instanceof Action.Redirect) ? reach().request() : null;
			if (reached != null) {
				this.walks.add(this.context.explainer().walk(reached));
				if (this.rule.source().literalPaths().size() > 1) {
					this.rule.source().literalPaths().stream().sorted().forEach((path) -> addWalk(reached, path));
				}
				walkAtTheTarget(reached);
				for (UrlRequest request : this.context.successors().leadingOn(this.rule, this.context, report)) {
					this.walks.add(this.context.explainer().walk(request));
				}
			}
		}
		return this.walks;
	}

	/** Where all requests are sent to one page, the page itself may be one of these. */
	private void walkAtTheTarget(UrlRequest reached) {
		if (this.rule.action() instanceof Action.Redirect redirect && redirect.target().isRelative()
				&& redirect.target().names().isEmpty()
				&& redirect.target().pathPieces().get(0) instanceof TargetPiece.Text text) {
			addWalk(reached, text.text());
		}
	}

	/** With a slash at the end, another rule may come first. */
	private void addWalk(UrlRequest reached, String path) {
		UrlRequest request = Situation.withPath(reached, path);
		if (this.walks != null && this.rule.equals(this.context.explainer().decideMissing(request).rule())) {
			this.walks.add(this.context.explainer().walk(request));
		}
	}

}
