package dev.reroute.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.reroute.rule.Rule;
import dev.reroute.rule.RuleBuilder;
import dev.reroute.rule.RuleDefinition;
import dev.reroute.test.TestRequest;

/**
 * Rules and requests over a small alphabet, so that several rules are after the same
 * request: hosts, literals, patterns, regexes, conditions, case and slash, fallback.
 */
final class RandomRules {

	private static final List<String> HOSTS = List.of("a.example.com", "b.example.com", "example.com", "localhost");

	private static final List<String> WORDS = List.of("a", "b", "ab", "A", "a1", "ba");

	private final Random random;

	RandomRules(long seed) {
		this.random = new Random(seed);
	}

	List<RuleDefinition> rules(int count) {
		List<RuleDefinition> rules = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			RuleBuilder rule = condition(source());
			if (chance(4)) {
				rule.ignoreCase();
			}
			if (chance(4)) {
				rule.ignoreTrailingSlash();
			}
			boolean fallback = chance(5);
			rules.add(action(fallback ? rule.fallback() : rule, i, fallback).id("rule-" + i).build());
		}
		return rules;
	}

	private RuleBuilder source() {
		if (chance(4)) {
			return Rule
				.fromRegex(pick(List.of("/a.*", "/(a|b)/.*", ".*b", "/ab?/[^/]+", "/A/.*|/b", "/a1/\\w+", "/", "^/ab$",
						"/b/?", "(?i)/A/B", "/a{1,2}/b", "/\\Qa\\E/.*", ".*/b", ".*/a(b|1)/?", "/./b.*", ".*a1.*")));
		}
		String host = chance(3) ? pick(List.of("//a.example.com", "https://b.example.com", "//*.example.com",
				"//{host-label}.example.com", "//example.com:8080", "http://localhost")) : "";
		StringBuilder path = new StringBuilder();
		int segments = this.random.nextInt(3);
		boolean literal = chance(2);
		for (int i = 0; i < segments; i++) {
			path.append('/').append(literal ? pick(WORDS) : segment(i));
		}
		if (!literal && segments > 0 && chance(4)) {
			path.insert(0, chance(2) ? "/**" : "/{*rest}");
		}
		else if (!literal && chance(3)) {
			path.append("/**");
		}
		else if (path.isEmpty() || chance(5)) {
			path.append('/');
		}
		return Rule.from(host + path);
	}

	private String segment(int i) {
		return pick(List.of("a", "b", "ab", "*", "{x" + i + "}", "a{x" + i + "}", "{x" + i + ":[ab]+}", "?", "a*"));
	}

	private RuleBuilder condition(RuleBuilder rule) {
		return switch (this.random.nextInt(13)) {
			case 0 -> rule.method(pick(List.of("GET", "POST")));
			case 1 -> rule.host(pick(HOSTS), pick(HOSTS));
			case 2 -> rule.header("X-Test", pick(List.of("*", "1", "2*")));
			case 3 -> rule.parameter("id", pick(List.of("*", "{id}", "7")));
			case 4 -> rule.cookie("c", "*").scheme("http");
			case 5 -> rule.not(Rule.from("/").header("X-Other", "*").conditions());
			case 6 -> rule.not(Rule.from("/").path(pick(List.of("/a*", "*b", "{:/[ab]/.*}"))).conditions());
			case 7 -> rule.queryString(pick(List.of("", "id=*", "id={:\\d+}", "id={id:\\d}")));
			case 8 -> rule.onlyQuery().path("*a*", "/");
			case 9 -> rule.onlyQuery("i*");
			default -> rule;
		};
	}

	private RuleBuilder action(RuleBuilder rule, int i, boolean fallback) {
		return switch (this.random.nextInt(6)) {
			case 0 -> rule.pass();
			case 1 -> rule.respond(410);
			case 2 -> fallback ? rule.respond(404) : rule.rewrite("/rewritten/" + i);
			case 3 -> rule.redirect(pick(List.of("{path}", "/a", "https://{host}/a", "/b/")));
			default -> rule.redirect("/target/" + i);
		};
	}

	TestRequest request() {
		StringBuilder url = new StringBuilder(pick(List.of("http://", "https://"))).append(pick(HOSTS));
		url.append(chance(5) ? ":8080" : "");
		int segments = this.random.nextInt(4);
		for (int i = 0; i < segments; i++) {
			url.append('/').append(pick(WORDS));
		}
		url.append((segments == 0 || chance(4)) ? "/" : "");
		url.append(chance(4) ? pick(List.of("?id=7", "?id=8&id=7", "?x=1")) : "");
		TestRequest request = TestRequest.of(pick(List.of("GET", "POST")), url.toString());
		if (chance(3)) {
			request.header("X-Test", pick(List.of("1", "22", "3")));
		}
		if (chance(5)) {
			request.header("X-Other", "1");
		}
		return chance(4) ? request.cookie("c", "1") : request;
	}

	private boolean chance(int oneIn) {
		return this.random.nextInt(oneIn) == 0;
	}

	private <T> T pick(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

}
