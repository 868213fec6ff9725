package dev.reroute.importer.regex;

import java.util.List;

import dev.reroute.importer.regex.SearchedRegex.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchedRegexTests {

	@ParameterizedTest(name = "{0} in {1}")
	@CsvSource(delimiter = '~', textBlock = """
			^/old ~ /old/a ~ YES
			^/old$ ~ /old/a ~ NO
			old ~ /very/old ~ YES
			(?!a) ~ /a ~ MAYBE
			""")
	void isFoundInAWholeText(String regex, String text, SearchedRegex.Found found) {
		assertThat(SearchedRegex.of(regex, false).finds(Known.of(text))).isEqualTo(found);
	}

	@ParameterizedTest(name = "{0} in {1}...{2}")
	@CsvSource(delimiter = '~', textBlock = """
			^/old ~ /old/ ~ '' ~ YES
			^/old ~ /new/ ~ '' ~ NO
			^/old$ ~ /old/ ~ '' ~ NO
			^/old/x ~ /old/ ~ '' ~ MAYBE
			^/?old ~ http ~ '' ~ NO
			^/?old ~ /old ~ '' ~ YES
			.* ~ /old ~ '' ~ YES
			^$ ~ /old ~ '' ~ NO
			^index\\.php ~ index.php/ ~ '' ~ YES
			^[a-z]+$ ~ index.php ~ '' ~ MAYBE
			\\.php$ ~ / ~ .html ~ NO
			\\.php$ ~ / ~ .php ~ MAYBE
			\\dhp$ ~ / ~ .php ~ MAYBE
			^a|^b ~ /c ~ '' ~ NO
			^a|/c ~ /c ~ '' ~ MAYBE
			^[(]a|^/c ~ /c ~ '' ~ YES
			(a)\\1 ~ /c ~ '' ~ MAYBE
			^ab?c ~ bc ~ '' ~ NO
			^ab?c ~ ac ~ '' ~ MAYBE
			""")
	void mayBeFoundInATextOfWhichTheEndsAreKnown(String regex, String start, String end, SearchedRegex.Found found) {
		assertThat(SearchedRegex.of(regex, false).finds(new Known(start, false, end))).isEqualTo(found);
	}

	@Test
	void caseMakesNoDifferenceIfItIsIgnored() {
		assertThat(SearchedRegex.of("^/OLD", true).finds(Known.startingWith("/old/")))
			.isEqualTo(SearchedRegex.Found.YES);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', textBlock = """
			^index\\.php$ ~ index.php
			^/a b$ ~ /a b
			^a.b$ ~
			^a ~
			""")
	void knowsTheOnlyTextInWhichItIsFound(String regex, String literal) {
		assertThat(SearchedRegex.of(regex, false).literal()).isEqualTo(literal);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', textBlock = """
			.* ~ EVERYTHING
			^/? ~ EVERYTHING
			^(.*)/?$ ~ EVERYTHING
			(a|) ~ EVERYTHING
			^/?$ ~ NEITHER
			x*y ~ NEITHER
			^.+$ ~ SOMETHING
			(.) ~ SOMETHING
			^.$ ~ NEITHER
			^$ ~ NOTHING
			""")
	void knowsWhetherItIsFoundInAllTextsOrInNone(String regex, String what) {
		SearchedRegex searched = SearchedRegex.of(regex, false);
		assertThat(searched.isEverything()).isEqualTo(what.equals("EVERYTHING"));
		assertThat(searched.isSomething()).isEqualTo(what.equals("SOMETHING"));
		assertThat(searched.isNothing()).isEqualTo(what.equals("NOTHING"));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', textBlock = """
			(.*) ~ true
			^(.*)$ ~ true
			^(.*?) ~ false
			^/(.*) ~ false
			(?:.*) ~ false
			""")
	void knowsWhetherItsGroupIsTheWholeText(String regex, boolean whole) {
		assertThat(SearchedRegex.of(regex, false).capturesAll()).isEqualTo(whole);
	}

	@ParameterizedTest(name = "{0}, group {1}")
	@CsvSource(delimiter = '~', textBlock = """
			^/a(/.*)?$ ~ 1 ~ true
			^(.*)/b$ ~ 1 ~ true
			(.*)/b$ ~ 1 ~ true
			(/a|b) ~ 1 ~ false
			(/a|/b)(c) ~ 1 ~ true
			(/a|/b)(c) ~ 2 ~ false
			^/a((/b)+) ~ 2 ~ true
			(/*a) ~ 1 ~ false
			([^/]*)/a ~ 1 ~ false
			""")
	void knowsWhetherAGroupBeginsWithASlash(String regex, int number, boolean slash) {
		assertThat(SearchedRegex.of(regex, false).groupBeginsWithSlash(number, true)).isEqualTo(slash);
	}

	@ParameterizedTest(name = "{0} in {1}: {2}")
	@CsvSource(delimiter = '~', textBlock = """
			^/a$ ~ /a ~ true
			^/a$ ~ /a?x=1 ~ false
			^/A$ ~ /a ~ true
			/b ~ /a/b/c ~ true
			^/b ~ /a/b/c ~ false
			^/a/(.*)$ ~ /a/_ ~ true
			^/a/(.*)$ ~ /b/_ ~ false
			^/a/b$ ~ /a/_ ~ true
			^/(.*)$ ~ https://www.example.com/_ ~ false
			\\.gif$ ~ /a/_.png ~ false
			(.*)\\.gif$ ~ /a/_.png ~ false
			(.*)\\.gif$ ~ /a/_ ~ true
			\\.gif$ ~ /a/_ ~ true
			/old/(.*) ~ /_ ~ true
			/old/(.*) ~ /new/_ ~ false
			/old/(.*) ~ /very/old/_ ~ true
			^/x|^/a ~ /a/_ ~ true
			""")
	void itTellsWhetherATargetMayBeFound(String regex, String target, boolean expected) {
		List<String> texts = List.of(target.split("_", -1));
		assertThat(SearchedRegex.of(regex, true).mayBeFoundIn(texts)).isEqualTo(expected);
	}

}
