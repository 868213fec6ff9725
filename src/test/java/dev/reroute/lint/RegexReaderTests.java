package dev.reroute.lint;

import java.util.List;
import java.util.Random;

import com.google.re2j.Pattern;
import dev.reroute.pattern.Captures;
import dev.reroute.pattern.MatchOptions;
import dev.reroute.pattern.SourcePattern;
import dk.brics.automaton.BasicOperations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An automaton has exactly the paths that the engine's pattern matches.
 */
class RegexReaderTests {

	private static final String ALPHABET = "/abAB01-._\0x";

	@ParameterizedTest
	@ValueSource(strings = { "/a.*", "/(a|b)+/x?", "/[ab]{2}", "/[^/]+/b", "/a{1,2}b{2,}", "/\\d+\\.\\w", "/(?:a|b|)x",
			"/[a-b0-9_-]*", "/(?P<n>a+)/(b*)", "^/a$", "/[]a]+", "/[^\\d]", "/\\Qa.b\\E.", "/a\\-b", "/(a|(b|x))*",
			"/a??b", "/[A-B]x", ".*/b", "/a|/b", "/\\D\\S", "/.", "/[.]a", "/{x}" })
	void matchesWhatThePatternMatches(String regex) throws BeyondMethodException {
		for (boolean ignoreCase : new boolean[] { false, true }) {
			MatchOptions options = new MatchOptions(ignoreCase, false);
			SourcePattern source = SourcePattern.parseRegex(regex, options);
			Pattern pattern = Pattern.compile(regex, Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE : 0));
			SourceLanguage language = SourceLanguage.of(source);
			Random random = new Random(42);
			for (int i = 0; i < 20_000; i++) {
				String path = path(random);
				boolean valid = BasicOperations.run(Languages.PATHS, path);
				assertThat(BasicOperations.run(language.paths(), path)).as("%s on '%s', seed 42", regex, path)
					.isEqualTo(valid && pattern.matches(path));
			}
		}
	}

	private static String path(Random random) {
		StringBuilder path = new StringBuilder("/");
		int length = random.nextInt(6);
		for (int i = 0; i < length; i++) {
			path.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
		}
		return path.toString();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/(?i)a", "/\\bab", "/\\pL", "/[[:alpha:]]", "/a\\x41", "/(?:a^b)" })
	void whatItCannotReadIsSaid(String regex) {
		SourcePattern source = SourcePattern.parseRegex(regex, MatchOptions.STRICT);
		assertThatExceptionOfType(BeyondMethodException.class).isThrownBy(() -> SourceLanguage.of(source));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a/{x}", "/a/{*r}", "/{*r}/a", "/**", "/a-{x}.{y}", "/{x:[ab]+}/b", "/?/a", "/a/*",
			"/a*b", "/", "/a/", "/{x}-{y:\\d}" })
	void aPathPatternHasTheSamePathsAsItsAutomaton(String pattern) throws BeyondMethodException {
		for (MatchOptions options : List.of(MatchOptions.STRICT, new MatchOptions(true, true))) {
			SourcePattern source = SourcePattern.parse(pattern, options);
			SourceLanguage language = SourceLanguage.of(source);
			Random random = new Random(7);
			for (int i = 0; i < 20_000; i++) {
				String path = path(random);
				if (BasicOperations.run(Languages.PATHS, path)) {
					assertThat(BasicOperations.run(language.paths(), path)).as("%s on '%s', seed 7", pattern, path)
						.isEqualTo(source.matches(path, new Captures()));
				}
			}
		}
	}

}
