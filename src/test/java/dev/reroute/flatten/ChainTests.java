package dev.reroute.flatten;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.reroute.rule.Definitions;
import dev.reroute.source.file.RuleFiles;
import dev.reroute.test.RuleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of chains: one row a case. Rules are written {@code from -> target, rest};
 * a status that is left out is 301.
 */
class ChainTests {

	@TempDir
	private Path directory;

	/**
	 * A case.
	 *
	 * @param name what it shows
	 * @param rules the rules
	 * @param expected what the first rule is then: its target and, behind a blank, its
	 * status and cache
	 * @param left why the first rule, or the rest of its chain, stays; empty if it does
	 * not
	 */
	record Case(String name, String[] rules, String expected, String left) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	private static Case flat(String name, String expected, String... rules) {
		return new Case(name, rules, expected, "");
	}

	private static Case left(String name, String expected, String left, String... rules) {
		return new Case(name, rules, expected, left);
	}

	static Stream<Case> permanent() {
		return Stream.of(flat("three exact paths", "/c 301", "/a -> /b", "/b -> /c"),
				flat("later rules come first", "/d 301", "/a -> /b", "/c -> /d", "/b -> /c"),
				flat("not a chain", "/b 301", "/a -> /b", "/c -> /d"),
				flat("308 stays if all keep the method", "/c 308", "/a -> /b, status: 308", "/b -> /c, status: 308"),
				flat("301 if a later hop loses the method", "/c 301", "/a -> /b, status: 308", "/b -> /c"),
				flat("301 stays", "/c 301", "/a -> /b", "/b -> /c, status: 308"),
				flat("cache stays", "/c 301 1h", "/a -> /b, cache: 1h", "/b -> /c, cache: 5m"),
				left("a temporary hop stays", "/b 301", "temporary", "/a -> /b", "/b -> /c, status: 302"),
				left("up to a temporary hop", "/c 301", "temporary", "/a -> /b", "/b -> /c", "/c -> /d, status: 307"),
				left("a temporary first hop", "/b 302", "temporary", "/a -> /b, status: 302", "/b -> /c"),
				left("a circle", "/b 301", "loop", "/a -> /b", "/b -> /c", "/c -> /b"),
				left("a circle through a temporary hop", "/b 301", "loop", "/a -> /b", "/b -> /c",
						"/c -> /a, status: 302"),
				left("growth without end", "/a/x/{*p} 301", "too-long", "/a/{*p} -> /a/x/{*p}"),
				flat("a rule that leads to itself ends the chain", "/b#y 301", "/a -> /b#y", "/b -> /b"),
				flat("a rule that passes ends it", "/b 301", "/a -> /b", "/b ! pass: true", "/b -> /c"),
				flat("a fallback rule does not go on", "/b 301", "/a -> /b", "/b -> /c, fallback: true"),
				flat("a fallback rule may begin", "/c 301", "/a -> /b, fallback: true", "/b -> /c"),
				flat("a reserved path is no rule's", "/error/a 301", "/a -> /error/a", "/error/a -> /c"),
				left("a fallback rule comes back to its own 404", "/b 301", "loop", "/a -> /b, fallback: true",
						"/b -> /a"),
				left("a hop that can be merged once it is flattened itself", "/c 308", "temporary",
						"/a -> /b, query: { remove: q }, status: 308", "/b -> /x?, status: 308",
						"/x -> /c, status: 308", "/c -> /d, status: 302"),
				flat("a fragment is inherited", "/c#top 301", "/a -> /b#top", "/b -> /c"),
				flat("a later fragment wins", "/c#end 301", "/a -> /b#top", "/b -> /c#end"),
				flat("encoded as the engine does", "/c/x%20%C3%A9/%2F 301", "/a -> /b/x%20é/%2F", "/b/{*p} -> /c/{*p}"),
				flat("parameters of a path", "/c 301", "/a -> /b;v=1", "/b -> /c"),
				flat("examples end with the chain", "/b 301", "/a -> /b, examples: [{ request: /a, expect: 301 /b }]"),
				left("examples keep a rule", "/b 301", "examples",
						"/a -> /b, examples: [{ request: /a, expect: 301 /b }]", "/b -> /c"));
	}

	static Stream<Case> hosts() {
		return Stream.of(
				flat("another host that no rule names", "https://x.org/b 301", "/a -> https://x.org/b", "/b -> /c"),
				flat("another host of ours", "https://x.org/c 301", "/a -> https://x.org/b", "//x.org/b -> /c"),
				flat("and back", "https://y.org/c 301", "/a -> https://x.org/b", "//x.org/b -> https://y.org/c",
						"//x.org/none ! pass: true"),
				left("an encoded slash at the root of another host", "https://x.org/b/%2Fk 301", "captures",
						"/a -> https://x.org/b/%2Fk", "//x.org/b/{*p} -> /{*p}"),
				flat("another port", "https://x.org:8443/b 301", "/a -> https://x.org:8443/b", "//x.org:80/b -> /c"),
				left("a host that not every request has", "/b 301", "conditions", "/a -> /b", "//x.org/b -> /c"),
				flat("the same host", "/c 301", "//x.org/a -> /b", "//x.org/b -> /c"),
				flat("never the same host", "/b 301", "//x.org/a -> /b", "//y.org/b -> /c"),
				flat("one of several", "/c 301", "/a -> /b, when: { host: [x.org, y.org] }",
						"/b -> /c, when: { host: [x.org, y.org, z.org] }"),
				flat("a name in the host", "https://b.example.com/c/b 301", "/a -> https://b.example.com/b",
						"//{t}.example.com/b -> /c/{t}"),
				flat("the built-in host", "https://x.org/x.org/https/b 301", "/a -> https://x.org/b",
						"//x.org/b -> /{host}/{scheme}{path}"),
				flat("the scheme that was asked", "{scheme}://x.org/c 301", "/a -> {scheme}://x.org/b",
						"//x.org/b -> /c"),
				flat("a scheme of its own", "http://x.org/b 301", "/a -> http://x.org/b", "https://x.org/b -> /c"),
				left("a host that the request chooses", "https://{host}/b 301", "host", "/a -> https://{host}/b",
						"/b -> /c, when: { host: example.com }"),
				left("such a host at the next hop", "/b 301", "host", "/a -> /b", "/b -> https://{host}/c"));
	}

	static Stream<Case> captures() {
		return Stream.of(flat("a rest", "/c/{*p} 301", "/a/{*p} -> /b/{*p}", "/b/{*q} -> /c/{*q}"),
				flat("a rest without asterisk", "/c{p} 301", "/a/{*p} -> /b{p}", "/b/{*q} -> /c{q}"),
				flat("a rest and more", "/c/x/{*p} 301", "/a/{*p} -> /b/x/{*p}", "/b/{*q} -> /c/{*q}"),
				flat("a segment", "/c/{x} 301", "/a/{x} -> /b/{x}", "/b/{y} -> /c/{y}"),
				flat("a segment in a rest", "/c/{x} 301", "/a/{x} -> /b/{x}", "/b/{*q} -> /c/{*q}"),
				flat("a segment in text", "/c/{x}.php 301", "/a/{x} -> /b/{x}.html", "/b/{y}.html -> /c/{y}.php"),
				flat("two of them", "/c/{y}/{x} 301", "/a/{x}/{y} -> /b/{y}/{x}", "/b/{s}/{t} -> /c/{s}/{t}"),
				flat("the same regex", "/c/{x} 301", "/a/{x:\\d+} -> /b/{x}", "/b/{y:\\d+} -> /c/{y}"),
				left("another regex", "/b/{x} 301", "captures", "/a/{x:\\d+} -> /b/{x}", "/b/{y:\\d*} -> /c/{y}"),
				flat("a capture that is not used", "/c 301", "/a/{x} -> /b/{x}", "/b/** -> /c"),
				flat("the whole path", "https://y.org/new/{path} 301", "/a/** -> https://x.org/old{path}",
						"//x.org/old/{*q} -> https://y.org/new/{*q}"),
				flat("a function", "/c/{x|lower} 301", "/a/{x} -> /b/{x}", "/b/{y} -> /c/{y|lower}"),
				left("a function before", "/b/{x|lower} 301", "captures", "/a/{x} -> /b/{x|lower}", "/b/{y} -> /c/{y}"),
				flat("in query and fragment", "/c?k={x}#{x} 301", "/a/{x} -> /b/{x}", "/b/{y} -> /c?k={y}#{y}"),
				left("a part of a segment may be empty", "/b/{x} 301", "captures", "/a/p-{x} -> /b/{x}",
						"/b/{y} -> /c/{y}"),
				flat("unless a rest takes it", "/c/{x} 301", "/a/p-{x} -> /b/{x}", "/b/{*y} -> /c/{*y}"),
				left("what would be a dot segment then", "/b/q-{x} 301", "captures", "/a/p-{x} -> /b/q-{x}",
						"/b/q-{y} -> /c/{y}"),
				left("an exact rule takes one of them", "/b/{x} 301", "captures", "/a/{x} -> /b/{x}", "/b/k -> /d",
						"/b/{y} -> /c/{y}"),
				flat("it stands too late", "/c/{x} 301", "/a/{x} -> /b/{x}", "/b/{y} -> /c/{y}", "/b/k -> /d"),
				flat("it is another one", "/c/{x} 301", "/a/{x} -> /b/{x}", "/b/k/l -> /d", "/b -> /d", "/bk -> /d",
						"/b/{y} -> /c/{y}"),
				left("it only passes", "/b/{x} 301", "conditions", "/a/{x} -> /b/{x}", "/b/k ! pass: true",
						"/b/{y} -> /c/{y}"),
				left("a rest at the root", "/{*p} 301", "captures", "/a/{*p} -> /{*p}", "/b/** -> /c"),
				flat("a value that is not one of ours", "/c/{1} 301", "~/a/(.*) -> /b/{1}", "/b/{*q} -> /c/{*q}"),
				left("what could be where it is", "/b/{*p} 301", "self-redirect", "/a/{*p} -> /b/{*p}",
						"/b/{*q} -> /b/x"));
	}

	static Stream<Case> conditions() {
		String header = ", when: { header: { X-T: '*' } }";
		return Stream.of(left("of the next rule", "/b 301", "conditions", "/a -> /b", "/b -> /c" + header),
				flat("the same ones", "/c 301", "/a -> /b" + header, "/b -> /c" + header),
				flat("more of them at first", "/c 301", "//x.org/a -> /b" + header, "/b -> /c" + header),
				flat("the opposite ones", "/b 301", "/a -> /b, when: { not: { header: { X-T: '*' } } }",
						"/b -> /c" + header),
				left("an earlier rule has some", "/b 301", "conditions", "/a -> /b", "/b -> /d" + header, "/b -> /c"),
				flat("a later rule has some", "/c 301", "/a -> /b", "/b -> /c", "/b -> /d" + header),
				flat("a method", "/c 301", "/a -> /b, when: { method: [GET, HEAD] }",
						"/b -> /c, when: { method: [GET, HEAD] }"),
				flat("POST becomes GET", "/c 301", "/a -> /b, when: { method: POST }",
						"/b -> /c, when: { method: GET }"),
				flat("but not with 308", "/b 308", "/a -> /b, when: { method: POST }, status: 308",
						"/b -> /c, when: { method: GET }"),
				flat("a captured header", "/c?v={v} 301", "/a -> /b, when: { header: { X-T: '{v}' } }",
						"/b -> /c?v={v}, when: { header: { X-T: '{v}' } }"),
				left("a parameter", "/b 301", "conditions", "/a -> /b", "/b -> /c, when: { query: { id: '7' } }"),
				flat("a parameter of the target", "/c?id=7 301", "/a -> /b?id=7",
						"/b -> /c, when: { query: { id: '7' } }"),
				flat("another value of it", "/b?id=8 301", "/a -> /b?id=8", "/b -> /c, when: { query: { id: '7' } }"),
				flat("a parameter that is dropped", "/b 301", "/a -> /b, query: drop",
						"/b -> /c, when: { query: { id: '7' } }"),
				flat("a path that is known", "/c 301", "/a -> /b", "/b -> /c, when: { path: '/b*' }"),
				flat("a path that it is not", "/b 301", "/a -> /b", "/b -> /c, when: { not: { path: '/b*' } }"),
				flat("what a known path binds", "/c/d/e 301", "/a -> /b/d/e",
						"/b/** -> /c/{x}, when: { path: '/b/{x}' }"),
				left("a path that is not known", "/b/{x} 301", "conditions", "/a/{x} -> /b/{x}",
						"/b/{x} -> /c/{x}, when: { path: '/b/k*' }"),
				left("a path with a function", "/b{path|upper} 301", "captures", "/a -> /b{path|upper}",
						"/b/** -> /c, when: { path: '/b/a' }"),
				left("a query that may be there", "/b 301", "conditions", "/a -> /b",
						"/b -> /c, when: { only-query: none }"),
				flat("no query any more", "/c 301", "/a -> /b, query: drop", "/b -> /c, when: { query-string: '' }"),
				flat("a query of its own", "/c?x=1 301", "/a -> /b?x=1, query: drop",
						"/b -> /c, when: { query-string: 'x={:[0-9]}', only-query: x }"),
				flat("another query", "/b?x=1 301", "/a -> /b?x=1, query: drop",
						"/b -> /c, when: { only-query: none }"),
				flat("the same query", "/c 301", "/a -> /b, when: { query-string: 'x*' }",
						"/b -> /c, when: { query-string: 'x*' }"),
				flat("the same names", "/c 301", "/a -> /b, when: { only-query: [x] }",
						"/b -> /c, when: { only-query: [x] }"),
				flat("a query that is unwanted", "/b 301", "/a -> /b, when: { not: { only-query: none } }",
						"/b -> /c, when: { only-query: none }"));
	}

	static Stream<Case> queries() {
		return Stream.of(flat("the second has one", "/c?x=1 301", "/a -> /b", "/b -> /c?x=1"),
				flat("the first has one", "/c?x=1 301", "/a -> /b?x=1", "/b -> /c"),
				flat("both: the later goes first", "/c?y=2&x=1 301", "/a -> /b?x=1", "/b -> /c?y=2"),
				flat("both, of one name: the later wins", "/c?x=2&y=1 301", "/a -> /b?x=1&y=1", "/b -> /c?x=2"),
				flat("a name that is written otherwise", "/c?x=2 301", "/a -> /b?%78=1", "/b -> /c?x=2"),
				flat("the first drops", "/c?y=2&x=1 301", "/a -> /b?x=1, query: drop", "/b -> /c?y=2"),
				flat("both drop", "/c?y=2 301", "/a -> /b?x=1, query: drop", "/b -> /c?y=2, query: drop"),
				left("only the second drops", "/b 301", "query", "/a -> /b", "/b -> /c, query: drop"),
				flat("both keep the same", "/c 301", "/a -> /b, query: { keep: [id] }",
						"/b -> /c, query: { keep: [id] }"),
				left("both rename", "/b 301", "query", "/a -> /b, query: { rename: { a: b, b: c } }",
						"/b -> /c, query: { rename: { a: b, b: c } }"),
				flat("the first sets", "/c 301", "/a -> /b, query: { set: { k: v } }", "/b -> /c"),
				left("the second sets", "/b 301", "query", "/a -> /b", "/b -> /c, query: { set: { k: v } }"),
				left("a name that is captured", "/b?x=1 301", "query", "/a -> /b?x=1", "/b -> /c?{host}=1"));
	}

	static Stream<Case> all() {
		return Stream.of(flat("302", "/c 302", "/a -> /b", "/b -> /c, status: 302"),
				flat("307 if all keep the method", "/c 307", "/a -> /b, status: 308", "/b -> /c, status: 307"),
				flat("302 if one does not", "/c 302", "/a -> /b, status: 307", "/b -> /c"),
				flat("303 if one is", "/c 303", "/a -> /b, status: 307", "/b -> /c, status: 303"),
				flat("cached no longer than each hop", "/c 302 5m", "/a -> /b, cache: 1h",
						"/b -> /c, status: 302, cache: 5m"),
				flat("not cached if a hop is not", "/c 302 no-store", "/a -> /b, cache: 1h", "/b -> /c, status: 302"),
				flat("cached as before", "/c 302 5m", "/a -> /b, status: 302, cache: 5m", "/b -> /c"),
				flat("permanent if all are", "/c 301 1h", "/a -> /b, cache: 1h", "/b -> /c"));
	}

	@ParameterizedTest
	@MethodSource({ "permanent", "hosts", "captures", "conditions", "queries" })
	void permanentHopsAreMerged(Case example) throws IOException {
		check(example, Hops.PERMANENT);
	}

	@ParameterizedTest
	@MethodSource("all")
	void temporaryHopsAreMergedWhereAsked(Case example) throws IOException {
		check(example, Hops.ALL);
	}

	private void check(Case example, Hops hops) throws IOException {
		FlattenedFile file = flatten(Arrays.stream(example.rules()).map(ChainTests::yaml).toList(), hops);
		assertThat(firstRule(Objects.requireNonNull(file.text()))).as("%s", file.summary().left())
			.isEqualTo(example.expected());
		List<LeftRule> left = file.summary().left().stream().filter((one) -> one.rule().origin().line() == 1).toList();
		if (example.left().isEmpty()) {
			assertThat(left).isEmpty();
		}
		else {
			assertThat(left).extracting((one) -> one.reason().toString()).containsExactly(example.left());
			assertThat(left.get(0).toString()).contains(":1:3: left: " + example.left() + ": ");
		}
	}

	@Test
	void chainsBeyondTwentyHopsAreLeftAsAWhole() throws IOException {
		List<String> rules = Stream.iterate(1, (i) -> i + 1)
			.limit(21)
			.map((i) -> yaml("/" + i + " -> /" + (i + 1)))
			.toList();
		FlattenedFile file = flatten(rules, Hops.PERMANENT);
		assertThat(file.text()).isEqualTo(String.join("", rules));
		assertThat(file.summary().endless()).hasSize(20);
		FlattenedFile shorter = flatten(rules.subList(1, 21), Hops.PERMANENT);
		assertThat(firstRule(Objects.requireNonNull(shorter.text()))).isEqualTo("/22 301");
		assertThat(shorter.summary().left()).isEmpty();
		assertThat(shorter.summary().longestChain()).isEqualTo(20);
		assertThat(shorter.summary().hopsSaved()).isEqualTo(190);
	}

	@Test
	void theSummaryCounts() throws IOException {
		FlattenSummary summary = flatten(Stream
			.of("/a -> /b", "/b -> /c", "/c -> /d", "/x -> /y", "/y -> /x", "/t -> /u", "/u -> /v, status: 302")
			.map(ChainTests::yaml)
			.toList(), Hops.PERMANENT).summary();
		assertThat(summary.rules()).isEqualTo(7);
		assertThat(summary.flattened()).extracting((rule) -> rule.rule().id() + " " + rule.target() + " " + rule.hops())
			.containsExactly("/a /d 3", "/b /d 2");
		assertThat(summary.hopsSaved()).isEqualTo(3);
		assertThat(summary.longestChain()).isEqualTo(3);
		assertThat(summary.endless()).extracting((rule) -> rule.rule().id()).containsExactly("/x", "/y");
		assertThat(summary.left()).extracting((rule) -> rule.rule().id()).containsExactly("/x", "/y", "/t");
	}

	@Test
	void aRuleThatIsNotEnabledStaysAndDoesNotCount() throws IOException {
		List<String> rules = Stream.of("/z -> /a, enabled: false", "/a -> /b", "/b -> /c, enabled: false", "/b -> /d")
			.map(ChainTests::yaml)
			.toList();
		assertThat(flatten(rules, Hops.PERMANENT).text())
			.isEqualTo(String.join("", rules).replaceFirst("from: '/a', redirect: '/b'", "from: '/a', redirect: '/d'"));
	}

	private FlattenedFile flatten(List<String> rules, Hops hops) throws IOException {
		Path file = Files.writeString(this.directory.resolve("rules.yaml"), String.join("", rules));
		FlattenedFile flattened = RuleFileFlattener.flatten(file, RuleText.SETTINGS, hops);
		assertThat(flattened.problems()).isEmpty();
		return flattened;
	}

	private String firstRule(String yaml) throws IOException {
		Path file = Files.writeString(this.directory.resolve("flattened.yaml"), yaml);
		Definitions rules = new RuleFiles(file.toString()).load();
		assertThat(rules.problems()).isEmpty();
		return Stream.of(rules.rules().get(0))
			.flatMap((rule) -> Stream.of(rule.redirect(), rule.status(), rule.cache()))
			.filter(Objects::nonNull)
			.map(Object::toString)
			.collect(Collectors.joining(" "));
	}

	private static String yaml(String rule) {
		String[] parts = rule.split(" -> | ! ", 2);
		String key = parts[0].startsWith("~") ? "from-regex" : "from";
		String source = "- { " + key + ": '" + parts[0].replace("~", "") + "', ";
		if (rule.contains(" ! ")) {
			return source + parts[1] + " }\n";
		}
		String[] action = parts[1].split(", ", 2);
		String rest = (action.length > 1) ? ", " + action[1] : "";
		String status = rest.contains("status: ") ? "" : ", status: 301";
		return source + "redirect: '" + action[0] + "'" + rest + status + " }\n";
	}

}
