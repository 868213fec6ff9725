package dev.reroute.importer.apache;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArgumentsTests {

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			301 /a /b ~ 301|/a|/b
			"/a b" '/c d' ~ /a b|/c d
			"a\\"b" c\\\\d ~ a"b|c\\d
			'it''s' ~ it|s
			"open ~ open
			^/a\\.b$ ~ ^/a\\.b$
			""")
	void areSplitLikeThoseOfTheCore(String text, String words) {
		assertThat(String.join("|", Arguments.of(text))).isEqualTo(words);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			^a\\ b$ /c\\ d [L] ~ ^a\\ b$|/c\\ d|[L]
			"^a b$" "/c d" ~ ^a b$|/c d
			^a$ /b [L] # why ~ ^a$|/b|[L]
			^a$ "" ~ ^a$|
			^a$ - [E=x:"y z",L] ~ ^a$|-|[E=x:"y
			""")
	void areSplitLikeThoseOfModRewrite(String text, String words) {
		assertThat(String.join("|", Arguments.ofRewrite(text))).isEqualTo(words);
	}

}
