package dev.reroute.importer.cloudflare;

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
 * What Cloudflare's Bulk Redirects answer here.
 */
class BulkRedirectsTests {

	@ParameterizedTest(name = "{0} ~ {1}")
	@CsvSource(delimiter = '~', quoteCharacter = '`',
			textBlock = """
					a.example/x,https://b.example/y                        ~ http://a.example/x       ~ 301 https://b.example/y
					a.example/x,https://b.example/y,302,,,,                ~ https://a.example/x      ~ 302 https://b.example/y
					https://a.example/x,https://b.example/y                ~ http://a.example/x       ~ -
					https://A.example/x,https://b.example/y                ~ https://a.example/x      ~ 301 https://b.example/y
					a.example/x,https://b.example/y                        ~ http://s.a.example/x     ~ -
					a.example/x,https://b.example/y                        ~ http://a.example/x/      ~ -
					a.example/x,https://b.example/y                        ~ http://a.example/X       ~ -
					a.example,https://b.example/y                          ~ http://a.example/        ~ 301 https://b.example/y
					a.example/{x},https://b.example/{y}                    ~ http://a.example/%7Bx%7D ~ 301 https://b.example/%7By%7D
					a.example/:x,https://b.example/:x                      ~ http://a.example/:x      ~ 301 https://b.example/:x
					"a.example/x,y","https://b.example/x,y"                ~ http://a.example/x,y     ~ 301 https://b.example/x,y
					# the query
					a.example/x,https://b.example/y                        ~ http://a.example/x?q=1   ~ 301 https://b.example/y
					a.example/x,https://b.example/y?z                      ~ http://a.example/x?q=1   ~ 301 https://b.example/y?z
					a.example/x,https://b.example/y,,TRUE                  ~ http://a.example/x?q=1   ~ 301 https://b.example/y?q=1
					# hosts below
					a.example/x,https://b.example/y,,,TRUE                 ~ http://a.example/x       ~ 301 https://b.example/y
					a.example/x,https://b.example/y,,,true                 ~ http://s.t.a.example/x   ~ 301 https://b.example/y
					a.example/x,https://b.example/y,,,TRUE                 ~ http://ba.example/x      ~ -
					https://a.example/x,https://b.example/y,,,TRUE         ~ http://s.a.example/x     ~ -
					# paths below
					a.example/x,https://b.example/y,,,,TRUE,TRUE           ~ http://a.example/x       ~ 301 https://b.example/y
					a.example/x,https://b.example/y,,,,TRUE,TRUE           ~ http://a.example/x/1/2   ~ 301 https://b.example/y/1/2
					a.example/x,https://b.example/y,,,,TRUE,TRUE           ~ http://a.example/xy      ~ -
					a.example/x,https://b.example/,,,,TRUE,TRUE            ~ http://a.example/x/1     ~ 301 https://b.example/1
					a.example/x/,https://b.example/y/,,,,TRUE,TRUE         ~ http://a.example/x/1     ~ 301 https://b.example/y/1
					a.example/x/,https://b.example/y/,,,,TRUE,TRUE         ~ http://a.example/x       ~ -
					a.example/x,https://b.example/y,,,,TRUE,FALSE          ~ http://a.example/x/1/2   ~ 301 https://b.example/y
					a.example/x/,https://b.example/y?z,,,,TRUE,FALSE       ~ http://a.example/x/1/2   ~ 301 https://b.example/y?z
					a.example,https://b.example,,,TRUE,TRUE,TRUE           ~ http://s.a.example/1     ~ 301 https://b.example/1
					https://a.example/x/,https://b.example/y/,,,TRUE,TRUE,TRUE ~ https://s.a.example/x/1 ~ 301 https://b.example/y/1
					a.example/x,https://b.example/y,,TRUE,,TRUE,TRUE       ~ http://a.example/x/1?q   ~ 301 https://b.example/y/1?q
					# a slash at the end of the target alone
					a.example/x,https://b.example/y/,,,,TRUE,TRUE          ~ http://a.example/x       ~ 301 https://b.example/y/
					a.example/x,https://b.example/y/,,,,TRUE,TRUE          ~ http://a.example/x/      ~ 301 https://b.example/y/
					a.example/x,https://b.example/y/,,,,TRUE,TRUE          ~ http://a.example/x/1     ~ 301 https://b.example/y/1
					a.example/x,https://b.example/y/,,TRUE,,TRUE,TRUE      ~ http://a.example/x?q     ~ 301 https://b.example/y/?q
					a.example/x,https://b.example/y/,,,TRUE,TRUE,TRUE      ~ http://s.a.example/x     ~ 301 https://b.example/y/
					a.example/x,https://b.example/y/,,,,TRUE,FALSE         ~ http://a.example/x       ~ 301 https://b.example/y/
					a.example,https://b.example/y/,,,,TRUE,TRUE            ~ http://a.example/        ~ 301 https://b.example/y/
					a.example,https://b.example/y,,,,TRUE,TRUE             ~ http://a.example/        ~ 301 https://b.example/y/
					a.example/x,https://b.example/,,,,TRUE,TRUE            ~ http://a.example/x       ~ 301 https://b.example/
					# no placeholders
					a.example/x,https://b.example/:splat,,,,TRUE,FALSE     ~ http://a.example/x/1     ~ 301 https://b.example/:splat
					a.example/x,https://b.example/:splat,,,,TRUE,TRUE      ~ http://a.example/x/1     ~ 301 https://b.example/:splat/1
					a.example/x,https://b.example/:x/,,,,TRUE,TRUE         ~ http://a.example/x/1     ~ 301 https://b.example/:x/1
					a.example/:splat,https://b.example/*,,,,TRUE,TRUE      ~ http://a.example/:splat  ~ 301 https://b.example/*
					""")
	void answers(String row, String url, String expected) {
		RuleSet rules = Imported.rules(ImportFormat.CLOUDFLARE_BULK, "list.csv", row);
		assertThat(Imported.answer(rules, TestRequest.get(url))).isEqualTo(expected);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			a.example/x                                       ~ expected a source, a target and at most
			a.example/x,https://b.example/,301,,,,,           ~ expected a source, a target and at most
			SOURCE_URL,TARGET_URL,STATUS_CODE                 ~ expected a URL as target
			a.example/x,b.example/y                           ~ expected a URL as target
			/x,https://b.example/y                            ~ expected a source with a host
			a.example:81/x,https://b.example/y                ~ expected a source with a host
			me@a.example/x,https://b.example/y                ~ expected a source with a host
			a.example/x?y=1,https://b.example/y               ~ expected a source with a host
			a.example/x#y,https://b.example/y                 ~ expected a source with a host
			ftp://a.example/x,https://b.example/y             ~ expected a source with a host
			a.example/x,https://b.example/y,303               ~ expected one of the statuses
			a.example/x,https://b.example/y,,yes              ~ expected TRUE, FALSE or nothing in column 4
			a.example/x,https://b.example/y?z,,TRUE           ~ expected a target without a query
			a.example/x/*,https://b.example/y                 ~ is SUBPATH_MATCHING meant?
			a.example/x,https://b.example/y,,,,TRUE           ~ PRESERVE_PATH_SUFFIX is empty
			a.example/x,https://b.example/y?z,,,,TRUE,TRUE    ~ nothing is known of where the rest goes
			a.example/x/,https://b.example/y,,,,TRUE,TRUE     ~ its source ends in a slash
			a.example/x,magnet:?xt=urn                        ~ bad-target
			""")
	void isRefused(String row, String expected) {
		ImportResult result = Imported.read(ImportFormat.CLOUDFLARE_BULK, "list.csv", row);
		assertThat(result.rules()).isEmpty();
		assertThat(result.problems()).singleElement().asString().startsWith("list.csv:1: ").contains(expected);
	}

	@ParameterizedTest(name = "{0} goes to {1}")
	@CsvSource(textBlock = """
			https://a.example/page,       both
			http://www.a.example/page,    www
			http://x.www.a.example/page,  hosts-below-www
			http://x.a.example/page,      hosts-below
			https://b.example/page,       https
			http://b.example/page,        http-and-https
			http://a.example/blog,        blog
			http://a.example/blog/x,      blog-below
			http://a.example/blog/x/y,    blog-below
			http://a.example/blog/2026,   year
			http://a.example/blog/2026/1, year
			http://a.example/other,       all
			""")
	void theMostSpecificWins(String url, String expected) {
		RuleSet rules = Imported.rules(ImportFormat.CLOUDFLARE_BULK, "list.csv", """
				a.example,https://t.example/all,,,,TRUE,FALSE
				a.example/page,https://t.example/hosts-below,,,TRUE
				www.a.example/page,https://t.example/hosts-below-www,,,TRUE
				https://www.a.example/page,https://t.example/never
				http://www.a.example/page,https://t.example/www
				https://a.example/page,https://t.example/both
				b.example/page,https://t.example/http-and-https
				https://b.example/page,https://t.example/https
				http://a.example/blog,https://t.example/blog
				a.example/blog,https://t.example/blog-below,,,,TRUE,FALSE
				a.example/blog/2026,https://t.example/year,,,,TRUE,FALSE
				""");
		assertThat(Imported.answer(rules, TestRequest.get(url))).isEqualTo("301 https://t.example/" + expected);
	}

	@Test
	void eachSourceStandsOnce() {
		ImportResult result = Imported.read(ImportFormat.CLOUDFLARE_BULK, "list.csv", """
				a.example/x,https://b.example/1
				https://a.example/x,https://b.example/2

				a.example/x,https://b.example/3
				""");
		assertThat(result.rules()).extracting("redirect").containsExactly("https://b.example/2", "https://b.example/1");
		assertThat(result.problems()).singleElement().asString().startsWith("list.csv:4: ").contains("line 1 has");
	}

	@Test
	void whatIsNotCsvIsAProblemBelowWhichNothingIsRead() {
		ImportResult result = Imported.read(ImportFormat.CLOUDFLARE_BULK, "list.csv", """
				a.example/x,https://b.example/1
				a.example/y,"https://b.example/2
				a.example/z,https://b.example/3
				""");
		assertThat(result.rules()).hasSize(1);
		assertThat(result.problems()).singleElement().asString().contains("bad-csv");
	}

}
