package dev.reroute.importer.nextjs;

import dev.reroute.engine.RuleSet;
import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.ImportResult;
import dev.reroute.importer.ImportedRules;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.reroute.assertions.RerouteAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

class NextJsImporterTests {

	@ParameterizedTest(name = "{0} to {1}: {2}")
	@CsvSource(delimiter = '~', nullValues = "-", textBlock = """
			# source                    ~ destination           ~ request              ~ Location
			/a                          ~ /b                    ~ /a                   ~ /b
			/a                          ~ /b                    ~ /A                   ~ /b
			/a                          ~ /b                    ~ /a/                  ~ /b
			/a                          ~ /b                    ~ /a?x=1&y=%41         ~ /b?x=1&y=%41
			/a                          ~ /b?x=2                ~ /a?x=1&y=%41         ~ /b?x=2&y=%41
			/a                          ~ /b                    ~ /ab                  ~ -
			/a                          ~ /b                    ~ /a/b                 ~ -
			/a/:x                       ~ /b/:x                 ~ /a/1                 ~ /b/1
			/a/:x                       ~ /b/:x                 ~ /a/caf%C3%A9%2F1     ~ /b/caf%C3%A9%2F1
			/a/:x                       ~ /b/:x                 ~ /a                   ~ -
			/a/:x                       ~ /b/:x                 ~ /a/1/2               ~ -
			/a/:x/c                     ~ /b?x=:x               ~ /a/1%262/c           ~ /b?x=1%262
			/a/:x*                      ~ /b/:x*                ~ /a                   ~ /b
			/a/:x*                      ~ /b/:x*                ~ /a/1/2               ~ /b/1/2
			/a/:x*                      ~ /b/:x*                ~ /ab                  ~ -
			/a/:x*                      ~ /b?x=:x*              ~ /a/1/2               ~ /b?x=1/2
			/a/:x*                      ~ /b?x=:x*              ~ /a                   ~ /b?x=:x*
			/a/:x*/c                    ~ /b/:x*                ~ /a/c                 ~ /b
			/a/:x*/c                    ~ /b/:x*                ~ /a/1/2/c             ~ /b/1/2
			/:x*                        ~ https://b.com/:x*     ~ /                    ~ https://b.com/
			/:x*                        ~ https://b.com/:x*     ~ /1/2                 ~ https://b.com/1/2
			/a/:x+                      ~ /b/:x+                ~ /a                   ~ -
			/a/:x+                      ~ /b/:x+                ~ /a/1/2               ~ /b/1/2
			/a/:x+                      ~ /b/:x+                ~ /a/1/2/              ~ /b/1/2
			/a/:x?                      ~ /b/:x*                ~ /a                   ~ /b
			/a/:x?                      ~ /b/:x*                ~ /a/1                 ~ /b/1
			/a/:x?                      ~ /b/:x                 ~ /a/1                 ~ /b/1
			/a/:x?                      ~ /b/:x                 ~ /a                   ~ -
			/a/:x(\\\\d+)                 ~ /b/:x                 ~ /a/1                 ~ /b/1
			/a/:x(\\\\d+)                 ~ /b/:x                 ~ /a/b                 ~ -
			/a/:x(b|c)/d                ~ /:x                   ~ /A/B/D               ~ /B
			/a/(.*)                     ~ /b                    ~ /a/                  ~ /b
			/a/(.*)                     ~ /b                    ~ /a                   ~ -
			/a/:x(.*)                   ~ /b/:x                 ~ /a/1/2               ~ /b/1/2
			/:x-:y                      ~ /:y/:x                ~ /1-2                 ~ /2/1
			/:x.html                    ~ /:x                   ~ /a.b.html            ~ /a.b
			/a.:x                       ~ /:x                   ~ /a.b                 ~ /b
			/:x?/:y?                    ~ /n/:x*/m/:y*          ~ /1                   ~ /n/1/m
			/:x?/:y?                    ~ /n/:x*/m/:y*          ~ /1/2                 ~ /n/1/m/2
			/:x?                        ~ /n/:x*                ~ /                    ~ /n
			/:x*                        ~ /n/:x*                ~ /                    ~ /n
			/:x*                        ~ /n/:x*                ~ /1/2                 ~ /n/1/2
			/a{-:x}?/b                  ~ /b                    ~ /a/b                 ~ /b
			/a{-:x}?/b                  ~ /b                    ~ /a-1/b               ~ /b
			/a{-:x}?/b                  ~ /b                    ~ /a1/b                ~ -
			/:path/x                    ~ /y/:path              ~ /1/x                 ~ /y/1
			/:host/x                    ~ /y/:host              ~ /1/x                 ~ /y/1
			/:a/:b/:c                   ~ /:c/:b/:a             ~ /1/2/3               ~ /3/2/1
			/a/:id/:id2                 ~ /b?x=:id2&y=:id       ~ /a/1/2               ~ /b?x=2&y=1
			/a/:x                       ~ /b?x=:y&z=:x          ~ /a/1                 ~ /b?x=:y&z=1
			/a/:x                       ~ /b#:x                 ~ /a/1                 ~ /b#1
			/a/:x                       ~ https://b.com:81/:x   ~ /a/1                 ~ https://b.com:81/1
			/a                          ~ https://b.com?x=1     ~ /a                   ~ https://b.com/?x=1
			/:x((?!api/).*)             ~ /b/:x                 ~ /api/c               ~ -
			/:x((?!api/).*)             ~ /b/:x                 ~ /c                   ~ /b/c
			""")
	void aRedirectAnswersAsInNext(String source, String destination, String request, String location) {
		RuleSet rules = ImportedRules.of(ImportFormat.NEXTJS,
				"[{ \"source\": \"" + source + "\", \"destination\": \"" + destination + "\", \"permanent\": true }]");
		if (location == null) {
			assertThat(rules).on(request).passes();
		}
		else {
			assertThat(rules).on(request).redirectsTo(location, 308);
		}
	}

	@Test
	void aParameterCountsOnlyIfItIsNotEmpty() {
		RuleSet rules = redirect("\"has\": [{ \"type\": \"query\", \"key\": \"preview\" }]", "/b/:preview");
		assertThat(rules).on("/a?preview=1").redirectsTo("/b/1?preview=1");
		assertThat(rules).on("/a?preview=").passes();
		assertThat(rules).on("/a?preview").passes();
	}

	@Test
	void aValueIsAnchoredAtItsEnds() {
		RuleSet rules = redirect("\"has\": [{ \"type\": \"header\", \"key\": \"X-A\", \"value\": \"one|two\" }]", "/b");
		assertThat(rules).on("/a").withHeader("X-A", "one more").redirectsTo("/b");
		assertThat(rules).on("/a").withHeader("X-A", "not two").redirectsTo("/b");
		assertThat(rules).on("/a").withHeader("X-A", "not one").passes();
		assertThat(rules).on("/a").withHeader("X-A", "ONE").passes();
	}

	@Test
	void namedGroupsOfAValueBecomeParameters() {
		RuleSet rules = redirect(
				"\"has\": [{ \"type\": \"cookie\", \"key\": \"c\", \"value\": \"(?<x>[a-z]+)-(?<y>\\\\d)\" }]",
				"/:y/:x");
		assertThat(rules).on("/a").withHeader("Cookie", "c=tea-1").redirectsTo("/1/tea");
		assertThat(rules).on("/a").withHeader("Cookie", "c=tea").passes();
	}

	@Test
	void whatIsMissingMustNotBeThere() {
		RuleSet rules = redirect(
				"\"missing\": [{ \"type\": \"cookie\", \"key\": \"c\" }, { \"type\": \"host\", \"value\": \"b.*\" }]",
				"/b");
		assertThat(rules).on("http://a.com/a").redirectsTo("/b");
		assertThat(rules).on("http://a.com/a").withHeader("Cookie", "c=1").passes();
		assertThat(rules).on("http://b.com/a").passes();
	}

	@Test
	void aHostIsComparedWithoutItsPort() {
		RuleSet rules = redirect(
				"\"has\": [{ \"type\": \"host\", \"value\": \"(?<tenant>[a-z]+)\\\\.example\\\\.com\" }]",
				"/t/:tenant");
		assertThat(rules).on("http://TEA.example.com:8080/a").redirectsTo("/t/tea");
		assertThat(rules).on("http://example.com/a").passes();
	}

	private static RuleSet redirect(String asked, String destination) {
		return ImportedRules.of(ImportFormat.NEXTJS, "[{ \"source\": \"/a\", " + asked + ", \"destination\": \""
				+ destination + "\", \"permanent\": false }]");
	}

	@Test
	void redirectsComeBeforeRewritesWhereverTheyStand() {
		RuleSet rules = ImportedRules.of(ImportFormat.NEXTJS, """
				{
				  "rewrites": [{ "source": "/:x.html", "destination": "/rewritten" }],
				  "redirects": [{ "source": "/a.html", "destination": "/b", "permanent": false }]
				}
				""");
		assertThat(rules).on("/a.html").redirectsTo("/b", 307);
		assertThat(rules).on("/c.html?y=1").rewritesTo("/rewritten?x=c&y=1");
	}

	@Test
	void onVercelASlashAtTheEndMattersAndPermanentIsTheDefault() {
		RuleSet rules = ImportedRules.of(ImportFormat.NEXTJS, "site/vercel.json",
				"{ \"redirects\": [{ \"source\": \"/a\", \"destination\": \"/b\" }] }");
		assertThat(rules).on("/a").redirectsTo("/b", 308);
		assertThat(rules).on("/a/").passes();
	}

	@Test
	void everyEntryIsCounted() {
		ImportResult result = ImportFormat.NEXTJS.read("""
				{
				  "redirects": [
				    { "source": "/a", "destination": "/b", "permanent": true },
				    { "source": "/a", "destination": "/b" }
				  ],
				  "headers": [{ "source": "/a", "headers": [] }, { "source": "/b", "headers": [] }]
				}
				""", "text", RuleSettings.DEFAULT);
		assertThat(result.directives()).isEqualTo(4);
		assertThat(result.translated()).isEqualTo(1);
		assertThat(result.refused()).isEqualTo(1);
		assertThat(result.unrelated()).containsEntry("headers", 2);
		assertThat(result.problems()).extracting((problem) -> problem.origin().line()).containsExactly(4);
	}

	@ParameterizedTest(name = "{1}")
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			{ "redirects": [ | bad-json
			[ { "source": "/a", "source": "/b" } ] | duplicate-key
			"text" | wrong-shape
			{% for x in y %} | bad-json
			""")
	void whatIsNoListOfEntriesIsOneProblem(String text, String code) {
		ImportResult result = ImportFormat.NEXTJS.read(text, "text", RuleSettings.DEFAULT);
		assertThat(result.directives()).isZero();
		assertThat(result.problems()).extracting(Problem::code).containsExactly(code);
	}

	@ParameterizedTest(name = "{0} on {2}")
	@CsvSource(delimiter = '~', textBlock = """
			/caf%C3%A9 ~ /coffee ~ /caf%C3%A9 ~ /coffee
			/a%20b/:x ~ /c/:x ~ /a%20b/%C3%A9 ~ /c/%C3%A9
			/t%2Bu ~ /t ~ /t+u ~ /t
			/:path*.html ~ /:path* ~ /a/b.html ~ /a/b
			""")
	void aSourceIsWrittenAsItIsSent(String source, String destination, String url, String location) {
		assertThat(redirect("redirects.json", source, destination, "")).on(url).redirectsTo(location, 308);
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "/a%2Fb", "/a%", "/a%zz", "/a%ff", "/:x(a%20b)", "/a%00" })
	void whatNoPathIsMatchedWithIsRefused(String source) {
		ImportResult result = ImportFormat.NEXTJS.read(entry(source, "/b", ""), "redirects.json", RuleSettings.DEFAULT);
		assertThat(result.rules()).isEmpty();
		assertThat(result.problems()).extracting(Problem::code).containsExactly("not-translatable");
	}

	@ParameterizedTest(name = "{0} {1} on {2}")
	@CsvSource(delimiter = '~', nullValues = "-", textBlock = """
			/old/(.*) ~ /new/$1 ~ /old/a/b ~ /new/a/b
			/old/([0-9]+)/(x|y) ~ https://example.com/$2?id=$1 ~ /old/7/x ~ https://example.com/x?id=7
			/a/:p? ~ /b/:p ~ /a/x ~ /b/x
			/a/:p? ~ /b/:p ~ /a ~ /b/
			/:path* ~ https://example.com/:path* ~ / ~ -
			/:path* ~ https://example.com/:path* ~ /a/b ~ https://example.com/a/b
			/:path* ~ https://example.com/:path* ~ /a/ ~ -
			/x/:path* ~ /y/:path* ~ /x ~ /y/
			""")
	void asVercelDoes(String source, String destination, String url, @Nullable String location) {
		RuleSet rules = redirect("vercel.json", source, destination, "");
		if (location == null) {
			assertThat(rules).on(url).passes();
		}
		else {
			assertThat(rules).on(url).redirectsTo(location, 308);
		}
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '~', textBlock = """
			has ~ .* ~ /a?q= ~ false
			has ~ .* ~ /a?q=x ~ true
			has ~ (?<term>[a-z]*) ~ /a?q= ~ false
			has ~ (?<term>[a-z]*) ~ /a?q=x ~ true
			missing ~ .* ~ /a?q= ~ true
			missing ~ .* ~ /a?q=x ~ false
			""")
	void anEmptyValueIsNone(String key, String value, String url, boolean redirects) {
		RuleSet rules = redirect("redirects.json", "/a", "/b", """
				, "%s": [{ "type": "query", "key": "q", "value": "%s" }]""".formatted(key, value));
		if (redirects) {
			assertThat(rules).on(url).redirectsTo("/b?" + url.substring(3), 308);
		}
		else {
			assertThat(rules).on(url).passes();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"source\": \"/(.*)\", \"destination\": \"/index.html\"",
			"\"source\": \"/:path*\", \"destination\": \"/app/:path*\"",
			"\"source\": \"/app/:path*\", \"destination\": \"/app/v2/:path*\"" })
	void aRewriteDoesNotTakeThePlaceOfFiles(String entry) {
		ImportResult result = ImportFormat.NEXTJS.read("{ \"rewrites\": [{ " + entry + " }] }", "vercel.json",
				RuleSettings.DEFAULT);
		assertThat(result.rules()).isEmpty();
		assertThat(result.refused()).isOne();
	}

	@Test
	void aRewriteBeforeFilesIsNotTakenWhereOneBehindThemMayGoOn() {
		ImportResult result = ImportFormat.NEXTJS.read("""
				{ "rewrites": {
				  "beforeFiles": [{ "source": "/old/:id", "destination": "/app/old/:id" }],
				  "afterFiles": [{ "source": "/app/old/:id", "destination": "/item?id=:id" }] } }
				""", "rewrites.json", RuleSettings.DEFAULT);
		assertThat(result.rules()).hasSize(1);
		assertThat(result.problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.hint())
				.isEqualTo("the rewrite in line 3 may go on with its destination"));
	}

	private static String entry(String source, String destination, String more) {
		return "[{ \"source\": \"%s\", \"destination\": \"%s\", \"permanent\": true %s }]".formatted(source,
				destination, more);
	}

	private static RuleSet redirect(String file, String source, String destination, String more) {
		return ImportedRules.of(ImportFormat.NEXTJS, file,
				"{ \"redirects\": " + entry(source, destination, more) + " }");
	}

}
