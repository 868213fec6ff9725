package dev.reroute.importer.nginx;

import java.util.List;

import dev.reroute.engine.Decision;
import dev.reroute.engine.MalformedPaths;
import dev.reroute.engine.RuleSet;
import dev.reroute.engine.UrlRequest;
import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.ImportResult;
import dev.reroute.pattern.RedirectTargets;
import dev.reroute.rule.ParsedRules;
import dev.reroute.rule.Problem;
import dev.reroute.rule.ReservedPaths;
import dev.reroute.rule.RuleParser;
import dev.reroute.rule.RuleSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NginxImporterTests {

	private static ImportResult read(String text) {
		ImportResult result = ImportFormat.NGINX.read(text, "nginx.conf", RuleSettings.DEFAULT);
		int unrelated = result.unrelated().values().stream().mapToInt(Integer::intValue).sum();
		assertThat(result.translated() + result.refused() + unrelated).isEqualTo(result.directives());
		return result;
	}

	private static RuleSet rules(String text) {
		return rules(read(text));
	}

	private static RuleSet rules(ImportResult result) {
		ParsedRules parsed = RuleParser.parse(result.rules(), RuleSettings.DEFAULT);
		assertThat(parsed.problems()).isEmpty();
		return RuleSet.of(parsed.rules(), MalformedPaths.REJECT, ReservedPaths.NONE);
	}

	private static String decide(RuleSet rules, String url) {
		Decision decision = rules.decide(UrlRequest.get(url));
		if (decision instanceof Decision.Redirect redirect) {
			return redirect.status() + " " + redirect.target().location("");
		}
		if (decision instanceof Decision.Rewrite rewrite) {
			return "rewrites " + rewrite.target().location("");
		}
		return (decision instanceof Decision.Respond respond) ? String.valueOf(respond.status()) : "passes";
	}

	private static List<String> problems(String text) {
		return read(text).problems().stream().map(Problem::toString).toList();
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', textBlock = """
			/a/b ~ 302 /exact
			/a/b.html ~ 302 /regex
			/a/c.html ~ 302 /final
			/x/y ~ 302 /long
			/x ~ 302 /short
			/y ~ passes
			""")
	void aLocationIsChosenAsByNginx(String path, String expected) {
		RuleSet rules = rules("""
				location /x { return 302 /short; }
				location /x/y { return 302 /long; }
				location ~ \\.html$ { return 302 /regex; }
				location ^~ /a/c { return 302 /final; }
				location = /a/b { return 302 /exact; }
				""");
		assertThat(decide(rules, path)).isEqualTo(expected);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', textBlock = """
			/a/x ~ 301 /c/x
			/b/x?q=1 ~ 301 /c/x?q=1
			/one ~ 301 https://www.example.com/three
			""")
	void rewritesActOnWhatOthersMade(String path, String expected) {
		RuleSet rules = rules("""
				rewrite ^/a/(.*)$ /b/$1;
				rewrite ^/b/(.*)$ /c/$1 permanent;
				rewrite ^/one$ /two last;
				location = /two { return 301 https://www.example.com/three; }
				""");
		assertThat(decide(rules, path)).isEqualTo(expected);
	}

	@Test
	void theHostIsInLowerCase() {
		ImportResult result = read("""
				if ($host = WWW.example.com) { return 301 /a; }
				if ($host != WWW.example.com) { return 302 /b; }
				""");
		assertThat(result.refused()).isZero();
		assertThat(decide(rules(result), "/x")).isEqualTo("302 /b");
		assertThat(problems("if ($host ~ ^WWW\\.) { return 301 /a; }")).singleElement()
			.asString()
			.contains("upper case");
		assertThat(read("if ($host ~ ^\\W?[A-Za-z]+$) { return 301 /a; }").refused()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "return 301 /x$0a;", "return 301 /x${12a};", "return 301 /x${99999999999};",
			"if ($1x = a) { return 301 /b; }" })
	void aNumberIsNoNameOfAVariable(String text) {
		assertThat(read(text).refused()).isEqualTo(read(text).directives());
	}

	@Test
	void nothingAnswersInThePlaceOfWhatIsRefused() {
		ImportResult result = read("""
				location = /a { return 444; }
				location / { return 301 https://www.example.com/; }
				""");
		assertThat(result.refused()).isEqualTo(1);
		assertThat(decide(rules(result), "/a")).isEqualTo("passes");
		assertThat(decide(rules(result), "/b")).isEqualTo("301 https://www.example.com/");
	}

	@Test
	void whatMayNotBeReachedIsRefused() {
		assertThat(problems("""
				if ($geoip_country_code = DE) {
				  return 302 /de/;
				}
				return 302 /en/;
				""")).hasSize(2).anySatisfy((problem) -> assertThat(problem).contains("line 1, which"));
	}

	@Test
	void whatIsRefusedInOneLocationStopsNoOther() {
		ImportResult result = read("""
				location /a { rewrite ^/a/(b)\\1 /x permanent; return 301 /y; }
				location /c { return 301 /d; }
				""");
		assertThat(result.refused()).isEqualTo(2);
		assertThat(decide(rules(result), "/c")).isEqualTo("301 /d");
		assertThat(decide(rules(result), "/a")).isEqualTo("passes");
	}

	@Test
	void aServerIsForItsNames() {
		RuleSet rules = rules("""
				server { listen 80; server_name a.example.com; return 301 https://$host$request_uri; }
				server { listen 443 ssl; server_name a.example.com; location = /x { return 301 /y; } }
				""");
		assertThat(decide(rules, "http://a.example.com/x?q=1")).isEqualTo("301 https://a.example.com/x?q=1");
		assertThat(decide(rules, "https://a.example.com/x")).isEqualTo("301 /y");
		assertThat(decide(rules, "https://b.example.com/x")).isEqualTo("passes");
	}

	@Test
	void aHostThatTheRequestChoosesMustBeAllowed() {
		String text = "return 301 https://$host$request_uri;";
		assertThat(problems(text)).singleElement().asString().contains("open-redirect");
		RuleSettings settings = new RuleSettings(RuleSettings.DEFAULT.defaultStatus(), RuleSettings.DEFAULT.match(),
				new RedirectTargets(List.of("www.example.com")), ReservedPaths.NONE);
		assertThat(ImportFormat.NGINX.read(text, "nginx.conf", settings).problems()).isEmpty();
	}

	@Test
	void aMapOfManyLinesIsReadLineByLine() {
		int lines = 20_000;
		StringBuilder text = new StringBuilder("map $uri $new {\n");
		for (int i = 0; i < lines; i++) {
			text.append("/old/").append(i).append(" /new/").append(i).append(";\n");
		}
		ImportResult result = read(text.append("}\nif ($new) { return 301 $new; }\n").toString());
		assertThat(result.rules()).hasSize(lines);
		assertThat(result.rules().get(lines - 1).origin().line()).isEqualTo(lines + 1);
		assertThat(decide(rules(result), "/old/17777")).isEqualTo("301 /new/17777");
	}

	@Test
	void whatHasNothingToDoWithRedirectsIsCounted() {
		ImportResult result = read("""
				user www-data;
				events { worker_connections 768; }
				http {
				  types { text/html html; }
				  map $http_upgrade $connection { default upgrade; '' close; }
				  server { listen 80; location / { proxy_pass http://127.0.0.1:8080; } }
				}
				""");
		assertThat(result.problems()).isEmpty();
		assertThat(result.rules()).isEmpty();
		assertThat(result.unrelated()).containsOnlyKeys("user", "events", "types", "map", "proxy_pass");
	}

	@Test
	void aCommentBecomesANote() {
		assertThat(read("# The shop moved.\nrewrite ^/a$ /b permanent;\nrewrite ^/c$ /d permanent; # in May\n").rules())
			.extracting((rule) -> rule.note())
			.containsExactly("The shop moved. (nginx.conf:2)", "in May (nginx.conf:3)");
	}

	@Test
	void lineEndsOfAnySystemAreRead() {
		assertThat(read("rewrite ^/a$ /b permanent;\r\nrewrite ^/c$ /d permanent;\r\n").rules()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "}", "a {", "a", "a \"", "{% if a %}", "\0\1\2", "a;;", "a b } c;" })
	void whatIsNoConfigurationIsAProblemWithItsLine(String text) {
		assertThat(problems("\n" + text)).singleElement().asString().startsWith("nginx.conf:2: bad-directive: ");
	}

	@Test
	void blocksAreNotNestedWithoutEnd() {
		assertThat(problems("a {".repeat(100_000))).singleElement().asString().contains("blocks within each other");
	}

	@Test
	void aConfigurationWhoseWaysPartTooOftenIsRefused() {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < 40; i++) {
			text.append("if ($http_x_%d) { set $a%d 1; }\n".formatted(i, i));
		}
		assertThat(problems(text.append("return 301 /a;\n").toString())).isNotEmpty();
	}

}
