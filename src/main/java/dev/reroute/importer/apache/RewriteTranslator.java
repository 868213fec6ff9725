package dev.reroute.importer.apache;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.reroute.importer.ForeignConditions;
import dev.reroute.importer.NotTranslatableException;
import dev.reroute.importer.regex.ForeignSource;
import dev.reroute.importer.regex.SearchedRegex;
import dev.reroute.rule.RuleBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Makes rules of one RewriteRule: one for each way in which its conditions can hold.
 */
final class RewriteTranslator {

	private final Scope scope;

	private final RewriteRule rule;

	private final Outcome outcome;

	private final ConditionTranslator conditions;

	/**
	 * Create.
	 * @param scope where the rule stands
	 * @param rule the rule
	 * @param outcome what comes of it in the end
	 */
	RewriteTranslator(Scope scope, RewriteRule rule, Outcome outcome) {
		this.scope = scope;
		this.rule = rule;
		this.outcome = outcome;
		this.conditions = new ConditionTranslator(scope.base());
	}

	/**
	 * Translate it.
	 * @param groups conditions of which one in each group must hold
	 * @return rules, in order
	 * @throws NotTranslatableException if it cannot be said
	 */
	List<RuleBuilder> translate(List<List<RewriteCond>> groups) throws NotTranslatableException {
		List<SubstitutionPiece> pieces = this.outcome.pieces();
		Set<Integer> used = new LinkedHashSet<>();
		for (SubstitutionPiece piece : pieces) {
			if (piece instanceof SubstitutionPiece.ConditionGroup group) {
				used.add(group.number());
			}
		}
		List<RuleBuilder> rules = new ArrayList<>();
		for (List<List<RewriteCond>> alternative : Alternatives.of(groups, used.isEmpty())) {
			rules.add(rule(alternative, pieces, used));
		}
		return rules;
	}

	private RuleBuilder rule(List<List<RewriteCond>> alternative, List<SubstitutionPiece> pieces, Set<Integer> used)
			throws NotTranslatableException {
		RewriteCond provider = provider(alternative);
		Map<Integer, String> names = ConditionTranslator.names(provider, used);
		RewriteCond path = onlyConditionOnPath(alternative, pieces);
		ForeignSource source = (path != null) ? MatchedPath.of(path)
				: MatchedPath.of(this.rule, this.scope.base(), pieces);
		ForeignConditions all = this.scope.conditions();
		List<String> hosts = new ArrayList<>();
		for (List<RewriteCond> one : alternative) {
			RewriteCond first = one.get(0);
			if (!first.equals(path)) {
				this.conditions.add(one, first.equals(provider) ? names : Map.of(), all);
			}
			if (isOnHost(first) && !first.negated()) {
				hosts.add(HostRegex.text(one));
			}
		}
		source.addTo(all);
		Map<Integer, String> placeholders = (path != null && path.equals(provider)) ? source.placeholders() : null;
		TargetWriter.Placeholders values = (piece, inQuery) -> placeholder(piece, source, provider,
				(placeholders != null) ? placeholders : braced(names), hosts);
		RuleBuilder rule = all.applyTo(source.rule());
		return this.outcome.applyTo(rule, values, this.scope, this.rule);
	}

	private static Map<Integer, String> braced(Map<Integer, String> names) {
		Map<Integer, String> braced = new java.util.HashMap<>();
		names.forEach((number, name) -> braced.put(number, "{" + name + "}"));
		return braced;
	}

	/** The condition whose groups are meant: the last one that was searched and found. */
	private @Nullable RewriteCond provider(List<List<RewriteCond>> alternative) {
		RewriteCond provider = null;
		for (List<RewriteCond> one : alternative) {
			RewriteCond first = one.get(0);
			if (one.size() == 1 && !first.negated() && !first.isLexical() && this.rule.conditions().contains(first)) {
				provider = first;
			}
		}
		return provider;
	}

	/** Where the pattern says nothing, a condition on the path says it better. */
	private @Nullable RewriteCond onlyConditionOnPath(List<List<RewriteCond>> alternative,
			List<SubstitutionPiece> pieces) {
		SearchedRegex regex = this.rule.regex();
		boolean everything = regex.isEverything() && !this.rule.negated() && this.scope.base().length() < 2
				&& pieces.stream().noneMatch(SubstitutionPiece.Group.class::isInstance);
		List<RewriteCond> found = new ArrayList<>();
		for (List<RewriteCond> one : alternative) {
			RewriteCond first = one.get(0);
			if (one.size() == 1 && "REQUEST_URI".equals(first.variable()) && !first.negated() && !first.isLexical()
					&& !first.isTest() && !SearchedRegex.of(first.pattern(), false).isEverything()) {
				found.add(first);
			}
		}
		return (everything && found.size() == 1) ? found.get(0) : null;
	}

	private static boolean isOnHost(RewriteCond condition) {
		return List.of("HTTP_HOST", "SERVER_NAME").contains(ConditionTranslator.variableOf(condition));
	}

	private String placeholder(SubstitutionPiece piece, ForeignSource source, @Nullable RewriteCond provider,
			Map<Integer, String> names, List<String> hosts) throws NotTranslatableException {
		if (piece instanceof SubstitutionPiece.Group group) {
			String placeholder = source.placeholders().get(group.number());
			if (placeholder == null) {
				throw new NotTranslatableException("its pattern has no group " + group.number() + " that it can use");
			}
			return placeholder;
		}
		if (piece instanceof SubstitutionPiece.ConditionGroup group) {
			String placeholder = names.get(group.number());
			if (provider == null) {
				throw new NotTranslatableException("'%" + group.number()
						+ "' is a group of a condition, of which it has none; a per cent sign is written '\\%'");
			}
			if (placeholder == null || GroupNames.groupStart(provider.pattern(),
					Math.max(1, group.number())) >= provider.pattern().length() || group.number() == 0) {
				throw new NotTranslatableException("it is not sure which text '%" + group.number() + "' is");
			}
			requireOneValue(provider, group.number());
			return placeholder;
		}
		return variable(((SubstitutionPiece.Variable) piece).name(), hosts);
	}

	/** What may hold several parameters would be escaped as one value. */
	private static void requireOneValue(RewriteCond provider, int number) throws NotTranslatableException {
		if (!"QUERY_STRING".equals(provider.variable())) {
			return;
		}
		try {
			if (Pattern.compile(GroupNames.group(provider.pattern(), number)).matches("a&b=c")) {
				throw new NotTranslatableException("'%" + number + "' may hold several parameters of the query");
			}
		}
		catch (PatternSyntaxException ex) {
			throw new NotTranslatableException("RE2 cannot read the regular expression of its condition");
		}
	}

	private String variable(String name, List<String> hosts) throws NotTranslatableException {
		List<String> literal = hosts.stream().filter((host) -> !host.isEmpty()).toList();
		return switch (name) {
			case "REQUEST_URI" -> "{path}";
			case "HTTP_HOST", "SERVER_NAME" -> {
				List<String> of = this.scope.hosts();
				boolean one = of.size() == 1 && of.get(0).matches("[A-Za-z0-9.-]+");
				yield !literal.isEmpty() ? literal.get(0) : one ? of.get(0) : "{host}";
			}
			case "REQUEST_SCHEME" -> "{scheme}";
			default -> throw new NotTranslatableException("its target has '%{" + name + "}', and a rule cannot");
		};
	}

}
