package dev.reroute.pattern;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The texts of conditions.
 */
class TextPatternTests {

	@ParameterizedTest(name = "{0} matches {1}")
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			de                       ~ de         ~ {}
			de*                      ~ de-AT      ~ {}
			{a}-{b}                  ~ x-y        ~ {a=x, b=y}
			{a}-{b}                  ~ x-y-z      ~ {a=x-y, b=z}
			{id:\\d{4}}              ~ 2026       ~ {id=2026}
			v{id:\\d{1,2}}.*         ~ v12.3      ~ {id=12}
			{id:(?:\\d{2}){2}}       ~ 2026       ~ {id=2026}
			{id:[{}]}                ~ {          ~ {id={}
			{id:\\{x\\}}             ~ {x}        ~ {id={x}}
			{:\\*}                   ~ *          ~ {}
			{:\\{}a{:\\}}            ~ {a}        ~ {}
			{:a|b}c                  ~ bc         ~ {}
			{:(?i)ab}c               ~ ABc        ~ {}
			{x:(?i)ab}{y:c?}         ~ aB         ~ {x=aB, y=}
			{:a:b}                   ~ a:b        ~ {}
			{x:a:b}                  ~ a:b        ~ {x=a:b}
			{:}a                     ~ a          ~ {}
			{:^a}b                   ~ ab         ~ {}
			{:\\Q*{}\\E}             ~ *{}        ~ {}
			{x:.*}                   ~ a/b        ~ {x=a%2Fb}
			{:[\\x{1F600}]}          ~ \ud83d\ude00 ~ {}
			{x}                      ~ \ud83d\ude00 ~ {x=\ud83d\ude00}
			a.b                      ~ a.b        ~ {}
			(a)+                     ~ (a)+       ~ {}
			""")
	void matchesAValueAsAWholeAndBinds(String text, String value, String bound) {
		Captures captures = new Captures();
		assertThat(TextPattern.parse(text).matches(value, captures)).isTrue();
		assertThat(captures).hasToString(bound);
	}

	@ParameterizedTest(name = "{0} does not match {1}")
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			de             ~ DE
			de             ~ de-AT
			{x}            ~ ``
			{id:\\d{4}}    ~ 20261
			{id:\\d{4}}    ~ a2026
			{:a|b}c        ~ a
			{:(?i)ab}c     ~ ABC
			a{:^b}         ~ ab
			a.b            ~ axb
			""")
	void doesNotMatchWhatDiffers(String text, String value) {
		Captures captures = new Captures();
		assertThat(TextPattern.parse(text).matches(value, captures)).isFalse();
		assertThat(captures.size()).isZero();
	}

	@ParameterizedTest(name = "{0} matches {1}")
	@CsvSource(delimiter = '~', textBlock = """
			{t}.example.com               ~ shop.example.com     ~ {t=shop}
			{t:[a-z]+}.example.com        ~ shop.example.com     ~ {t=shop}
			{t:.+}.example.com            ~ a.b.example.com      ~ {t=a.b}
			{:(?:www\\.)?}example.com     ~ example.com          ~ {}
			{:(?:www\\.)?}example.com     ~ www.example.com      ~ {}
			{:(?:WWW\\.)?}Example.com     ~ www.example.com      ~ {}
			{:a{2}}.*                     ~ aa.example.com       ~ {}
			""")
	void matchesAHostWithoutRegardToCase(String text, String host, String bound) {
		Captures captures = new Captures();
		assertThat(TextPattern.parseHost(text).matches(host, captures)).isTrue();
		assertThat(captures).hasToString(bound);
	}

	@Test
	void aNameOfAHostStaysWithinALabel() {
		assertThat(TextPattern.parseHost("{t}.example.com").matches("a.b.example.com", new Captures())).isFalse();
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', textBlock = """
			{                       ~ bad-placeholder
			}                       ~ bad-placeholder
			a}b:c                   ~ bad-placeholder
			{}                      ~ bad-placeholder
			{a b}                   ~ bad-placeholder
			{a b:x}                 ~ bad-placeholder
			{1}                     ~ bad-placeholder
			{1:x}                   ~ bad-placeholder
			aaaaaaaa{*x:a}          ~ bad-placeholder
			{*x}                    ~ bad-placeholder
			{x|lower}               ~ bad-placeholder
			{x|lower:a}             ~ bad-placeholder
			{:a                     ~ bad-placeholder
			{id:\\d{4}              ~ bad-placeholder
			{:a\\}                  ~ bad-placeholder
			{:{}                    ~ bad-placeholder
			{x}{x}                  ~ duplicate-name
			{x:a}{x}                ~ duplicate-name
			{x:(a)}                 ~ bad-pattern
			{:(a)}                  ~ bad-pattern
			{x:(?P<y>a)}            ~ bad-pattern
			{x:[}                   ~ bad-regex
			{:a)(?:b}               ~ bad-regex
			{:(?!a)b}               ~ bad-regex
			{:a++}                  ~ bad-regex
			{:\\Qa}                 ~ bad-regex
			{:\\Qa}b{x:c}           ~ bad-regex
			{:(?:a{1000}){1000}}    ~ too-complex
			{:a{900}}{:a{900}}{x:a{900}} ~ too-complex
			""")
	void whatIsNoTextIsSaid(String text, String code) {
		assertThatExceptionOfType(InvalidTextException.class).isThrownBy(() -> TextPattern.parse(text))
			.extracting(InvalidTextException::code)
			.isEqualTo(code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{:.*}:80", "{x:\\d+}@h", "a b{:c}", "{:[:}" })
	void whatIsNoHostIsSaid(String text) {
		assertThatExceptionOfType(InvalidTextException.class).isThrownBy(() -> TextPattern.parseHost(text));
	}

	@Test
	void itsPiecesStandOneBehindTheOther() {
		assertThat(TextPattern.parse("a*{x}b{y:c}{:d}").pieces()).containsExactly(
				new TextPiece(TextPiece.Kind.LITERAL, "a", null), new TextPiece(TextPiece.Kind.WILDCARD, ".*", null),
				new TextPiece(TextPiece.Kind.WILDCARD, ".+", "x"), new TextPiece(TextPiece.Kind.LITERAL, "b", null),
				new TextPiece(TextPiece.Kind.EXPRESSION, "c", "y"),
				new TextPiece(TextPiece.Kind.EXPRESSION, "d", null));
		assertThat(TextPattern.parseHost("*.{t}.de").pieces()).extracting(TextPiece::text)
			.containsExactly(".+", ".", "[^.]+", ".de");
	}

	@ParameterizedTest(name = "{0} has {1}")
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			``                  ~ ``              ~ {}
			id={x}              ~ id=a%20b        ~ {x=a b}
			id={x}              ~ id=a+b          ~ {x=a b}
			id={x}              ~ id=a%2Fb/c      ~ {x=a%2Fb%2Fc}
			id={x}              ~ id=%252F        ~ {x=%2F}
			id=a%20b            ~ id=a%20b        ~ {}
			{a:\\w+}&{b}        ~ x&y&z           ~ {a=x, b=y&z}
			""")
	void aQueryIsMatchedAsItWasSentAndBoundDecoded(String text, String query, String bound) {
		Captures captures = new Captures();
		assertThat(TextPattern.parse(text).matchesEncoded(query, captures)).isTrue();
		assertThat(captures).hasToString(bound);
	}

	@ParameterizedTest
	@ValueSource(strings = { "id=%", "id=%2", "id=%zz", "id=%ff", "id=%c0%af", "id=%00", "id=a%00b", "id=\0" })
	void aQueryThatCannotBeDecodedBindsNothing(String query) {
		Captures captures = new Captures();
		assertThat(TextPattern.parse("{k}={x}").matchesEncoded(query, captures)).isFalse();
		assertThat(captures.size()).isZero();
		assertThat(TextPattern.parse("id=*").matchesEncoded(query, captures)).isEqualTo(query.indexOf('\0') < 0);
	}

	@Test
	void aPathKeepsItsSeparatorsApartFromEncodedSlashes() {
		Captures captures = new Captures();
		assertThat(TextPattern.parse("/a/{x}").matchesPath("/a/b/c\0d", captures)).isTrue();
		assertThat(captures.get("x")).isEqualTo("b/c\0d");
		assertThat(List.of("/{:[^/]+}", "/*", "/{:a.b}", "/{:a\\x00b}"))
			.allMatch((text) -> TextPattern.parse(text).matchesPath("/a\0b", new Captures()));
		assertThat(List.of("/a/b", "/{:a/b}", "/a%2Fb"))
			.noneMatch((text) -> TextPattern.parse(text).matchesPath("/a\0b", new Captures()));
	}

}
