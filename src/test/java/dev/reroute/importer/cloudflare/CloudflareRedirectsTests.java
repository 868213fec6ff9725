package dev.reroute.importer.cloudflare;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.reroute.engine.RuleSet;
import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.ImportResult;
import dev.reroute.importer.Imported;
import dev.reroute.test.TestRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code _redirects} of Cloudflare answers here.
 */
class CloudflareRedirectsTests {

	@ParameterizedTest(name = "{0} ~ {1}")
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			/a /b                        ~ /a            ~ 302 /b
			/a /b 301                    ~ /a            ~ 301 /b
			/a /b 307                    ~ /a            ~ 307 /b
			/a /b                        ~ /a/           ~ -
			/a /b                        ~ /A            ~ -
			a /b                         ~ /a            ~ 302 /b
			/a?x=1#y /b                  ~ /a?x=2        ~ 302 /b?x=2
			/a /b#c # why                ~ /a            ~ 302 /b#c
			/a /b##c                     ~ /a            ~ 302 /b#%23c
			/a https://x.example         ~ /a            ~ 302 https://x.example/
			/a https://x.example:81/b?c  ~ /a?d          ~ 302 https://x.example:81/b?c
			# the query
			/a /b                        ~ /a?x=1        ~ 302 /b?x=1
			/a /b?y=1                    ~ /a?x=1        ~ 302 /b?y=1
			/a /b?                       ~ /a?x=1        ~ 302 /b?x=1
			/a /b?y=1#c                  ~ /a?x=1        ~ 302 /b?y=1#c
			/a /b#c?d                    ~ /a?x=1        ~ 302 /b?x=1#c?d
			# splats
			/a/* /b/:splat               ~ /a/x/y/       ~ 302 /b/x/y/
			/a/* /b/:splat               ~ /a/           ~ 302 /b/
			/a/* /b/:splat               ~ /a            ~ -
			/a/* /b                      ~ /a/x          ~ 302 /b
			/a* /b:splat                 ~ /a            ~ 302 /b
			/a* /b:splat                 ~ /axe/x        ~ 302 /bxe/x
			/a/*/c /b/:splat             ~ /a/x/y/c      ~ 302 /b/x/y
			/* https://x.example/:splat  ~ /             ~ 302 https://x.example/
			/* https://x.example/:splat  ~ /a/b?c        ~ 302 https://x.example/a/b?c
			/* /s?p=:splat               ~ /a            ~ 302 /s?p=a
			# placeholders
			/a/:x /b/:x                  ~ /a/1          ~ 302 /b/1
			/a/:x /b/:x                  ~ /a/1/         ~ -
			/a/:x-:y.html /b/:y/:x       ~ /a/1-2.html   ~ 302 /b/2/1
			/a/:x-:y.html /b/:y/:x       ~ /a/-2.html    ~ -
			/a/:id2/:id /b/:id/:id2      ~ /a/1/2        ~ 302 /b/2/1
			/a/:id /b/:x                 ~ /a/1          ~ 302 /b/:x
			/a/:x/* /b/:splat/:x         ~ /a/1/2/3      ~ 302 /b/2/3/1
			/:x/* /b/:x/:splat           ~ /a            ~ -
			/wiki/Special:x /b           ~ /wiki/Special1 ~ 302 /b
			/a /b/:splat                 ~ /a            ~ 302 /b/:splat
			# rewrites
			/a /b 200                    ~ /a?x          ~ rewrite /b?x
			/a /b?y#z 200                ~ /a?x          ~ rewrite /b?x
			/a/* /b/:splat 200           ~ /a/x          ~ rewrite /b/x
			/a /a 200                    ~ /a            ~ pass
			""")
	void answers(String line, String url, String expected) {
		RuleSet rules = Imported.rules(ImportFormat.CLOUDFLARE, "_redirects", line);
		assertThat(Imported.answer(rules, TestRequest.get(url))).isEqualTo(expected);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			/a                           ~ expected 2 or 3 words
			/a /b 301 Country=de         ~ expected 2 or 3 words
			/a #b                        ~ expected a target that begins with '/' or 'https://'
			/a /b 418                    ~ expected one of the statuses
			/a /b 301!                   ~ expected one of the statuses
			https://a.example/ /b        ~ expected a source without a host
			/a http://b.example/         ~ expected a target that begins with '/' or 'https://'
			/a https://b.example/ 200    ~ it is a proxy
			/a https://b.example?c       ~ its target has no path
			/* /index.html 200           ~ takes it for a loop
			/* /index                    ~ takes it for a loop
			/ /index.html                ~ takes it for a loop
			/a/* /b/index.html           ~ takes it for a loop
			/a/*/* /b                    ~ its source has '*' twice
			/a/:b/:b /b                  ~ its source has ':b' twice
			/a/*/:splat /b               ~ its source has ':splat' twice
			//a.example/b /c                 ~ no path is matched that begins with '//'
			/a//b /c                     ~ a path as it is matched
			/a//b/* /c                   ~ no path is matched that holds '/a//b/'
			/a //b.example               ~ a target that starts with one '/'
			http://a.example /b          ~ a path as it is matched
			""")
	void isRefused(String line, String expected) {
		ImportResult result = Imported.read(ImportFormat.CLOUDFLARE, "_redirects", line);
		assertThat(result.rules()).isEmpty();
		assertThat(result.problems()).singleElement().asString().startsWith("_redirects:1: ").contains(expected);
	}

	@Test
	void theFirstOfEqualSourcesCounts() {
		ImportResult result = Imported.read(ImportFormat.CLOUDFLARE, "_redirects", """
				/a /b
				/a /c
				/d /e 999
				/d /f
				/g https://x.example/ 200
				/g /h
				""");
		assertThat(result.rules()).extracting("redirect").containsExactly("/b", "/f");
		assertThat(result.problems()).extracting(Object::toString)
			.satisfiesExactly((same) -> assertThat(same).contains(":2:", "line 1 has the same source"),
					(status) -> assertThat(status).contains(":3:"),
					(proxy) -> assertThat(proxy).contains(":5:", "proxy"),
					(same) -> assertThat(same).contains(":6:", "line 5 has the same source"));
	}

	@Test
	void takes2000StaticRulesAndGoesOn() {
		String statics = IntStream.rangeClosed(1, 2_002)
			.mapToObj((i) -> "/a" + i + " /b" + i + "\n")
			.collect(Collectors.joining());
		ImportResult result = Imported.read(ImportFormat.CLOUDFLARE, "_redirects", statics + "/c/* /d/:splat\n");
		assertThat(result.rules()).hasSize(2_001);
		assertThat(result.problems()).hasSize(2).allSatisfy((one) -> assertThat(one.hint()).contains("2,000 rules"));
	}

	@Test
	void takes100DynamicRulesAndReadsNoFurther() {
		String dynamics = IntStream.rangeClosed(1, 99)
			.mapToObj((i) -> "/a" + i + "/* /b" + i + "\n")
			.collect(Collectors.joining());
		ImportResult result = Imported.read(ImportFormat.CLOUDFLARE, "_redirects",
				"/s /t\n" + dynamics + "/one /more\n/two /more\nno rule\n# a comment\n/three /more\n");
		assertThat(result.rules()).hasSize(101);
		assertThat(result.problems()).hasSize(3).allSatisfy((one) -> assertThat(one.hint()).contains("100 rules"));
	}

	@Test
	void aLineOf2001CharactersIsIgnored() {
		String longest = "/a /" + "b".repeat(1_996);
		ImportResult result = Imported.read(ImportFormat.CLOUDFLARE, "_redirects",
				longest + "\n/c" + longest + "\n" + "#".repeat(3_000) + "\n");
		assertThat(result.rules()).hasSize(1);
		assertThat(result.problems()).singleElement().asString().contains(":2:", "2,000 characters");
	}

	@Test
	void rulesAreTestedInTheOrderOfTheLines() {
		RuleSet rules = Imported.rules(ImportFormat.CLOUDFLARE, "_redirects", """
				/a/b /static
				/a/:x /name
				/a/* /splat
				/a/c /never
				""");
		assertThat(Imported.answer(rules, TestRequest.get("/a/b"))).isEqualTo("302 /static");
		assertThat(Imported.answer(rules, TestRequest.get("/a/c"))).isEqualTo("302 /name");
		assertThat(Imported.answer(rules, TestRequest.get("/a/c/d"))).isEqualTo("302 /splat");
	}

}
