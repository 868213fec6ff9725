package dev.reroute.rule;

import java.util.List;
import java.util.stream.Stream;

import dev.reroute.test.RuleText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every fault of a rule is one problem that says what, where and under which key.
 */
class BadRulesTests {

	record Case(String name, String yaml, String code, int line, int column, String key) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	/**
	 * A rule on one line, in braces; the key whose value is at fault gives the column.
	 */
	private static Case of(String name, String rule, String code, String key) {
		String lastKey = key.substring(key.lastIndexOf('.') + 1);
		String text = "- {" + rule + "}";
		int at = key.isEmpty() ? text.indexOf('{') : valueOf(text, key, lastKey);
		return new Case(name, "\n" + text, code, 2, at + 1, key);
	}

	private static int valueOf(String text, String key, String lastKey) {
		int from = key.contains(".") ? text.indexOf(key.substring(0, key.indexOf('.')) + ":") : 0;
		return text.indexOf(lastKey + ": ", from) + lastKey.length() + 2;
	}

	static Stream<Case> actions() {
		return Stream.of(of("no action", "from: /a", "no-action", ""),
				of("no action but a status", "from: /a, status: 301", "no-action", ""),
				of("pass: false is no action", "from: /a, pass: false", "no-action", ""),
				of("two actions", "from: /a, redirect: /b, rewrite: /c", "two-actions", "rewrite"),
				of("an action and pass", "from: /a, redirect: /b, pass: true", "two-actions", "pass"),
				of("status beside rewrite", "from: /a, rewrite: /b, status: 301", "misplaced-key", "status"),
				of("cache beside pass", "from: /a, pass: true, cache: 1h", "misplaced-key", "cache"),
				of("headers beside redirect", "from: /a, redirect: /b, request-headers: {set: {X: y}}", "misplaced-key",
						"request-headers"),
				of("a rewrite that waits for a 404", "from: /a, rewrite: /b, fallback: true", "misplaced-key",
						"fallback"),
				of("query beside respond", "from: /a, respond: 410, query: drop", "misplaced-key", "query"),
				of("status that is no redirect", "from: /a, redirect: /b, status: 200", "bad-status", "status"),
				of("status 304", "from: /a, redirect: /b, status: 304", "bad-status", "status"),
				of("status as a word", "from: /a, redirect: /b, status: moved", "bad-number", "status"),
				of("status below zero", "from: /a, redirect: /b, status: -301", "bad-number", "status"),
				of("status that overflows", "from: /a, redirect: /b, status: 99999999999", "bad-number", "status"),
				of("respond with success", "from: /a, respond: 200", "bad-status", "respond"),
				of("respond with 600", "from: /a, respond: 600", "bad-status", "respond"),
				of("cache without a unit", "from: /a, redirect: /b, cache: 60", "bad-duration", "cache"),
				of("cache with two", "from: /a, redirect: /b, cache: 1h 5m", "bad-duration", "cache"),
				of("yes is not true", "from: /a, pass: true, fallback: yes", "bad-boolean", "fallback"));
	}

	static Stream<Case> sources() {
		return Stream.of(of("a bad regex beside text", "from: '/x{a:(}-{b}', redirect: /b", "bad-pattern", "from"),
				of("no source", "redirect: /b", "no-source", ""),
				of("two sources", "from: /a, from-regex: /b, pass: true", "two-sources", "from-regex"),
				of("no slash at the start", "from: a, pass: true", "bad-pattern", "from"),
				of("capture not closed", "from: '/a/{id', pass: true", "bad-pattern", "from"),
				of("capture twice", "from: '/{a}/{a}', pass: true", "bad-pattern", "from"),
				of("capture called 1", "from: '/{1}', pass: true", "bad-pattern", "from"),
				of("rest in the middle", "from: '/a/{*r}/b', pass: true", "bad-pattern", "from"),
				of("two rests", "from: '/**/a/**', pass: true", "bad-pattern", "from"),
				of("capturing group in a capture", "from: '/{a:(x)}', pass: true", "bad-pattern", "from"),
				of("broken regex in a capture", "from: '/{a:[}', pass: true", "bad-pattern", "from"),
				of("query in the source", "from: '/a?x=1', pass: true", "query-in-source", "from"),
				of("dot segments", "from: /a/../b, pass: true", "unmatchable-source", "from"),
				of("encoded dot segments", "from: /a/%2e%2e/b, pass: true", "unmatchable-source", "from"),
				of("double slash", "from: /a//b, pass: true", "unmatchable-source", "from"),
				of("path parameter", "from: '/a;v=1', pass: true", "unmatchable-source", "from"),
				of("fragment", "from: '/a#b', pass: true", "unmatchable-source", "from"),
				of("backslash", "from: '/a\\b', pass: true", "unmatchable-source", "from"),
				of("encoded line break", "from: /a%0Ab, pass: true", "unmatchable-source", "from"),
				of("NUL", "from: /a%00, pass: true", "unmatchable-source", "from"),
				of("raw NUL", "from: \"/a\\0b\", pass: true", "unmatchable-source", "from"),
				of("half an encoding", "from: /a%2, pass: true", "bad-encoding", "from"),
				of("overlong UTF-8", "from: /a%c0%af, pass: true", "bad-encoding", "from"),
				of("scheme that is none", "from: 'ftp://h/a', pass: true", "bad-scheme", "from"),
				of("user info", "from: 'http://u@h/a', pass: true", "bad-host", "from"),
				of("empty host", "from: 'http:///a', pass: true", "bad-host", "from"),
				of("port too large", "from: 'http://h:65536/a', pass: true", "bad-host", "from"),
				of("regex that cannot match", "from-regex: a/b, pass: true", "unmatchable-source", "from-regex"),
				of("regex not closed", "from-regex: '/(a', pass: true", "bad-regex", "from-regex"),
				of("look-ahead", "from-regex: '/(?!a).*', pass: true", "bad-regex", "from-regex"),
				of("look-behind", "from-regex: '/.*(?<=a)', pass: true", "bad-regex", "from-regex"),
				of("back reference", "from-regex: '/(a)\\1', pass: true", "bad-regex", "from-regex"),
				of("possessive repeat", "from-regex: '/a++', pass: true", "bad-regex", "from-regex"),
				of("repeat bomb", "from-regex: '((a{1000}){1000}){1000}', pass: true", "too-complex", "from-regex"),
				of("repeat bomb behind a quotation", "from-regex: '/((a{1000}){1000}){1000}\\Q(\\E', pass: true",
						"too-complex", "from-regex"),
				of("repeat bomb behind a class", "from-regex: '/((a{1000}){1000}){1000}[[:alpha:](]', pass: true",
						"too-complex", "from-regex"),
				of("repeat bomb in a capture", "from: '/{x:(?:(?:a{1000}){1000}){9}}', pass: true", "too-complex",
						"from"));
	}

	static Stream<Case> conditions() {
		return Stream.of(
				of("header that is no token", "from: /a, when: {header: {a(b: x}}, pass: true", "bad-name",
						"when.header.a(b"),
				of("method that is no token", "from: /a, when: {method: 'G T'}, pass: true", "bad-name", "when.method"),
				of("scheme ftp", "from: /a, when: {scheme: ftp}, pass: true", "bad-scheme", "when.scheme"),
				of("host with a port", "from: /a, when: {host: 'h:80'}, pass: true", "bad-host", "when.host"),
				of("host with an at sign", "from: /a, when: {host: a@b}, pass: true", "bad-host", "when.host"),
				of("host with a broken IPv6 address", "from: /a, when: {host: '[:]'}, pass: true", "bad-host",
						"when.host"),
				of("client with a large octet", "from: /a, when: {client: 10.0.0.256}, pass: true", "bad-address",
						"when.client"),
				of("client with a long prefix", "from: /a, when: {client: 10.0.0.0/33}, pass: true", "bad-address",
						"when.client"),
				of("client with a name", "from: /a, when: {client: localhost}, pass: true", "bad-address",
						"when.client"),
				of("instant without an offset", "from: /a, when: {after: '2026-11-27T00:00:00'}, pass: true",
						"bad-instant", "when.after"),
				of("path that begins with other text", "from: /a, when: {path: a/b}, pass: true", "bad-pattern",
						"when.path"),
				of("path with a brace", "from: /a, when: {path: '/{a'}, pass: true", "bad-placeholder", "when.path"),
				of("query string with a group", "from: /a, when: {query-string: '{x:(a)}'}, pass: true", "bad-pattern",
						"when.query-string"),
				of("query string with look-ahead", "from: /a, when: {query-string: '{:(?!a).*}'}, pass: true",
						"bad-regex", "when.query-string"),
				of("only-query with a name to bind", "from: /a, when: {only-query: '{x}'}, pass: true", "bad-name",
						"when.only-query"),
				of("none beside others", "from: /a, when: {only-query: ['{', none]}, pass: true", "bad-placeholder",
						"when.only-query"),
				of("header with an open quotation", "from: /a, when: {header: {X: '{:\\Qa}'}}, pass: true", "bad-regex",
						"when.header.X"),
				of("host with a broken regex", "from: /a, when: {host: '{:[}.de'}, pass: true", "bad-regex",
						"when.host"),
				of("repeat bombs that add up",
						"from: /a, when: {cookie: {c: '{:a{900}}{:a{900}}{:a{900}}'}}, pass: true", "too-complex",
						"when.cookie.c"),
				of("regex with a name within not", "from: /a, when: {not: {path: '/{x:a}'}}, pass: true",
						"unusable-name", "when.not"),
				of("name bound by path and source", "from: '/{id}', when: {path: '/{id}'}, pass: true",
						"duplicate-name", "from"),
				of("name within not", "from: /a, when: {not: {query: {id: '{id}'}}}, pass: true", "unusable-name",
						"when.not"),
				of("name bound twice", "from: '/{id}', when: {query: {id: '{id}'}}, pass: true", "duplicate-name",
						"from"));
	}

	@ParameterizedTest
	@MethodSource({ "actions", "sources", "conditions" })
	void aFaultIsOneProblemWithItsPlace(Case fault) {
		List<Problem> problems = RuleText.problems(fault.yaml());
		assertThat(problems).as("%s", problems).hasSize(1);
		Problem problem = problems.get(0);
		assertThat(problem.code()).as("%s", problem).isEqualTo(fault.code());
		assertThat(problem.origin().line()).as("%s", problem).isEqualTo(fault.line());
		assertThat(problem.origin().column()).as("%s", problem).isEqualTo(fault.column());
		assertThat(problem.key()).as("%s", problem).isEqualTo(fault.key().isEmpty() ? null : fault.key());
		assertThat(problem.toString()).doesNotContain("\n", "Exception:", "dev.reroute.", "java.");
	}

}
