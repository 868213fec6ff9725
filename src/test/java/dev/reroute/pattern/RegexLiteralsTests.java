package dev.reroute.pattern;

import java.util.Random;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RegexLiteralsTests {

	@ParameterizedTest(name = "{0}")
	@CsvSource(quoteCharacter = '~',
			value = { "/item-(\\d+)\\.html, /item-, /item-", ".*-item-7\\.html, ~~, -item-7.html", "^/a$, /a, /a",
					"/ab?c, /a, /a", "/ab*c, /a, /a", "/ab+c, /ab, /ab", "/ab{2}c, /a, /a", "/a|/b, ~~, ~~",
					"/(a|b)/cde, /, /cde", "(?i)/abc, ~~, ~~", "/a(?i)bc, ~~, ~~", "/\\Qa|b\\E, ~~, ~~",
					"/a[bc]defg, /a, defg", "/a[]|]b, /a, /a", "/a[^]|]bcd, /a, bcd", "/a\\|b, /a|b, /a|b",
					"(?P<x>/a)/long, ~~, /long", "/a\\.?b, /a, /a", "/😀?x, /, /", "/a(b(c)d)efg, /a, efg",
					"\\w+/end, ~~, /end", "/a.b, /a, /a", "/\\x62cd, ~~, ~~", "/\\dab, /, ab" })
	void theLiteralsOfARegexAreFound(String regex, String prefix, String longest) {
		assertThat(RegexLiterals.of(regex)).isEqualTo(new RegexLiterals(prefix, longest));
	}

	/** Random regexes over a small alphabet: whatever they match holds the literals. */
	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 11, 12, 13, 14 })
	void whateverMatchesHoldsThem(long seed) {
		Random random = new Random(seed);
		String[] atoms = { "a", "b", "/", "\\.", "a", ".", "[ab]", "(a|b)", "(?:ab)", "a?", "b*", "a+", "(b/)?",
				"a{1,2}", "[^a]", "|", "(", ")", "\\d", "b{0}", "[]a]", "(?i)", "^", "$", "\\x61", "\\pL", "\\Qa|\\E" };
		int matches = 0;
		for (int i = 0; i < 30_000; i++) {
			StringBuilder regex = new StringBuilder();
			for (int j = random.nextInt(7); j >= 0; j--) {
				regex.append(atoms[random.nextInt(atoms.length)]);
			}
			RegexLiterals literals = RegexLiterals.of(regex.toString());
			Pattern pattern;
			try {
				pattern = Pattern.compile(regex.toString());
			}
			catch (PatternSyntaxException ex) {
				continue;
			}
			for (int j = 0; j < 10; j++) {
				StringBuilder text = new StringBuilder();
				for (int k = random.nextInt(6); k > 0; k--) {
					text.append("ab/.A1".charAt(random.nextInt(6)));
				}
				if (pattern.matcher(text).matches()) {
					matches++;
					assertThat(text.toString()).as("seed %d, regex %s", seed, regex)
						.startsWith(literals.prefix())
						.contains(literals.longest());
				}
			}
		}
		assertThat(matches).isGreaterThan(1_000);
	}

}
