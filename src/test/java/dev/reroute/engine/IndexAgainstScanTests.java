package dev.reroute.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.reroute.pattern.MatchOptions;
import dev.reroute.pattern.RedirectTargets;
import dev.reroute.rule.ParsedRules;
import dev.reroute.rule.RedirectStatus;
import dev.reroute.rule.ReservedPaths;
import dev.reroute.rule.RuleParser;
import dev.reroute.rule.RuleSettings;
import dev.reroute.test.TestRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The index answers as the plain scan does, for many thousand random rule sets.
 */
class IndexAgainstScanTests {

	private static final RuleSettings SETTINGS = new RuleSettings(RedirectStatus.FOUND, MatchOptions.STRICT,
			new RedirectTargets(List.of("a.example.com")), ReservedPaths.NONE);

	/** What came of a request; counted to see that all kinds were met. */
	private enum Kind {

		PASS_NO_RULE, PASS_RULE, SELF_REDIRECT, REDIRECT, REWRITE, RESPOND

	}

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 101, 102, 103, 104, 105, 106, 107, 108 })
	void randomRuleSetsAreDecidedAsAScanWould(long seed) {
		RandomRules random = new RandomRules(seed);
		Map<Kind, Integer> met = new EnumMap<>(Kind.class);
		for (int i = 0; i < 2_500; i++) {
			ParsedRules parsed = RuleParser.parse(random.rules(1 + i % 25), SETTINGS);
			assertThat(parsed.problems()).as("seed %d, set %d", seed, i).isEmpty();
			RuleSet rules = RuleSet.of(parsed.rules(), MalformedPaths.REJECT, ReservedPaths.NONE);
			for (int j = 0; j < 8; j++) {
				TestRequest request = random.request();
				Decision decision = rules.decide(request);
				assertThat(decision).as("seed %d, set %d, %s, rules %s", seed, i, request, rules.rules())
					.isEqualTo(ScanOracle.decide(rules, request, false));
				assertThat(rules.decideFallback(request))
					.as("fallback, seed %d, set %d, %s, rules %s", seed, i, request, rules.rules())
					.isEqualTo(ScanOracle.decide(rules, request, true));
				met.merge(kindOf(decision), 1, Integer::sum);
			}
		}
		assertThat(met).as("what seed %d met", seed).containsOnlyKeys(Kind.values());
		assertThat(met.values()).allMatch((count) -> count > 50);
	}

	private static Kind kindOf(Decision decision) {
		if (decision instanceof Decision.Pass pass) {
			return switch (pass.reason()) {
				case NO_RULE -> Kind.PASS_NO_RULE;
				case PASS_RULE -> Kind.PASS_RULE;
				case SELF_REDIRECT -> Kind.SELF_REDIRECT;
			};
		}
		return (decision instanceof Decision.Redirect) ? Kind.REDIRECT
				: (decision instanceof Decision.Rewrite) ? Kind.REWRITE : Kind.RESPOND;
	}

}
