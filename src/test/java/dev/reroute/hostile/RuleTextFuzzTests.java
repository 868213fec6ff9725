package dev.reroute.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import dev.reroute.engine.MalformedPaths;
import dev.reroute.engine.RuleSet;
import dev.reroute.rule.ParsedRules;
import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleBuilder;
import dev.reroute.rule.RuleDefinition;
import dev.reroute.rule.RuleParser;
import dev.reroute.test.RuleText;
import dev.reroute.test.TestRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Rule text of any kind is a rule or a problem, never an exception; and a rule, once it
 * is taken, decides on any request.
 */
class RuleTextFuzzTests {

	private static final List<String> PIECES = List.of("/", "/a", "/b/", "{", "}", "{x}", "{y}", "{*x}", "{*", "{x:",
			"{:", "a+", "[a-z]", "[^/]+", "\\d{2}", "(", ")", "(?:", "(?i)", "(?P<x>", "|", "*", "**", "?", "+", "$",
			"^", ".", "..", "\\", "\\.", "\\Q", "\\E", "\\x{41}", "\\pL", "[[:alpha:]", "]", "{2}", "{1,3}", "{1000}",
			"{,}", "%41", "%2F", "%", "%zz", "#", "é", "日", "\ud83d\ude00", "\ud83d", "\u0000", "\n", "//", "http://",
			"https://", "h.example", ":80", "@", "[::1]", "{1}", "{x|lower}", "{x|", "{path}", "{host}", "{scheme}",
			"://", "?a=", "&", ";", ",", " ", "*.example.com", "10.0.0.0/8", "301", "2026-01-01T00:00:00Z", "none",
			"all", "");

	static LongStream seeds() {
		return LongStream.rangeClosed(1, 12);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void anyTextIsARuleOrAProblem(long seed) {
		HostileText hostile = new HostileText(seed);
		List<Rule> rules = new ArrayList<>();
		for (int i = 0; i < 1_500; i++) {
			RuleDefinition definition = definition(hostile);
			assertThatNoException().as("seed %d: %s", seed, definition).isThrownBy(() -> {
				ParsedRules parsed = RuleParser.parse(List.of(definition), RuleText.SETTINGS);
				assertThat(parsed.rules().size() + parsed.problems().size()).isPositive();
				assertThat(parsed.problems())
					.allMatch((problem) -> problem.toString().chars().noneMatch((c) -> c < 0x20));
				rules.addAll(parsed.problems().isEmpty() ? parsed.rules() : List.of());
			});
		}
		assertThat(rules.size()).as("rules with seed %d", seed).isGreaterThan(20);
		decide(seed, hostile, rules);
	}

	private static void decide(long seed, HostileText hostile, List<Rule> rules) {
		RuleSet all = RuleSet.of(rules, MalformedPaths.REJECT, RuleText.SETTINGS.reserved());
		for (Rule rule : rules) {
			RuleSet one = RuleSet.of(List.of(rule), MalformedPaths.PASS, RuleText.SETTINGS.reserved());
			for (int i = 0; i < 10; i++) {
				TestRequest request = TestRequest
					.get("/" + hostile.encode(hostile.text(), "/-._~:@") + "?a=" + hostile.text())
					.header("X", hostile.text());
				assertThatNoException().as("seed %d: %s by %s", seed, request, rule).isThrownBy(() -> {
					one.decide(request);
					one.decideFallback(request);
					all.decide(request);
				});
			}
		}
	}

	private static RuleDefinition definition(HostileText hostile) {
		boolean regex = hostile.random().nextBoolean();
		String slash = (hostile.random().nextInt(4) > 0) ? "/" : "";
		RuleBuilder rule = regex ? Rule.fromRegex(slash + text(hostile)) : Rule.from(slash + text(hostile));
		switch (hostile.random().nextInt(5)) {
			case 0 -> rule.rewrite("/" + text(hostile)).setHeader("X", text(hostile));
			case 1 -> rule.redirect("https://" + text(hostile));
			case 2 -> rule.redirect(text(hostile)).cache(text(hostile));
			default -> rule.redirect("/" + text(hostile));
		}
		switch (hostile.random().nextInt(15)) {
			case 0 -> rule.host(text(hostile));
			case 1 -> rule.header("X", text(hostile));
			case 2 -> rule.parameter(text(hostile), text(hostile));
			case 3 -> rule.client(text(hostile)).before(text(hostile));
			case 4 -> rule.ignoreCase().ignoreTrailingSlash();
			case 5 -> rule.fallback().method(text(hostile));
			case 6 -> rule.path("/" + text(hostile), text(hostile));
			case 7 -> rule.queryString(text(hostile)).onlyQuery(text(hostile));
			case 8 -> rule.not(Rule.from("/").path("*" + text(hostile)).queryString(text(hostile)).conditions());
			default -> {
			}
		}
		return rule.build();
	}

	private static String text(HostileText hostile) {
		StringBuilder text = new StringBuilder();
		for (int i = hostile.random().nextInt(5); i > 0; i--) {
			text.append(hostile.oneOf(PIECES));
		}
		return text.toString();
	}

}
