package dev.reroute.importer.apache;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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

	/** More would be a long list of rules for one line. */
	private static final int MAX_HOSTS = 8;

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
			rules.addAll(rules(alternative, pieces, used));
		}
		return rules;
	}

	private List<RuleBuilder> rules(List<List<RewriteCond>> alternative, List<SubstitutionPiece> pieces,
			Set<Integer> used) throws NotTranslatableException {
		RewriteCond provider = provider(alternative);
		Map<Integer, String> names = ConditionTranslator.names(provider, used);
		RewriteCond path = onlyConditionOnPath(alternative, pieces);
		ForeignSource source = (path != null) ? MatchedPath.of(path)
				: MatchedPath.of(this.rule, this.scope.base(), pieces);
		ForeignConditions all = this.scope.conditions();
		for (List<RewriteCond> one : alternative) {
			RewriteCond first = one.get(0);
			if (!first.equals(path)) {
				this.conditions.add(one, first.equals(provider) ? names : Map.of(), all);
			}
		}
		source.addTo(all);
		Map<Integer, String> placeholders = (path != null && path.equals(provider)) ? source.placeholders()
				: braced(names);
		List<RuleBuilder> rules = new ArrayList<>();
		for (ForeignConditions conditions : byHost(all, pieces)) {
			TargetWriter.Placeholders values = (piece, inQuery) -> placeholder(piece, source, provider, placeholders,
					conditions.literalHosts());
			RuleBuilder rule = conditions.applyTo(source.rule());
			rules.add(this.outcome.applyTo(rule, values, this.scope, this.rule));
		}
		return rules;
	}

	/**
	 * Where the target has the request's host, a rule for each that there may be says
	 * which it is.
	 */
	private static List<ForeignConditions> byHost(ForeignConditions all, List<SubstitutionPiece> pieces) {
		List<String> hosts = all.literalHosts();
		boolean inTarget = pieces.stream()
			.anyMatch((piece) -> piece instanceof SubstitutionPiece.Variable variable && isHost(variable.name()));
		if (!inTarget || hosts.size() < 2 || hosts.size() > MAX_HOSTS) {
			return List.of(all);
		}
		return hosts.stream().map((host) -> {
			ForeignConditions one = all.copy();
			one.onlyHosts(List.of(host));
			return one;
		}).toList();
	}

	private static boolean isHost(String variable) {
		return variable.equals("HTTP_HOST") || variable.equals("SERVER_NAME");
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

	private static String variable(String name, List<String> hosts) throws NotTranslatableException {
		if (isHost(name)) {
			return (hosts.size() == 1) ? hosts.get(0).toLowerCase(Locale.ROOT) : "{host}";
		}
		return switch (name) {
			case "REQUEST_URI" -> "{path}";
			case "REQUEST_SCHEME" -> "{scheme}";
			default -> throw new NotTranslatableException("its target has '%{" + name + "}', and a rule cannot");
		};
	}

}
