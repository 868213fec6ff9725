package dev.reroute.lint;

import java.util.List;
import java.util.Random;

import dev.reroute.pattern.Captures;
import dev.reroute.pattern.TextPattern;
import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicOperations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An automaton has exactly the values that the text of a condition matches, and an
 * example is one of them.
 */
class TextLanguageTests {

	private static final String ALPHABET = "/abAB01-.x";

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "a*", "*a*b", "{x}b", "{:a|b}x", "{:(?i)ab}-*", "a{:b?}", "{x:[^/]+}/*",
			"{:^a.*$}", "{:(?i)^a|b$}", "{x:(?i)a|b}{y:1{2}}", "{:[^\\d/]}{:.}", "/{:[a-z]{2}}{:(?:/.*)?}", "{:}a" })
	void hasTheValuesOfAText(String text) throws BeyondMethodException {
		hasTheValuesOf(TextPattern.parse(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "*.a", "{t}.b", "{t:[ab]{2}}.b", "{:(?:A\\.)?}a", "{:.*}a" })
	void hasTheHostsOfAText(String text) throws BeyondMethodException {
		hasTheValuesOf(TextPattern.parseHost(text));
	}

	private static void hasTheValuesOf(TextPattern text) throws BeyondMethodException {
		Automaton language = TextLanguage.of(text);
		Random random = new Random(11);
		for (int i = 0; i < 20_000; i++) {
			StringBuilder value = new StringBuilder();
			for (int length = random.nextInt(6); length > 0; length--) {
				value.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
			}
			assertThat(BasicOperations.run(language, value.toString())).as("%s on '%s', seed 11", text, value)
				.isEqualTo(text.matches(value.toString(), new Captures()));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a{:^b}", "{:a$}b", "{x:^a}b", "{:\\pL}", "{:a(?i)b}", "{:\\ba}" })
	void whatItCannotReadIsSaid(String text) {
		assertThatExceptionOfType(BeyondMethodException.class)
			.isThrownBy(() -> TextLanguage.of(TextPattern.parse(text)));
	}

	@ParameterizedTest(name = "{0} for example {1}")
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			de               ~ de
			*                ~ x
			a{b}*            ~ axx
			{id:\\d{4}}      ~ 0000
			{:[a-z]+}        ~ x
			{:[a-c]{2}}-*    ~ aa-x
			{:(?i)DE}        ~ dE
			{:a?}            ~ ``
			{:é}             ~ é
			""")
	void anExampleIsMadeUp(String text, String expected) {
		TextPattern pattern = TextPattern.parse(text);
		String example = TextLanguage.example(List.of(pattern), "x");
		assertThat(example).isNotNull().isEqualToIgnoringCase(expected);
		assertThat(pattern.matches(example, new Captures())).isTrue();
	}

	@Test
	void whereNoneIsFoundTheNextAlternativeGivesOne() {
		TextPattern beyond = TextPattern.parse("{:\\pL}");
		assertThat(TextLanguage.example(List.of(beyond), "x")).isNull();
		assertThat(TextLanguage
			.example(List.of(TextPattern.parse("{:[^\\x{0}-\\x{FFFF}]}"), beyond, TextPattern.parse("y*")), "x"))
			.isEqualTo("yx");
	}

}
