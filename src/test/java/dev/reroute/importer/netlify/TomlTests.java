package dev.reroute.importer.netlify;

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
 * What {@code netlify.toml} answers here.
 */
class TomlTests {

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			from = "/a", to = "/b"                                    ~ /a      ~ 301 /b
			from = "/a", to = "/b", status = 302, force = true        ~ /a      ~ 302 /b
			from = "/a", to = "/b", status = "200"                    ~ /a      ~ rewrite /b
			origin = "/a", destination = "/b"                         ~ /a      ~ 301 /b
			from = "/a/*", status = 200                               ~ /a/x    ~ pass
			from = "/a", to = "/b?y", query = { x = ":x" }            ~ /a?x=1  ~ 301 /b?y
			from = "/a", to = "/b?y", params = { x = "1" }            ~ /a?x=1  ~ 301 /b?y
			from = "/a", to = "/b?y", parameters = { x = "1" }        ~ /a?x=2  ~ -
			from = "/a", to = "/b", headers = {}, conditions = {}     ~ /a      ~ 301 /b
			from = "/a", to = "/b", conditions = { Cookie = ["c"] }   ~ /a      ~ -
			from = "/*", to = "https://x.example/:splat"              ~ /a      ~ 404: 301 https://x.example/a
			""")
	void answers(String table, String url, String expected) {
		RuleSet rules = Imported.rules(ImportFormat.NETLIFY, "netlify.toml", "redirects = [ { " + table + " } ]");
		assertThat(Imported.answer(rules, TestRequest.get(url))).isEqualTo(expected);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			to = "/b"                                                 ~ expected a table that has 'from'
			from = "/a"                                               ~ expected a target; it may
			from = 1, to = "/b"                                       ~ expected text for 'from'
			from = "/a", to = "/b", status = ""                       ~ expected a 'status' such as 301
			from = "/a", to = "/b", status = "moved"                  ~ expected a 'status' such as 301
			from = "/a", to = "/b", status = [301]                    ~ expected a 'status' such as 301
			from = "/a", to = "/b", status = 2000                     ~ expected a status such as 301
			from = "/a", to = "/b", force = "true"                    ~ expected 'true' or 'false' for 'force'
			from = "/a", to = "/b", query = "x=1"                     ~ expected a table for 'query'
			from = "/a", to = "/b", query = { x = 1 }                 ~ expected text for each name of 'query'
			from = "/a", to = "/b", headers = ["a"]                   ~ expected a table for 'headers'
			from = "/a", to = "/b", conditions = { Cookie = 1 }       ~ expected text or a list of texts
			from = "a", to = "/b"                                     ~ expected a source that begins with '/'
			from = "/.netlify/a", to = "/b"                           ~ expected a source outside of '/.netlify'
			from = "/a", to = "https://b.example", status = 200       ~ it is a proxy
			from = "/a", to = "/b", signing = "KEY"                   ~ it signs its requests
			from = "/a", to = "/b", headers = { X = "1" }             ~ it sends headers to another server
			from = "/a", to = "/b", rate_limit = { window_limit = 4 } ~ it limits rates
			from = "/a", to = "/b", forse = true                      ~ nothing is known of its 'forse'
			from = "/a", to = "/b", conditions = { language = "de" }  ~ weighs the languages
			""")
	void isRefused(String table, String expected) {
		ImportResult result = Imported.read(ImportFormat.NETLIFY, "netlify.toml", "redirects = [ { " + table + " } ]");
		assertThat(result.rules()).isEmpty();
		assertThat(result.problems()).singleElement().asString().startsWith("netlify.toml:1: ").contains(expected);
	}

	@Test
	void eachTableHasItsLineAndItsComment() {
		ImportResult result = Imported.read(ImportFormat.NETLIFY, "sub/netlify.toml", """
				# how it is built
				[build]
				  command = "make"

				# moved in May
				[[redirects]]
				  from = "/a"
				  to = "/b"

				  [redirects.query]
				  id = ":id"

				[[ "redirects" ]]
				  from = "/c"
				  to = "https://api.example.com/"
				  status = 200

				[[headers]]
				  for = "/*"
				""");
		assertThat(result.rules()).extracting("note").containsExactly("moved in May (netlify.toml:6)");
		assertThat(result.problems()).singleElement().asString().startsWith("sub/netlify.toml:13: not-translatable");
		assertThat(result.unrelated()).containsOnlyKeys("build", "headers");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			{{}}                          ~ netlify.toml:1: bad-toml
			a = 1\\n b =                  ~ netlify.toml:2: bad-toml
			redirects = ["/a"]            ~ netlify.toml:1: bad-directive: expected a table with 'from' and 'to'
			a = 1\\n[redirects]\\nx = 1   ~ netlify.toml:2: bad-directive: expected tables that begin with
			""")
	void whatIsNoListOfTablesIsAProblem(String text, String expected) {
		ImportResult result = Imported.read(ImportFormat.NETLIFY, "netlify.toml", text.translateEscapes());
		assertThat(result.rules()).isEmpty();
		assertThat(result.problems()).singleElement().asString().startsWith(expected);
	}

	@Test
	void deepNestingIsAProblem() {
		ImportResult result = Imported.read(ImportFormat.NETLIFY, "netlify.toml", "a = " + "[".repeat(100_000));
		assertThat(result.problems()).singleElement().asString().contains("bad-toml");
	}

}
