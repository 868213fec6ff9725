package dev.reroute.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import dev.reroute.engine.Attempt;
import dev.reroute.engine.Decision;
import dev.reroute.engine.Explainer;
import dev.reroute.engine.MalformedPaths;
import dev.reroute.engine.RuleSet;
import dev.reroute.engine.UrlRequest;
import dev.reroute.engine.Walk;
import dev.reroute.rule.ParsedRules;
import dev.reroute.rule.ReservedPaths;
import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleBuilder;
import dev.reroute.rule.RuleDefinition;
import dev.reroute.rule.RuleParser;
import dev.reroute.rule.RuleSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The linter against a search through all paths over a small alphabet: it misses no loop
 * and no shadowed rule, and claims none that the engine denies. Where rules ask for the
 * query, it may miss some.
 */
class BruteForceTests {

	private static final List<String> PATHS = paths();

	private static final List<String> QUERIES = List.of("", "?", "?a=x", "?b=1", "?a=x&b=1", "?a=1&a=y");

	private static List<String> paths() {
		List<String> paths = new ArrayList<>(List.of("/"));
		List<String> level = List.of("");
		for (int depth = 0; depth < 4; depth++) {
			List<String> next = new ArrayList<>();
			for (String start : level) {
				for (String word : List.of("a", "b", "c")) {
					next.add(start + "/" + word);
				}
			}
			paths.addAll(next);
			next.stream().map((path) -> path + "/").forEach(paths::add);
			level = next;
		}
		return paths;
	}

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 2, 3, 4 })
	void nothingIsMissedAndNothingMadeUp(long seed) {
		Random random = new Random(seed);
		int loops = 0;
		int shadowed = 0;
		for (int i = 0; i < 60; i++) {
			boolean queries = i % 3 == 0;
			RuleSet rules = rules(random, queries);
			LintReport report = RuleLinter.lint(rules, EachFindingTests.NOW);
			Explainer explainer = rules.explainer();
			String about = "seed %d, set %d: %s, findings %s".formatted(seed, i, text(rules), report.findings());
			report.findings().forEach((finding) -> confirm(finding, explainer, about));

			boolean loop = PATHS.stream()
				.map((path) -> explainer.walk(UrlRequest.get(path)).end())
				.anyMatch((end) -> end == Walk.End.LOOP || end == Walk.End.TOO_LONG);
			if (loop && !queries) {
				loops++;
				assertThat(codes(report)).as(about).contains(FindingCode.LOOP);
			}
			Set<Rule> reached = PATHS.stream()
				.flatMap((path) -> (queries ? QUERIES : List.of("")).stream().map((query) -> path + query))
				.map((url) -> rules.decide(UrlRequest.get(url)).rule())
				.collect(Collectors.toSet());
			for (Rule rule : rules.rules()) {
				boolean found = report.findings()
					.stream()
					.anyMatch((finding) -> finding.rule().equals(rule)
							&& (finding.code() == FindingCode.SHADOWED || finding.code() == FindingCode.DUPLICATE));
				if (found) {
					assertThat(reached).as(about).doesNotContain(rule);
					shadowed++;
				}
				else if (!reached.contains(rule) && !queries) {
					assertThat(isReachedElsewhere(rule, rules) || hasNoPath(rule, rules))
						.as("%s is shadowed, %s", rule, about)
						.isTrue();
				}
			}
		}
		assertThat(loops).isGreaterThan(5);
		assertThat(shadowed).isGreaterThan(5);
	}

	/** The paths above are not all there are. */
	private static boolean isReachedElsewhere(Rule rule, RuleSet rules) {
		Subject.Context context = Subject.Context.of(rules, EachFindingTests.NOW);
		UrlRequest request = Reach.of(rule, context).request();
		return request != null && rule.equals(rules.decide(request).rule());
	}

	/** What the source matches, a condition on the path may refuse. */
	private static boolean hasNoPath(Rule rule, RuleSet rules) {
		try {
			return Subject.Context.of(rules, EachFindingTests.NOW).languages().pathsOf(rule).next() == null;
		}
		catch (BeyondMethodException ex) {
			return false;
		}
	}

	private static Set<FindingCode> codes(LintReport report) {
		return report.findings().stream().map(Finding::code).collect(Collectors.toSet());
	}

	private static void confirm(Finding finding, Explainer explainer, String about) {
		UrlRequest witness = finding.witness();
		if (witness == null) {
			assertThat(finding.severity()).as(about).isNotEqualTo(Severity.ERROR);
			return;
		}
		Walk walk = explainer.walk(witness);
		switch (finding.code()) {
			case LOOP -> assertThat(walk.end()).as(about).isIn(Walk.End.LOOP, Walk.End.TOO_LONG);
			case SELF_REDIRECT -> assertThat(walk.decision()).as(about).isInstanceOf(Decision.Pass.class);
			case SHADOWED -> assertThat(explainer.explain(witness).attempts()).as(about)
				.anyMatch((attempt) -> attempt.rule().equals(finding.rule())
						&& attempt.outcome() == Attempt.Outcome.STANDS_LATER);
			case CHAIN -> assertThat(walk.hops()).as(about).hasSizeGreaterThan(1);
			case DEAD_END -> assertThat(walk.end()).as(about).isEqualTo(Walk.End.RESPONDED);
			default -> assertThat(finding.severity()).as(about).isNotEqualTo(Severity.ERROR);
		}
	}

	private static RuleSet rules(Random random, boolean queries) {
		List<RuleDefinition> definitions = new ArrayList<>();
		int count = 2 + random.nextInt(5);
		for (int i = 0; i < count; i++) {
			RuleBuilder rule = onPath(rule(random), random);
			definitions.add((queries ? onQuery(rule, random) : rule).id("rule-" + i).build());
		}
		ParsedRules parsed = RuleParser.parse(definitions, RuleSettings.DEFAULT);
		assertThat(parsed.problems()).isEmpty();
		return RuleSet.of(parsed.rules(), MalformedPaths.REJECT, ReservedPaths.NONE);
	}

	private static RuleBuilder rule(Random random) {
		return switch (random.nextInt(12)) {
			case 0, 1, 2 -> Rule.from(literal(random)).redirect(literal(random));
			case 3, 4, 5 -> Rule.from(literal(random) + "/{*r}").redirect(literal(random) + "/{*r}");
			case 6 -> Rule.from("/{x}/{y}").redirect(pick(random, "/{y}/{x}", "/{x}/{x}", "/a/{y}", "/{y}"));
			case 7 -> Rule.from("/{x}" + literal(random)).redirect(literal(random) + "/{x}");
			case 8 -> Rule.from(literal(random) + "/{x}").redirect("/{x}" + literal(random));
			case 9 -> Rule.fromRegex(pick(random, "/(a|b)/(.*)", "/([ab]+)/c", "/a.*", "/(.)/(.)/(.)"))
				.redirect(pick(random, "/c/{1}", "/{1}", "/b/{1}").replace("{1}", "x"));
			case 10 -> Rule.fromRegex("/(a|b)/(.+)").redirect(pick(random, "/c/{2}", "/{2}/{1}", "/{1}/{2}", "/b/{1}"));
			default -> pick(random, Rule.from(literal(random)).respond(410), Rule.from(literal(random)).pass(),
					Rule.from("/{x:[ab]}/**").respond(404));
		};
	}

	private static RuleBuilder onPath(RuleBuilder rule, Random random) {
		String text = pick(random, "/a*", "*/b", "/{:[ab]+}", "/{:[^/]*}/*", "{:/a(?:/.*)?}", "/c", "{:(?i)/A.*}");
		return switch (random.nextInt(8)) {
			case 0 -> rule.path(text, "/b*");
			case 1 -> rule.path("*").not(Rule.from("/").path(text).conditions());
			case 2 -> rule.not(Rule.from("/").path(text, "/c*").conditions());
			default -> rule;
		};
	}

	private static RuleBuilder onQuery(RuleBuilder rule, Random random) {
		return switch (random.nextInt(9)) {
			case 0 -> rule.onlyQuery();
			case 1 -> rule.onlyQuery("a");
			case 2 -> rule.queryString("a=*", "a={:[xy]}");
			case 3 -> rule.queryString("");
			case 4 -> rule.parameter("a", "{:[xy]}");
			case 5 -> rule.queryString("{:.*}b=1");
			default -> rule;
		};
	}

	private static String literal(Random random) {
		return pick(random, "/a", "/b", "/a/b", "/b/a", "/c", "/a/a");
	}

	@SafeVarargs
	private static <T> T pick(Random random, T... choices) {
		return choices[random.nextInt(choices.length)];
	}

	private static String text(RuleSet rules) {
		return rules.rules()
			.stream()
			.map((rule) -> rule.source().text() + " " + rule.conditions() + " " + ActionText.of(rule.action()))
			.collect(Collectors.joining("; "));
	}

}
