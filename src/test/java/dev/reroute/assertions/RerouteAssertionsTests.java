package dev.reroute.assertions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.reroute.engine.MalformedPaths;
import dev.reroute.engine.RuleSet;
import dev.reroute.pattern.InvalidTextException;
import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleBuilder;
import dev.reroute.rule.RuleSettings;
import dev.reroute.source.InvalidRulesException;
import dev.reroute.source.LiveRules;
import dev.reroute.source.RuleSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.reroute.assertions.RerouteAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RerouteAssertionsTests {

	private static final RuleSet RULES = Rules
		.parse("""
				rules:
				  - { id: posted, from: "/old/{*rest}", redirect: "/posted/{*rest}", when: { method: POST } }
				  - { id: old, from: "/old/{*rest}", redirect: "/new/{*rest}", status: 301 }
				  - { id: late, from: /old/x, redirect: /late }
				  - { id: shop, from: "https://shop.example.com/{x}", rewrite: "/shops/{x}?y=1", when: { header: { X-Beta: "1" } } }
				  - { id: gone, from: /gone, respond: 410 }
				  - { id: left, from: /left, pass: true }
				  - { id: self, from: /self, redirect: /self }
				  - { id: sale, from: /sale, redirect: /gone, when: { after: 2026-11-27T00:00:00Z, before: 2026-12-01T00:00:00Z } }
				  - { id: hop, from: /hop, redirect: /old/x }
				  - { id: away, from: /away, redirect: "https://www.example.org/a" }
				  - { id: round, from: /round, redirect: /about }
				  - { id: about, from: /about, redirect: /round }
				  - { id: office, from: /office, respond: 403, when: { not: { client: 10.0.0.0/8 } } }
				  - { id: archive, from: "/archive/{*x}", redirect: "/store/{*x}", fallback: true }
				""");

	static Stream<Arguments> right() {
		return Stream.of(right("redirect", (rules) -> rules.on("/old/x").redirectsTo("/new/x").byRule("old")),
				right("status", (rules) -> rules.on("/old/x?a=b").redirectsTo("/new/x?a=b", 301)),
				right("method", (rules) -> rules.on("POST", "/old/x").redirectsTo("/posted/x", 307).byRule("posted")),
				right("header",
						(rules) -> rules.on("https://shop.example.com/a")
							.withHeader("X-Beta", "1")
							.rewritesTo("/shops/a?y=1")
							.byRule("shop")),
				right("without header", (rules) -> rules.on("https://shop.example.com/a").passes()),
				right("respond", (rules) -> rules.on("/gone").respondsWith(410)),
				right("malformed", (rules) -> rules.on("/a/%zz").respondsWith(400)),
				right("pass", (rules) -> rules.on("/left").passes().byRule("left")),
				right("self", (rules) -> rules.on("/self").passes().byRule("self")),
				right("no rule", (rules) -> rules.on("/nothing").passes()),
				right("in time", (rules) -> rules.on("/sale").at(Instant.parse("2026-11-28T00:00:00Z")).byRule("sale")),
				right("before", (rules) -> rules.on("/sale").at(Instant.parse("2026-11-26T00:00:00Z")).passes()),
				right("client", (rules) -> rules.on("/office").from("10.1.2.3").passes()),
				right("other client", (rules) -> rules.on("/office").respondsWith(403)),
				right("hops", (rules) -> rules.on("/hop").endsAt("/new/x")),
				right("no hop", (rules) -> rules.on("/nothing").endsAt("/nothing")),
				right("hops elsewhere", (rules) -> rules.on("/away").endsAt("https://www.example.org/a")),
				right("hops on the host asked", (rules) -> rules.on("https://x.example/hop").endsAt("/new/x")),
				right("fallback", (rules) -> rules.on("/archive/a").redirectsTo("/store/a").endsAt("/store/a")),
				right("fallback not needed",
						(rules) -> rules.on("/archive/a").foundByApplication().passes().endsAt("/archive/a")));
	}

	private static Arguments right(String name, Consumer<RulesAssert> assertion) {
		return Arguments.of(name, assertion);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("right")
	void whatIsRightHolds(String name, Consumer<RulesAssert> assertion) {
		assertion.accept(assertThat(RULES));
	}

	static Stream<Arguments> wrong() {
		return Stream.of(wrong((rules) -> rules.on("/old/x").redirectsTo("/new/y"), """
				On /old/x
				expected:
				  redirect to /new/y
				but was:
				  redirect to /new/x with 301 by 'old' (text:3:5)
				what came close:
				  'posted' (text:2:5): redirect to /posted/{*rest} with 307; does not hold: method: POST
				  'late' (text:4:5): redirect to /late with 307; stands later"""),
				wrong((rules) -> rules.on("/old/y").redirectsTo("/new/y", 302), "redirect to /new/y with 302",
						"redirect to /new/y with 301 by 'old'"),
				wrong((rules) -> rules.on("/nothing").redirectsTo("/x"), "redirect to /x", "pass: no rule matches"),
				wrong((rules) -> rules.on("/old/y").rewritesTo("/new/y"), "rewrite to /new/y"),
				wrong((rules) -> rules.on("/gone").respondsWith(404), "respond with 404",
						"respond with 410 by 'gone' (text:6:5)"),
				wrong((rules) -> rules.on("/%zz").passes(), "respond with 400: the path is malformed"),
				wrong((rules) -> rules.on("/left").byRule("gone"), "a decision by rule 'gone'",
						"pass by 'left' (text:7:5)"),
				wrong((rules) -> rules.on("/self").redirectsTo("/self"),
						"pass: a redirect to the very same URL by 'self'"),
				wrong((rules) -> rules.on("POST", "https://shop.example.com/a")
					.withHeader("X-Beta", "2")
					.byRule("shop"), "On POST https://shop.example.com/a\n  X-Beta: 2",
						"does not hold: header X-Beta: 1"),
				wrong((rules) -> rules.on("/sale").at(Instant.EPOCH).respondsWith(410),
						"does not hold: after: 2026-11-27T00:00:00Z, before: 2026-12-01T00:00:00Z"),
				wrong((rules) -> rules.on("/office").passes(), "respond with 403 by 'office'"),
				wrong((rules) -> rules.on("/office").from("10.0.0.1").respondsWith(403),
						"does not hold: not: { client: 10.0.0.0/8 }"),
				wrong((rules) -> rules.on("/hop").endsAt("/old/x"),
						"a walk that ends at /old/x\n  but it is:\n  /hop\n",
						"  307 /old/x by 'hop' (text:10:5)\n  301 /new/x by 'old' (text:3:5)\n"
								+ "  where the application answers"),
				wrong((rules) -> rules.on("/round").endsAt("/about"), "which was asked for before: a loop"),
				wrong((rules) -> rules.on("/sale").at(Instant.parse("2026-11-28T00:00:00Z")).endsAt("/gone"),
						"where it is answered: respond with 410 by 'gone'"),
				wrong((rules) -> rules.on("/away").endsAt("/a"), "on a host that no rule names"),
				wrong((rules) -> rules.on("/archive/a").passes(), "redirect to /store/a with 307 by 'archive'"),
				wrong((rules) -> rules.on("/archive/a").foundByApplication().respondsWith(404), "pass: no rule matches",
						"'archive' (text:15:5): redirect to /store/{*x} with 307; acts where the application has no "
								+ "answer"),
				wrong((rules) -> rules.as("the old site").on("/gone").passes(), "[the old site] "));
	}

	private static Arguments wrong(Consumer<RulesAssert> assertion, String... told) {
		return Arguments.of(assertion, told);
	}

	@ParameterizedTest
	@MethodSource("wrong")
	void whatIsWrongIsExplained(Consumer<RulesAssert> assertion, String[] told) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertion.accept(assertThat(RULES)))
			.satisfies((error) -> assertThat(error.getMessage()).contains(told));
	}

	@Test
	void ofManyAttemptsOnlySomeAreTold() {
		RuleSet many = Rules
			.of(Stream.generate(() -> Rule.from("/**").respond(410)).limit(20).toArray(RuleBuilder[]::new));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(many).on("/a").passes())
			.withMessageContaining("'/**#11'")
			.withMessageNotContaining("'/**#12'")
			.withMessageEndingWith("  9 more");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "old", "ftp://example.com/", "https://", "https://user@example.com/" })
	void whatIsNoUrlIsTold(String url) {
		List<ThrowingCallable> uses = List.of(() -> assertThat(RULES).on(url),
				() -> assertThat(RULES).on("/left").endsAt(url));
		assertThat(uses).allSatisfy((use) -> assertThatExceptionOfType(InvalidTextException.class).isThrownBy(use)
			.withMessageContaining("a URL such as"));
	}

	@Test
	void thereMustBeRules() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat((RuleSet) null).on("/a"));
	}

	@Test
	void liveRulesAreThoseOfNow() {
		try (LiveRules live = new LiveRules(List.of(RuleSource.of(Rule.from("/a").redirect("/b"))),
				RuleSettings.DEFAULT, MalformedPaths.REJECT)) {
			assertThat(live).on("/a").redirectsTo("/b", 307);
		}
	}

	@Test
	void rulesAreReadFromFilesInOrder(@TempDir Path folder) throws IOException {
		Path first = Files.writeString(folder.resolve("first.yaml"), "rules: [ { from: /a, redirect: /b } ]");
		Path second = Files.writeString(folder.resolve("second.csv"), "from,redirect\n/a,/c\n/d,/e\n");
		RuleSet rules = Rules.load(first.toString(), second.toString());
		assertThat(rules).on("/a").redirectsTo("/b");
		assertThat(rules).on("/d").redirectsTo("/e");
		assertThat(Rules.load("classpath:rules.yaml")).on("/old").byRule("/old/{*rest}");
	}

	@Test
	void problemsOfTheRulesAreToldTogether() {
		assertThatExceptionOfType(InvalidRulesException.class)
			.isThrownBy(() -> Rules.parse("rules: [ { from: /a }, { from: b, respond: 410 } ]"))
			.withMessageContaining("text:1:10: no-action")
			.withMessageContaining("bad-pattern");
		assertThatExceptionOfType(InvalidRulesException.class).isThrownBy(() -> Rules.parse("rules: ["))
			.withMessageContaining("bad-yaml");
		assertThatExceptionOfType(InvalidRulesException.class).isThrownBy(() -> Rules.load("nowhere.yaml"))
			.withMessageContaining("missing-file");
	}

}
