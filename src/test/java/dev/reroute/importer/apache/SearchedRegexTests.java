package dev.reroute.importer.apache;

import dev.reroute.importer.apache.SearchedRegex.Known;
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
		assertThat(new SearchedRegex(regex, false).finds(Known.of(text))).isEqualTo(found);
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
			^a|^b ~ /c ~ '' ~ MAYBE
			^ab?c ~ bc ~ '' ~ NO
			^ab?c ~ ac ~ '' ~ MAYBE
			""")
	void mayBeFoundInATextOfWhichTheEndsAreKnown(String regex, String start, String end, SearchedRegex.Found found) {
		assertThat(new SearchedRegex(regex, false).finds(new Known(start, false, end))).isEqualTo(found);
	}

	@Test
	void caseMakesNoDifferenceIfItIsIgnored() {
		assertThat(new SearchedRegex("^/OLD", true).finds(Known.startingWith("/old/")))
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
		assertThat(new SearchedRegex(regex, false).literal()).isEqualTo(literal);
	}

}
