package dev.reroute.importer.tuckey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.rule.RuleBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Translates a rule. All rules are asked one after the other, each with what the one
 * before has made of the URL, until one is {@code last}; what the last one that matched
 * says is done. A rule of ours acts alone, so that one that others could go on with is
 * refused.
 */
final class RuleTranslation {

	private final TuckeyRule rule;

	private final int number;

	private final LaterRules later;

	RuleTranslation(TuckeyRule rule, int number, LaterRules later) {
		this.rule = rule;
		this.number = number;
		this.later = later;
	}

	List<RuleBuilder> translate() throws NotTranslatableException {
		this.rule.requireOnlyTarget();
		XmlElement element = this.rule.to();
		if (element == null) {
			throw new NotTranslatableException("it has no target");
		}
		ToPattern to = ToPattern.of(element);
		Integer status = this.rule.redirectStatus();
		if (to.isNull()) {
			int answered = this.rule.answeredStatus();
			return rules(Set.of(), false, (place, groups) -> place.source().rule().respond(answered));
		}
		if (to.isUnchanged()) {
			// if it is not the last, it is as if it were not there
			return this.rule.isLast() ? rules(Set.of(), false, (place, groups) -> place.source().rule().pass())
					: List.of();
		}
		return rules(to.conditionGroups(), true, (place, groups) -> targeted(to, status, place, groups));
	}

	private @Nullable RuleBuilder targeted(ToPattern to, @Nullable Integer status, FromPattern.Place place,
			Map<Integer, String> conditionGroups) throws NotTranslatableException {
		String target = to.target(place.groups(), conditionGroups, this.rule.from().startsWithGroup());
		boolean onHost = target.startsWith("/");
		if (place.before() != null) {
			if (target.matches("(?i)(https?|\\{scheme}):.*")) {
				// '/x' in front of 'https://...' is no URL
				return null;
			}
			target = place.before() + target;
		}
		target = (place.behind() != null) ? target + place.behind() : target;
		requireLast(to, place, onHost);
		RuleBuilder builder = place.source().rule();
		if (status == null) {
			return builder.rewrite(target);
		}
		builder.redirect(target).status(status);
		return to.appendsQuery() ? builder : builder.dropQuery();
	}

	/**
	 * What a later pattern would find in front of or within captured text is left alone.
	 */
	private void requireLast(ToPattern to, FromPattern.Place place, boolean onHost) throws NotTranslatableException {
		boolean accidental = place.before() != null && onHost && !this.rule.from().isAtEnd();
		if (this.rule.isLast() || accidental) {
			return;
		}
		List<String> texts = to.texts();
		if (place.behind() != null) {
			texts.add("");
		}
		if (place.before() != null) {
			texts.add(0, "/");
		}
		TuckeyRule other = this.later.goingOnWith(this.number, texts);
		if (other != null) {
			throw new NotTranslatableException("it is not 'last', and the rule in line "
					+ other.directive().origin().line() + " may go on with its target");
		}
	}

	private List<RuleBuilder> rules(Set<Integer> used, boolean stays, Maker maker) throws NotTranslatableException {
		RuleConditions conditions = RuleConditions.of(this.rule.conditions(), this.rule.isWildcard(), used);
		List<RuleBuilder> rules = new ArrayList<>();
		for (FromPattern.Place place : this.rule.from().places(stays)) {
			for (ForeignConditions alternative : conditions.alternatives()) {
				RuleBuilder builder = maker.make(place, conditions.groups());
				if (builder == null) {
					continue;
				}
				ForeignConditions all = alternative.copy();
				place.source().addTo(all);
				all.applyTo(builder);
				rules.add(this.rule.isEnabled() ? builder : builder.disabled());
			}
		}
		if (rules.isEmpty()) {
			throw new NotTranslatableException("what stands before stays in front of its target, which makes no URL");
		}
		return rules;
	}

	/** Makes a rule for a place, or {@code null} for none. */
	@FunctionalInterface
	private interface Maker {

		@Nullable RuleBuilder make(FromPattern.Place place, Map<Integer, String> groups) throws NotTranslatableException;

	}

}
