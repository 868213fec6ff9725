package dev.reroute.importer.regex;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.reroute.importer.NotTranslatableException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UrlRegexTests {

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', textBlock = """
			^/a$ ~ /a none
			^/a/?$ ~ /a none
			^/a/(\\d+)$ ~ /a/{a:\\d+} none
			^/a/(.*)$ ~ regex /a/(.*) any [1]
			^/a/(.*)/?$ ~ regex /a/(.*) any [1]
			^/a/(.*) ~ regex /a/(.*) any [1]
			^/a/.*$ ~ regex /a/.* any
			^/a(/.*)?$ ~ /a/{*rest} none; regex /a(/.*) any [1]
			^/a(/.*)? ~ regex /a(/.*)?(.*) any [1] +{2}
			^/a/([^/]+)$ ~ /a/{a} {:[^/]*} [1]
			^/a/([^/]+)/?$ ~ /a/{a} none; /a/{a} {:[^/]*} [1]
			^/a/([^/]+) ~ regex /a/([^/]+)(.*) any [1] +{2}
			^/a/(\\d+) ~ regex /a/(\\d+)(.*) any +{2}
			^/a ~ regex /a(.*) any +{1}
			^/a(\\?.*)?$ ~ /a any [1]
			^/a/?(?:\\?.*)?$ ~ /a any
			^/a\\?id=(\\d+)$ ~ /a id={q1:\\d+}
			^/a/?\\?id=(\\d+)&x=(.*)$ ~ /a id={q1:\\d+}&x={q2:.*}
			^/a[?]id=7 ~ /a id=7 cut
			^/a\\?id=7.* ~ /a id=7{:.*}
			^/a$|^/b/(.*)$ ~ /a none; regex /b/(.*) any [1]
			^/a;x$|^/b$ ~ /b none
			^/a\\?u=http://b;c$ ~ /a u=http://b;c
			.*/a$ ~ regex .*/a none
			(.*)\\.php$ ~ regex (.*)\\.php none
			/a/(.*)$ ~ regex /a/(.*) any [1]; regex /(.+?)/a/(.*) any [1] {1}+
			""")
	void becomesSources(String regex, String expected) throws NotTranslatableException {
		assertThat(UrlRegex.sources(regex, false).stream().map(UrlRegexTests::text).collect(Collectors.joining("; ")))
			.isEqualTo(expected);
	}

	private static String text(UrlSource source) {
		UrlQuery query = source.query();
		String queries = query.any() ? "any" : query.texts().isEmpty() ? "none" : String.join(" ", query.texts());
		return (source.path().isRegex() ? "regex " : "") + source.path().text() + " " + queries
				+ (query.cut() ? " cut" : "") + (source.spanning().isEmpty() ? "" : " " + source.spanning())
				+ (source.before().isEmpty() ? "" : " " + source.before() + "+")
				+ (source.behind().isEmpty() ? "" : " +" + source.behind());
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', textBlock = """
			.* ~ found a second time at the end
			.*?a ~ each place where it is found is replaced
			old ~ it is not anchored with '^'
			/old ~ each place where it is found is replaced
			^/a$|/b$ ~ it is not anchored with '^'
			^/a(\\?x=1|\\?y=2)$ ~ a '?' within a group
			^/a\\?x=\\?$ ~ a '?' within a group or behind another one
			^/a\\?(x=(\\d))$ ~ a group within another part of the query
			^/(.)\\1$ ~ back-references
			^/a;x=(.*)$ ~ no path is matched
			^/a;b$|^/c//d$ ~ no path is matched
			""")
	void whatCannotBeSaidIsRefused(String regex, String reason) {
		assertThatExceptionOfType(NotTranslatableException.class).isThrownBy(() -> UrlRegex.sources(regex, false))
			.withMessageContaining(reason);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', textBlock = """
			^/a\\?id=(\\d+)$ ~ {1={q1}}
			^/a/(.)/(\\d+)\\?id=(\\d+)$ ~ {1={1}, 2={2}, 3={q1}}
			""")
	void groupsHavePlaceholders(String regex, String expected) throws NotTranslatableException {
		Map<Integer, String> placeholders = List.copyOf(UrlRegex.sources(regex, false)).get(0).placeholders();
		assertThat(placeholders).hasToString(expected);
	}

}
