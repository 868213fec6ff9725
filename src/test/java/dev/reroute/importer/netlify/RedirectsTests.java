package dev.reroute.importer.netlify;

import dev.reroute.engine.RuleSet;
import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.ImportResult;
import dev.reroute.importer.Imported;
import dev.reroute.rule.RuleDefinition;
import dev.reroute.test.TestRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code _redirects} of Netlify answers here.
 */
class RedirectsTests {

	@ParameterizedTest(name = "{0} ~ {1}")
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			# status
			/a /b                            ~ /a                 ~ 301 /b
			/a /b 302                        ~ /a                 ~ 302 /b
			/a /b 301!                       ~ /a                 ~ 301 /b
			/a /b 308                        ~ /a                 ~ 308 /b
			/a /b 200                        ~ /a                 ~ rewrite /b
			/a /b 302abc                     ~ /a                 ~ 302 /b
			# a slash at the end, case, encoding
			/a /b                            ~ /a/                ~ 301 /b
			/a/ /b                           ~ /a                 ~ 301 /b
			/a/ /b/                          ~ /a                 ~ 301 /b/
			/a /b                            ~ /A                 ~ -
			/a /b                            ~ /a/b               ~ -
			/ /b                             ~ /                  ~ 301 /b
			/caf%C3%A9 /b                    ~ /caf%c3%a9         ~ 301 /b
			/a /caf%C3%A9                    ~ /a                 ~ 301 /caf%C3%A9
			/wiki/Special:Search /find       ~ /wiki/Special:Search ~ 301 /find
			# splats
			/a/* /b/:splat                   ~ /a/x/y             ~ 301 /b/x/y
			/a/* /b/:splat                   ~ /a/x/              ~ 301 /b/x/
			/a/* /b/:splat                   ~ /a/                ~ 301 /b/
			/a/* /b/:splat                   ~ /a                 ~ 301 /b
			/a/* /b/:splat                   ~ /ab                ~ -
			/a/* /b/:splat                   ~ /a/x%2Fy           ~ 301 /b/x%2Fy
			/a/* /b                          ~ /a/x               ~ 301 /b
			/a/* /b-:splat                   ~ /a/x/y             ~ 301 /b-x/y
			/a/* /b-:splat                   ~ /a                 ~ 301 /b-
			/a/* /b?p=:splat                 ~ /a/x/y             ~ 301 /b?p=x/y
			/a/* /b/:splat?p=1               ~ /a/x               ~ 301 /b/x?p=1
			/a/* /b/:splat.html              ~ /a/x               ~ 301 /b/x.html
			/a/* /b/:splat/c                 ~ /a/x               ~ 301 /b/x/c
			/p-* /q-:splat                   ~ /p-x/y             ~ 301 /q-x/y
			/p-* /q-:splat                   ~ /p-                ~ 301 /q-
			/p-* /q-:splat                   ~ /p                 ~ -
			/a.b/* /c-:splat                 ~ /axb/c             ~ -
			/a%20b/* /c-:splat               ~ /a%20b/c           ~ 301 /c-c
			/* https://x.example/:splat 301! ~ /                  ~ 301 https://x.example/
			/* https://x.example/:splat 301! ~ /a/b               ~ 301 https://x.example/a/b
			# placeholders
			/a/:x /b/:x                      ~ /a/1               ~ 301 /b/1
			/a/:x /b/:x                      ~ /a/1/              ~ 301 /b/1
			/a/:x /b/:x                      ~ /a/                ~ -
			/a/:x /b/:x                      ~ /a/1/2             ~ -
			/n/:m/:d/:y/:s /b/:y-:m-:d/:s    ~ /n/02/12/2004/s    ~ 301 /b/2004-02-12/s
			/n/:m/* /b/:m/:splat             ~ /n/02/a/b          ~ 301 /b/02/a/b
			/a/:path /b/:path                ~ /a/1               ~ 301 /b/1
			/a/:scheme /b?s=:scheme          ~ /a/1               ~ 301 /b?s=1
			/a/:id2/:id /b/:id/:id2          ~ /a/1/2             ~ 301 /b/2/1
			/a /b:8080                       ~ /a                 ~ 301 /b:8080
			/a/:x /Special:x                 ~ /a/1               ~ 301 /Special1
			# the query goes along unless the target has one
			/a /b                            ~ /a?x=1             ~ 301 /b?x=1
			/a /b?y=2                        ~ /a?x=1             ~ 301 /b?y=2
			/a /b?                           ~ /a?x=1             ~ 301 /b?x=1
			/a /b#c                          ~ /a?x=1             ~ 301 /b?x=1#c
			/a /b?y=2#c                      ~ /a?x=1             ~ 301 /b?y=2#c
			/a /b 200                        ~ /a?x=1             ~ rewrite /b?x=1
			/a /b?y=2 200                    ~ /a?x=1             ~ rewrite /b?y=2
			# exactly these parameters
			/s id=:id /b/:id                 ~ /s?id=7            ~ 301 /b/7?id=7
			/s id=:id /b/:id                 ~ /s?id=7&x=1        ~ -
			/s id=:id /b/:id                 ~ /s                 ~ -
			/s id=:id t=:t /b?x=:id&y=:t     ~ /s?t=1&id=2        ~ 301 /b?x=2&y=1
			/s p=news /news                  ~ /s?p=news          ~ 301 /news?p=news
			/s p=news /news                  ~ /s?p=blog          ~ -
			/s p=a*b /news?x                 ~ /s?p=aXb           ~ -
			/s p=a*b /news?x                 ~ /s?p=a*b           ~ 301 /news?x
			/s p=a=b /news?x                 ~ /s?p=a             ~ 301 /news?x
			/s none=:x /b?x                  ~ /s?none=1          ~ 301 /b?x
			/s/* id=:id /b/:id/:splat?x      ~ /s/a/b?id=1        ~ 301 /b/1/a/b?x
			# hosts
			http://a.example/* http://b.example/:splat 301! ~ http://a.example/x  ~ 301 http://b.example/x
			http://a.example/* http://b.example/:splat 301! ~ https://a.example/x ~ -
			http://a.example/* http://b.example/:splat 301! ~ http://c.example/x  ~ -
			http://A.example http://b.example/              ~ http://a.example/   ~ 301 http://b.example/
			http://a.example/p-* /q-:splat                  ~ http://a.example/p-1 ~ 301 /q-1
			http://a.example/p-* /q-:splat                  ~ http://c.example/p-1 ~ -
			http://a.example:8080/x /y                      ~ http://a.example:8080/x ~ 301 /y
			# left alone
			/admin/* 200                     ~ /admin/x           ~ pass
			/admin/* /admin/:splat 200!      ~ /admin/x           ~ pass
			# what gives way to files, and what does not
			/* /index.html 200!              ~ /a                 ~ rewrite /index.html
			/* https://x.example/:splat      ~ /a                 ~ 404: 301 https://x.example/a
			/:page /pages/:page              ~ /a                 ~ 404: 301 /pages/a
			/blog/* /blog/archive/:splat     ~ /blog/x            ~ 404: 301 /blog/archive/x
			/blog/* /blog                    ~ /blog/x            ~ 404: 301 /blog
			/blog/:s /blog/old               ~ /blog/x            ~ 404: 301 /blog/old
			/blog/* /blog/archive/:splat 301! ~ /blog/x           ~ 301 /blog/archive/x
			/blog/* /news/:splat             ~ /blog/x            ~ 301 /news/x
			""")
	void answers(String line, String url, String expected) {
		RuleSet rules = Imported.rules(ImportFormat.NETLIFY, "_redirects", line);
		assertThat(Imported.answer(rules, TestRequest.get(url))).isEqualTo(expected);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			# wrong for Netlify, too
			/a                               ~ expected a source, a target and perhaps a status
			/a b                             ~ expected a target that begins with '/'
			/a x=1                           ~ expected a target that begins with '/'
			/a 301                           ~ expected a target; it may be left out only
			/a/* 301                         ~ expected a target; it may be left out only
			/a /b moved                      ~ expected a status such as 301 behind the target
			/a /b Country=de                 ~ expected a status such as 301 behind the target
			/a /b 999                        ~ expected a status such as 301, 302 or 200
			/a /b 301 /c                     ~ expected nothing but name=value behind the status
			/some page /somewhere else       ~ expected nothing but name=value between source and target
			/.netlify/x /b                   ~ expected a source outside of '/.netlify'
			http://a.example/.netlify/x /b   ~ expected a source outside of '/.netlify'
			http:// /b                       ~ expected a source that is a path or a URL with a host
			b /a                             ~ expected a source that begins with '/'
			/a?x=1 /b                        ~ expected a source without a query
			/{{a}} /b                        ~ expected a source without braces
			{{ a }} {{ b }} 301              ~ expected a target that begins with '/'
			# nothing that a rule could say
			/a https://b.example/ 200        ~ it is a proxy
			/a /b 404                        ~ it shows a page with status 404
			/a /.netlify/functions/b 200     ~ a function or service of Netlify
			/a /b 302 Country=de             ~ a client's country
			/a /b 302 country=de             ~ a client's country
			/a /b 302 Language=de            ~ weighs the languages
			/a /b 200 Role=admin             ~ a signed token
			/a /b 302 Weather=rain           ~ nothing is known of the condition 'Weather'
			/a /b 302 Cookie=a,b             ~ it names several cookies
			/a /b 200! Sign=KEY              ~ it signs its requests
			/a /a 301                        ~ it leads to itself
			/a/ /a 301!                      ~ it leads to itself
			/a/* /a/:splat 301               ~ it leads to itself
			/a/*/b /c                        ~ an asterisk is known to work at the end
			/a/*.html /c                     ~ an asterisk is known to work at the end
			/a/:b.html /c                    ~ its placeholder ':b' is only a part of a segment
			/a/:b/:b /c                      ~ its source has ':b' twice
			/a/:b b=:b /c                    ~ it binds ':b' twice
			/a b=%20 /c                      ~ nothing is known of how 'b=%20' is compared
			/a /b/:splat                     ~ nothing binds its ':splat'
			/a/:id /b/:idx                   ~ nothing binds its ':idx'
			/a/* https://b.example/*         ~ nothing is known of an asterisk in a target
			https://*.a.example/* /c 301!    ~ nothing is known of hosts such as '*.a.example'
			/* /index.html 200               ~ a rewrite cannot give way to the application
			/app/* /app/index.html 200       ~ a rewrite cannot give way to the application
			//a.example/b /c                 ~ no path is matched that begins with '//'
			/a//b /c                         ~ a path as it is matched
			/a;b /c                          ~ a path as it is matched
			/a //b.example/c                 ~ a target that starts with one '/'
			/a%zz /b                         ~ '%' followed by two hex digits
			""")
	void isRefused(String line, String expected) {
		ImportResult result = Imported.read(ImportFormat.NETLIFY, "_redirects", line);
		assertThat(result.rules()).isEmpty();
		assertThat(result.problems()).singleElement().asString().startsWith("_redirects:1: ").contains(expected);
	}

	@Test
	void aCookieMustBeThere() {
		RuleSet rules = Imported.rules(ImportFormat.NETLIFY, "_redirects", "/a /b 302 Cookie=beta");
		assertThat(Imported.answer(rules, TestRequest.get("/a").cookie("beta", "no"))).isEqualTo("302 /b");
		assertThat(Imported.answer(rules, TestRequest.get("/a").cookie("gamma", "1"))).isEqualTo("-");
	}

	@Test
	void ofEqualLinesTheLastCounts() {
		RuleSet rules = Imported.rules(ImportFormat.NETLIFY, "_redirects", """
				/a/b /first
				/a/* /second
				/a/b   /first # again
				/c /first
				/c /first 301
				""");
		assertThat(Imported.answer(rules, TestRequest.get("/a/b"))).isEqualTo("301 /second");
		assertThat(rules.rules()).hasSize(4);
	}

	@Test
	void whatStandsBehindAFallbackIsTestedBehindIt() {
		ImportResult result = Imported.read(ImportFormat.NETLIFY, "_redirects", """
				/first /1
				/blog/* /blog/archive/:splat
				/blog/a /2
				/blog/b /3 301!
				/blog/c /4 200
				/news /5
				http://a.example/blog/d /6
				/* /7
				http://a.example/x /8
				/y /9 301!
				""");
		assertThat(result.problems()).extracting(Object::toString)
			.satisfiesExactly((forced) -> assertThat(forced).contains("_redirects:4:", "line 2 comes before it"),
					(rewrite) -> assertThat(rewrite).contains("_redirects:5:", "line 2 comes before it"),
					(last) -> assertThat(last).contains("_redirects:10:", "line 8 comes before it"));
		RuleSet rules = Imported.rules(result);
		assertThat(Imported.answer(rules, TestRequest.get("/first"))).isEqualTo("301 /1");
		assertThat(Imported.answer(rules, TestRequest.get("/blog/a"))).isEqualTo("404: 301 /blog/archive/a");
		assertThat(Imported.answer(rules, TestRequest.get("/news"))).isEqualTo("301 /5");
		assertThat(Imported.answer(rules, TestRequest.get("http://a.example/x"))).isEqualTo("404: 301 /7");
	}

	@ParameterizedTest(name = "{0} and {1}")
	@CsvSource(textBlock = """
			/:lang/old,   /app,         false
			/:lang/old,   /a/b,         false
			/:lang/old,   /en/old,      true
			/:lang/old,   /en/old/,     true
			/:lang/old,   /en/old/x,    false
			/:lang/old,   /en/:page,    true
			/:lang/old,   /en/:page/x,  false
			/:lang/old,   /en/*,        true
			/:lang/old,   /en/new/*,    false
			/:lang/old,   /en/old/*,    true
			/:lang/*,     /en,          true
			/:lang/*,     /,            false
			/:lang/a-*,   /en/a-b/c,    true
			/:lang/a-*,   /en/b,        false
			/:lang/a-*,   /en,          false
			/*,           /,            true
			/*,           /a/b,         true
			""")
	void onlyWhatAFallbackMayMatchIsTestedBehindIt(String fallback, String behind, boolean meets) {
		ImportResult result = Imported.read(ImportFormat.NETLIFY, "_redirects", fallback + " /x\n" + behind + " /y\n");
		assertThat(result.problems()).isEmpty();
		assertThat(result.rules()).extracting(RuleDefinition::fallback).containsExactly(true, meets);
	}

	@Test
	void aRewriteThatNoFallbackMatchesIsARule() {
		RuleSet rules = Imported.rules(ImportFormat.NETLIFY, "_redirects", """
				/:lang/old /:lang/new
				/app /app.html 200
				""");
		assertThat(Imported.answer(rules, TestRequest.get("/app"))).isEqualTo("rewrite /app.html");
	}

	@Test
	void commentsBecomeNotes() {
		ImportResult result = Imported.read(ImportFormat.NETLIFY, "_redirects", """
				#########
				# A file #

				## Moved
				# in May
				/a /b  # for good
				/c /d

				#/x /y
				/e /f # why
				""");
		assertThat(result.rules()).extracting("note")
			.containsExactly("Moved in May for good (_redirects:6)", "_redirects:7", "why (_redirects:10)");
	}

	@ParameterizedTest(name = "with {0}")
	@CsvSource({ "'\\r\\n'", "'\\n'", "'\\t\\r\\n\\t'" })
	void linesEndInWhateverWay(String escaped) {
		String end = escaped.translateEscapes();
		RuleSet rules = Imported.rules(ImportFormat.NETLIFY, "_redirects", "/a\t/b" + end + "/c\u00a0 /d");
		assertThat(Imported.answer(rules, TestRequest.get("/a"))).isEqualTo("301 /b");
		assertThat(Imported.answer(rules, TestRequest.get("/c"))).isEqualTo("301 /d");
	}

	@Test
	void aLongLineAndBinaryAreProblemsAndNothingElse() {
		ImportResult result = Imported.read(ImportFormat.NETLIFY, "_redirects",
				"/a " + "x ".repeat(100_000) + "\n\0\1\2 \ufffd\ufffd\n/c /d");
		assertThat(result.rules()).hasSize(1);
		assertThat(result.problems()).hasSize(2);
	}

}
