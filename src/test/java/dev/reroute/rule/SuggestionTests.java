package dev.reroute.rule;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SuggestionTests {

	@ParameterizedTest
	@CsvSource({ "'', '', 0", "tea, tea, 0", "'', tea, 3", "tea, teas, 1", "tea, ta, 1", "tea, pea, 1", "tea, tae, 1",
			"teapot, taepto, 2", "tea, pot, 3" })
	void theDistanceIsThatOfSingleFaults(String one, String other, int distance) {
		assertThat(Suggestion.distance(one, other)).isEqualTo(distance);
		assertThat(Suggestion.distance(other, one)).isEqualTo(distance);
	}

}
