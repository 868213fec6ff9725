package dev.reroute.source.file;

import java.util.List;

import dev.reroute.rule.Definitions;
import dev.reroute.rule.RuleDefinition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class YamlWriterTests {

	private static final String EVERYTHING = """
			rules:
			  - id: shop
			    from: /shop/{*rest}
			    when:
			      host:
			        - shop.example.com
			        - '*.shop.example.com'
			      method: GET
			      scheme: https
			      header:
			        Accept-Language: de*
			      cookie:
			        beta: '*'
			      path: '{:/shop/\\d{4}.*}'
			      query:
			        id: '{id:\\d+}'
			      query-string: id=*
			      only-query: id
			      client: 10.0.0.0/8
			      after: '2026-11-27T00:00:00Z'
			      before: '2026-12-01T00:00:00Z'
			      not:
			        header:
			          X-Internal: '*'
			    redirect: https://example.com/{id}
			    status: 302
			    cache: 1h
			    query:
			      keep:
			        - utm_*
			        - gclid
			      remove: a
			      rename:
			        b: c
			      set:
			        d: e
			    fallback: true
			    ignore-case: true
			    ignore-trailing-slash: false
			    enabled: false
			    note: 'Black Friday: what else?'
			    examples:
			      - request: /shop/x?id=7
			        expect: 302 https://example.com/7
			  - from-regex: /item-(\\d+)\\.html
			    rewrite: /items/{1}
			    query: drop
			    request-headers:
			      set:
			        X-Old: 'yes'
			      remove: X-New
			  - from: /gone
			    respond: 410
			  - from: /health
			    pass: true
			""";

	@Test
	void whatIsWrittenIsWhatWasRead() {
		assertThat(written(read(EVERYTHING))).isEqualTo(EVERYTHING);
	}

	@Test
	void noRulesAreAFileThatCanBeRead() {
		assertThat(written(List.of())).isEqualTo("rules: []\n");
		assertThat(read("rules: []\n")).isEmpty();
	}

	@Test
	void textThatLooksLikeYamlIsQuoted() {
		List<RuleDefinition> rules = read("""
				rules:
				  - { from: "/a #b", redirect: "/c: d", note: "- 'x' \\"y\\" \\u2028 \\t z" }
				""");
		List<RuleDefinition> again = read(written(rules));
		assertThat(again).extracting(RuleDefinition::from, RuleDefinition::redirect, RuleDefinition::note)
			.containsExactlyElementsOf(rules.stream()
				.map((rule) -> org.assertj.core.groups.Tuple.tuple(rule.from(), rule.redirect(), rule.note()))
				.toList());
	}

	private static List<RuleDefinition> read(String yaml) {
		Definitions definitions = new YamlRules("rules.yaml", yaml).load();
		assertThat(definitions.problems()).isEmpty();
		return definitions.rules();
	}

	private static String written(List<RuleDefinition> rules) {
		StringBuilder out = new StringBuilder();
		YamlWriter.write(rules, out);
		return out.toString();
	}

}
