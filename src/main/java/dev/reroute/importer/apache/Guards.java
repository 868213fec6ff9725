package dev.reroute.importer.apache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.reroute.importer.Directive;

/**
 * What rules ask of a request besides their own conditions: with {@code C} the one above
 * must have matched, and with {@code S} it must not.
 */
final class Guards {

	private final Scope scope;

	private final Set<RewriteRule> refused = new HashSet<>();

	Guards(Scope scope) {
		this.scope = scope;
	}

	/**
	 * Collect the conditions of each rule that has an outcome of its own.
	 * @param conditions groups of conditions by rule, of which one in each must hold
	 */
	void collect(Map<RewriteRule, List<List<RewriteCond>>> conditions) {
		List<RewriteRule> rules = this.scope.rules();
		Map<Integer, List<List<RewriteCond>>> skips = new HashMap<>();
		List<List<RewriteCond>> chain = new ArrayList<>();
		boolean chainRefused = false;
		for (int i = 0; i < rules.size(); i++) {
			RewriteRule rule = rules.get(i);
			boolean chains = rule.flags().has("C");
			List<List<RewriteCond>> own = Alternatives.groups(rule.conditions());
			List<List<RewriteCond>> all = new ArrayList<>(chain);
			all.addAll(skips.getOrDefault(i, List.of()));
			if (rule.flags().has("S")) {
				skip(i, rule, own, skips);
			}
			else if (chains && rule.keepsUrl() && !chainRefused) {
				rule.directive().isSetting();
				chain.addAll(own);
				chain.add(List.of(asCondition(rule)));
			}
			else if (chains || chainRefused) {
				rule.directive().isRefused("it is a part of a chain (C) that changes the URL more than once");
				chainRefused = true;
			}
			else if (!this.refused.contains(rule)) {
				all.addAll(own);
				conditions.put(rule, all);
			}
			if (!chains) {
				chain.clear();
				chainRefused = false;
			}
		}
	}

	private void skip(int index, RewriteRule rule, List<List<RewriteCond>> own,
			Map<Integer, List<List<RewriteCond>>> skips) {
		int count = rule.flags().value("S").matches("\\d{1,4}") ? Integer.parseInt(rule.flags().value("S")) : 0;
		List<List<RewriteCond>> parts = new ArrayList<>(own);
		if (!rule.regex().isEverything() || rule.negated()) {
			parts.add(List.of(asCondition(rule)));
		}
		boolean simple = parts.size() == 1 || parts.stream().allMatch((part) -> part.size() == 1);
		List<RewriteRule> rules = this.scope.rules();
		List<RewriteRule> skipped = rules.subList(index + 1, Math.min(rules.size(), index + 1 + count));
		boolean chained = skipped.stream().anyMatch((one) -> one.flags().has("C") || one.flags().has("S"));
		if (!rule.keepsUrl() || count == 0 || !simple || parts.isEmpty() || chained || rule.flags().has("C")) {
			rule.directive().isRefused("it skips rules (S) in a way that conditions cannot say");
			for (RewriteRule one : skipped) {
				one.directive().isRefused("it may be skipped by line " + rule.line());
				this.refused.add(one);
			}
			return;
		}
		rule.directive().isSetting();
		List<List<RewriteCond>> guards = new ArrayList<>();
		if (parts.size() == 1) {
			parts.get(0).forEach((condition) -> guards.add(List.of(not(condition))));
		}
		else {
			guards.add(parts.stream().map((part) -> not(part.get(0))).toList());
		}
		for (int i = index + 1; i <= index + count; i++) {
			skips.computeIfAbsent(i, (key) -> new ArrayList<>()).addAll(guards);
		}
	}

	private static RewriteCond not(RewriteCond condition) {
		return new RewriteCond(condition.directive(), condition.test(), !condition.negated(), condition.pattern(),
				condition.flags());
	}

	private static RewriteCond asCondition(RewriteRule rule) {
		Directive directive = rule.directive();
		return new RewriteCond(directive, ConditionTranslator.PATTERN, rule.negated(), rule.pattern(), rule.flags());
	}

}
