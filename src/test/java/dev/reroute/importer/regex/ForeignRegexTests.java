package dev.reroute.importer.regex;

import java.util.List;
import java.util.Map;

import dev.reroute.importer.NotTranslatableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ForeignRegexTests {

	@ParameterizedTest(name = "{0} of the whole path")
	@CsvSource(delimiter = '~', textBlock = """
			^/(?:(de|en)/)?(\\w+)$ ~ regex /(?:(de|en)/)?(\\w+)
			foo|^/(bar.*)$ ~ regex .*?(?:foo|^/(bar.*)$).*
			^/a$ ~ from /a
			^/a/?$ ~ from /a [slash]
			^/?a$ ~ from /a
			^/a\\.html$ ~ from /a.html
			^/a.html$ ~ regex /a.html
			^/old(/.*)?$ ~ from /old/{*rest}
			^/old/(.*)$ ~ regex /old/(.*)
			^/old/(.*) ~ regex /old/(.*)
			^/blog/(\\d+)/([^/]+)$ ~ from /blog/{a:\\d+}/{b}
			^/blog/([^/]+)/?$ ~ from /blog/{a} [slash]
			^/item-(\\d{1,3})\\.php$ ~ from /item-{a:\\d{1,3}}.php
			^/(a|b)$ ~ from /{a:a|b}
			^/([^/]*)$ ~ regex /([^/]*)
			^/x(?<year>[0-9]+)$ ~ from /x{year:[0-9]+}
			old ~ regex .*?old.*
			\\.php$ ~ regex .*?\\.php
			^/a$|^/b ~ regex /a|/b.*
			(?i)^/a$ ~ from /a [case]
			^/(?!admin)(.*)$ ~ regex /(.*) not {:/(?:admin).*}
			^/((?!admin|api/).*)$ ~ regex /(.*) not {:/(?:admin|api/).*}
			^/a(?=b)(.*)$ ~ regex /a(.*) path {:/a(?:b).*}
			^(.*)(?<!\\.html)$ ~ regex (.*) not {:.*(?:\\.html)}
			""")
	void becomesASource(String regex, String expected) throws NotTranslatableException {
		assertThat(text(ForeignRegex.parse(regex).source("", false, Map.of()))).isEqualTo(expected);
	}

	@ParameterizedTest(name = "{0} of a path without its slash")
	@CsvSource(delimiter = '~', textBlock = """
			^a$ ~ from /a
			^/?a$ ~ from /a
			^$ ~ from /
			^/?$ ~ from /
			^blog/(\\d+)$ ~ from /blog/{a:\\d+}
			blog ~ regex /.*?blog.*
			^(?!a)(.*)$ ~ regex /(.*) not {:/(?:a).*}
			(^|/)\\.git ~ regex /(?:.*?/)??\\.git.*
			(?:/|^)\\.git$ ~ regex /(?:.*?/)??\\.git
			(^|/)old/(.*)$ ~ regex /(?:.*?/)??old/(.*)
			(^|/)a|(^|/)b$ ~ regex /(?:.*?/)??a.*|/(?:.*?/)??b
			""")
	void becomesASourceBelowABase(String regex, String expected) throws NotTranslatableException {
		assertThat(text(ForeignRegex.parse(regex).source("/", false, Map.of()))).isEqualTo(expected);
	}

	private static String text(ForeignSource source) {
		return (source.isRegex() ? "regex " : "from ") + source.text() + (source.ignoreCase() ? " [case]" : "")
				+ (source.ignoreTrailingSlash() ? " [slash]" : "")
				+ (source.paths().isEmpty() ? "" : " path " + String.join(" ", source.paths()))
				+ (source.notPaths().isEmpty() ? "" : " not " + String.join(" ", source.notPaths()));
	}

	@Test
	void groupsAreNamedAsAsked() throws NotTranslatableException {
		ForeignSource source = ForeignRegex.parse("^/(\\d+)/([^/]+)$").source("", false, Map.of(2, "slug"));
		assertThat(source.text()).isEqualTo("/{a:\\d+}/{slug}");
		assertThat(source.placeholders()).isEqualTo(Map.of(1, "{a}", 2, "{slug}"));
	}

	@Test
	void whatStandsInFrontOfASegmentIsNotCaptured() throws NotTranslatableException {
		ForeignSource source = ForeignRegex.parse("(^|/)old/(.*)$").source("/", false, Map.of());
		assertThat(source.placeholders()).isEqualTo(Map.of(2, "{1}"));
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "(^|/)a(.*)|(^|/)b(.*)", "(^|/|-)a", "(^|/)?a", "x(^|/)a" })
	void otherStartsWithinAGroupAreRefusedBelowABase(String regex) {
		assertThatExceptionOfType(NotTranslatableException.class)
			.isThrownBy(() -> ForeignRegex.parse(regex).source("/", false, Map.of()))
			.withMessage("its '^' stands within a group");
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '~', textBlock = """
			^/a ~ true
			^/a$ ~ true
			^/[a-z]+/(b|c) ~ true
			^/[^?]* ~ true
			^/a|^/b$ ~ true
			/a ~ false
			^/a|/b ~ false
			^/.*a ~ false
			^/[^/]+ ~ false
			^/a[?]x ~ false
			^/a[!-Z] ~ false
			^/a(/|$) ~ false
			^/a(?!.*b) ~ false
			""")
	void itTellsWhetherItStaysBeforeACharacter(String regex, boolean expected) throws NotTranslatableException {
		assertThat(ForeignRegex.parse(regex).staysBefore('?')).isEqualTo(expected);
	}

	@Test
	void groupsWithinLookAroundAreGone() throws NotTranslatableException {
		ForeignSource source = ForeignRegex.parse("^/(?!(a)|(b))(.*)$").source("", false, Map.of());
		assertThat(source.placeholders()).isEqualTo(Map.of(3, "{1}"));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', textBlock = """
			^de$ ~ de
			^de ~ de*
			de|en$ ~ *de* *en
			^(www\\.)?a\\.de$ ~ {:(?:www\\.)?}a.de
			a* ~ *{:a*}*
			""")
	void becomesTextsOfACondition(String regex, String expected) throws NotTranslatableException {
		assertThat(String.join(" ", ForeignRegex.parse(regex).texts(false, Map.of()))).isEqualTo(expected);
	}

	@Test
	void aConditionBindsTheGroupsThatAreUsed() throws NotTranslatableException {
		assertThat(ForeignRegex.parse("^id=(\\d+)$").texts(false, Map.of(1, "id"))).containsExactly("id={id:\\d+}");
		assertThat(ForeignRegex.parse("id=(\\d+)").texts(false, Map.of(1, "id")))
			.containsExactly("{:.*?}id={id:\\d+}*");
		assertThat(ForeignRegex.parse("^(.*)\\.old\\.de$").hostTexts(Map.of(1, "name")))
			.containsExactly("{name:.*}.old.de");
	}

	@Test
	void itTellsTheNamesOfItsGroups() throws NotTranslatableException {
		assertThat(ForeignRegex.parse("^(a)(?<year>\\d+)-((?<tag>b))$").groupNames())
			.isEqualTo(Map.of(2, "year", 4, "tag"));
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "^/shop;jsessionid=(.*)$", "^/a;b$", "^/a//b$", "/a/(/b)", "^/a(;x=\\d)+$", "^/a/+/b",
			"^/a/{2}b", "^/a/{2,}b", "^/a;b|^/c//d", "^/(?:a|b);c" })
	void whatNoPathIsIsRefused(String regex) {
		assertThatExceptionOfType(NotTranslatableException.class)
			.isThrownBy(() -> ForeignRegex.parse(regex).source("", false, Map.of()))
			.withMessage("no path is matched that holds ';' or '//'");
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "^/shop(;jsessionid=.*)?$", "^/a/+b$", "^/a/?/b$", "^/a/*/b$", "^/a;?b$", "^/a/{1,2}b",
			"^/a;b|^/c", "^/(;|a)/b", "^/a/[^/]*/b$", "^/a[;/]b", "^/a;{0,2}" })
	void whatMayBeLeftOutIsNoReasonToRefuse(String regex) {
		assertThatNoException().isThrownBy(() -> ForeignRegex.parse(regex).source("", false, Map.of()));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', textBlock = """
			^/(?i:old/(?!ADMIN).*)$ ~ look-around
			^/[a-z]{2}{2}$ ~ a repetition of a repetition
			^/[a[bc]]$ ~ within a class
			^/(a)\\1$ ~ back-references
			^/a*+$ ~ possessive
			^/(?>a)$ ~ RE2 has no '(?>
			^/.*(?!a)b$ ~ look-around
			^/(a ~ not closed
			^/a) ~ closes nothing
			[a ~ not closed
			*a ~ repeats nothing
			a\\ ~ at its end
			[a&&b] ~ intersection
			a(?i)b|c ~ alternatives behind
			^/[z-a]$ ~ RE2 has no '[z-a]'
			^/a{2000}$ ~ RE2 has no 'a{2000}'
			^/a{12345}$ ~ RE2 has no 'a{12345}'
			^/\\x{FFFFFF}$ ~ no character
			^/[\\x{D800}]$ ~ no character
			""")
	void whatRe2LacksIsRefused(String regex, String reason) {
		assertThatExceptionOfType(NotTranslatableException.class)
			.isThrownBy(() -> ForeignRegex.parse(regex).source("", false, Map.of()))
			.withMessageContaining(reason);
	}

}
