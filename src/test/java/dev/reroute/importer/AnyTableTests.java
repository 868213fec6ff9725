package dev.reroute.importer;

import java.util.List;
import java.util.Random;

import dev.reroute.rule.ParsedRules;
import dev.reroute.rule.RuleParser;
import dev.reroute.test.Imported;
import dev.reroute.test.RuleText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever stands in a file, nothing is thrown, no line is lost, and what becomes a rule
 * is taken.
 */
class AnyTableTests {

	private static final List<String> TOKENS = List.of("/a", "/b", ",", ";", "\t", "|", "\n", "\r\n", "\"", "\"\"", "*",
			"{", "}", "?", "\\?", "=", "&", "#", "https://", "//", "example.com", "(", ")", "[", "]", "^", "$", "$1",
			"\\1", "\\", ".", ".*", "+", "%", "%2", "%41", "1", "0", "301", "410", "é", "\uD83D", "\0", "source",
			"target", "from", "to", " ", "@", "(?=", "(?!", "(?<n>", "(?i)", "{\"redirects\":[", "{\"url\":\"", "\"}",
			"]}", "/unknown", "disabled");

	@ParameterizedTest(name = "{0}, seed {1}")
	@CsvSource({ "TABLE, 1", "TABLE, 2", "WORDPRESS, 3", "WORDPRESS, 4" })
	void anyTextIsReadOrRefused(ImportFormat format, long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 3_000; i++) {
			StringBuilder text = new StringBuilder((i % 3 == 0) ? "^/x" : "");
			for (int n = random.nextInt(20); n >= 0; n--) {
				text.append(TOKENS.get(random.nextInt(TOKENS.size())));
			}
			ImportResult result = Imported.result(format, text.toString());
			ParsedRules parsed = RuleParser.parse(result.rules(), RuleText.SETTINGS);
			assertThat(parsed.problems()).as("%s, seed %d", text, seed).isEmpty();
		}
	}

}
