package dev.reroute.flatten;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.reroute.engine.UrlRequest;

/**
 * Rule files over a small alphabet, so that redirects often lead to other rules: hosts,
 * literals, patterns, regexes, conditions, queries, fragments, statuses, fallback, in any
 * order; and requests for them.
 */
final class RandomChains {

	private static final List<String> HOSTS = List.of("http://localhost", "http://a.example.com",
			"https://a.example.com", "https://b.example.com", "https://b.example.com:8443");

	private static final List<String> WORDS = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "A");

	private static final List<String> CONDITIONS = List.of("method: GET", "method: [POST, PUT]", "header: { X-T: '*' }",
			"not: { header: { X-T: '*' } }", "query: { id: '7' }", "scheme: https",
			"host: [a.example.com, b.example.com]", "path: ['/a*', '*k*', '/{:[b-e](?:/.*)?}']", "path: '*{:[7k]}'",
			"not: { path: '*k' }", "not: { path: ['/{:[ab].*}', '*7'], header: { X-T: '*' } }", "query-string: ''",
			"query-string: ['id=*', 's={:\\d}']", "not: { query-string: '*id*' }", "only-query: none",
			"only-query: [id, q]", "not: { only-query: none }");

	/** So that each of them counts as ours, as far as walks are concerned. */
	private static final String LAST = "- { from: /none, when: { host: [localhost, a.example.com, b.example.com] }, pass: true }\n";

	private final Random random;

	private final List<String> kinds = new ArrayList<>();

	private final List<String> sources = new ArrayList<>();

	/** How rarely a rule has something out of the ordinary. */
	private int calm;

	RandomChains(long seed) {
		this.random = new Random(seed);
	}

	String rules(int count) {
		this.calm = pick(List.of(2, 8, 30));
		StringBuilder yaml = new StringBuilder("# random rules\nrules:\n");
		this.kinds.clear();
		this.sources.clear();
		for (int i = 0; i < count; i++) {
			String kind = rare() ? pick(List.of("path", "any", "regex", "condition")) : pick(
					List.of("literal", "literal", "literal", "segment", "rest", "rest", "two", "word", "digits"));
			this.kinds.add(kind);
			this.sources.add(source(kind));
		}
		for (int i = 0; i < count; i++) {
			yaml.append(chance(4) ? "# " + i + "\n" : "").append(rule(i));
		}
		return yaml.append(LAST).toString();
	}

	private String source(String kind) {
		String word = "/" + pick(WORDS);
		return switch (kind) {
			case "segment" -> word + pick(List.of("/{x}", "/{x}", "/k/{x}", "/{x}/k", "/{x}/"));
			case "rest" ->
				pick(List.of(word + "/{*x}", word + "/{*x}", word + "/k/{*x}", rare() ? "/{*x}" : word + "/{*x}"));
			case "two" -> word + pick(List.of("/{x}/{y}", "/{x}/{*y}"));
			case "word" -> word + pick(List.of("/p-{x}", "/{x}.html"));
			case "digits" -> word + "/{x:\\d+}";
			case "path", "any" -> word + pick(List.of("/**", "/*", "/?"));
			case "regex" -> word + pick(List.of("(.*)", "/(\\w*)", "/k/?(.*)"));
			default -> word + pick(List.of("", "", "/k", "/k/", "/7"));
		};
	}

	private String rule(int i) {
		String kind = this.kinds.get(i);
		String host = chance(4)
				? pick(List.of("//a.example.com", "https://b.example.com", "//b.example.com:8443", "//localhost")) : "";
		String path = this.sources.get(i);
		String key = kind.equals("regex") ? "from-regex" : "from";
		String from = kind.equals("regex") ? path : host + path;
		StringBuilder rule = new StringBuilder("- { id: r" + i + ", " + key + ": '" + from + "'");
		String when = kind.equals("condition")
				? pick(List.of("query: { id: '{x}' }", "query: { id: '{x}' }", "query: { id: '{x:\\d*}' }",
						"query-string: '{:.*}id={x:\\d*}'", "path: '/{x}'", "path: '{:/.}{x:.*}'"))
				: !rare() ? "" : pick(CONDITIONS);
		rule.append(when.isEmpty() ? "" : ", when: { " + when + " }");
		rule.append(chance(2 * this.calm) ? ", ignore-case: true" : "")
			.append(chance(2 * this.calm) ? ", ignore-trailing-slash: true" : "");
		boolean fallback = chance(2 * this.calm);
		rule.append(fallback ? ", fallback: true" : "");
		int action = this.random.nextInt(6 + 3 * this.calm);
		if (action == 0) {
			return rule.append(", respond: 410 }\n").toString();
		}
		if (action == 1) {
			return rule.append(fallback ? ", pass: true }\n" : ", rewrite: /inside }\n").toString();
		}
		rule.append(", redirect: ").append(quoted(target(kind)));
		rule.append(!rare() ? "" : pick(List.of(", query: drop", ", query: { keep: [id] }", ", query: { remove: q }",
				", query: { set: { w: v } }", ", query: { rename: { id: n } }")));
		String status = (chance(3) || rare()) ? pick(List.of("302", "307", "303", "")) : pick(List.of("301", "308"));
		rule.append(status.isEmpty() ? "" : ", status: " + status);
		return rule.append(chance(4) ? ", cache: 1h" : "").append(" }\n").toString();
	}

	private String target(String kind) {
		String host = rare() ? pick(List.of("https://b.example.com", "http://a.example.com", "{scheme}://a.example.com",
				"https://b.example.com:8443", "https://elsewhere.example.org")) : "";
		String word = "/" + pick(WORDS);
		List<String> paths = switch (kind) {
			case "segment", "digits", "word", "condition" -> List.of(word + "/{x}", word + "/{x}", word + "/k/{x}",
					word + "/p-{x}", word, word + "/{x}/k", word + "/{x|upper}");
			case "rest" -> List.of(word + "/{*x}", word + "/{*x}", word + "{x}", "/{*x}", word + "/k/{*x}",
					word + "/{x}.html", word);
			case "two" -> List.of(word + "/{x}/{y}", word + "/{x}{y}", word + "/{y}/{x}", word + "/{x}");
			case "path" -> List.of("{path}", word + "{path}", word);
			case "regex" -> List.of(word + "/{1}", word + "{1}", word + "/{1}/k");
			default -> List.of(word, word, word + "/k", word + "/k/", word + "/7", word + ";v=1", word + "/%2Fk");
		};
		String value = switch (kind) {
			case "regex" -> "{1}";
			case "path", "any", "literal" -> "{path}";
			default -> "{x}";
		};
		String query = !chance(4) && !rare() ? "" : pick(List.of("?id=7", "?q=1", "?s=2&id=8", "?v=" + value, "?"));
		String fragment = !chance(4) ? "" : pick(List.of("#top", "#" + value, "#"));
		String path = pick(paths);
		if (!chance(4)) {
			int other = this.random.nextInt(this.sources.size());
			boolean fits = this.kinds.get(other).equals(kind) || this.kinds.get(other).equals("literal");
			path = (fits && !kind.equals("regex") && !kind.equals("any") && !kind.equals("path"))
					? this.sources.get(other).replace(":\\d+", "") : path;
			path = kind.equals("two") ? path.replace("{*y}", "{y}") : path;
		}
		return host + path + query + fragment;
	}

	private String quoted(String text) {
		return chance(2) ? "'" + text + "'" : "\"" + text + "\"";
	}

	UrlRequest request() {
		StringBuilder url = new StringBuilder(pick(HOSTS));
		String source = pick(this.sources);
		url.append(source.replaceAll("/?[({*?].*", ""));
		int segments = source.contains("{") ? 1 + this.random.nextInt(2) : this.random.nextInt(4);
		for (int i = 0; i < segments; i++) {
			url.append('/')
				.append(pick(List.of("k", "7", "p-..", "p-k", "k.html", "..html", "%2Fk", "%C3%A9", "a%20b", "K", "p-",
						".html", "a&b=c+d")));
		}
		url.append(chance(4) ? "/" : "")
			.append(pick(List.of("", "", "", "?id=7", "?q=1&id=7", "?s=1", "?x=%41&x=b", "?", "?v=1&&q=2")));
		UrlRequest request = UrlRequest.get(url.toString())
			.withMethod(pick(List.of("GET", "GET", "POST", "PUT", "HEAD")));
		return chance(3) ? request.withHeader("X-T", "1") : request;
	}

	private boolean rare() {
		return chance(this.calm);
	}

	private boolean chance(int oneIn) {
		return this.random.nextInt(oneIn) == 0;
	}

	private <T> T pick(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

}
