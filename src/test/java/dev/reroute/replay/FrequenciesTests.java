package dev.reroute.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FrequenciesTests {

	@Test
	void aFewThingsAreCountedExactly() {
		Frequencies<String> frequencies = new Frequencies<>();
		for (String word : "b a c a b a".split(" ")) {
			frequencies.add(word);
		}
		Ranking<String> ranking = frequencies.top(2);
		assertThat(ranking.top()).containsExactly(new Counted<>("a", 3), new Counted<>("b", 2));
		assertThat(ranking.requests()).isEqualTo(6);
		assertThat(ranking.different()).isEqualTo(3);
		assertThat(ranking.isExact()).isTrue();
	}

	@Test
	void whatIsEquallyFrequentComesByItsText() {
		Frequencies<String> frequencies = new Frequencies<>();
		"d b c a".chars().filter(Character::isLetter).forEach((c) -> frequencies.add(Character.toString(c)));
		assertThat(frequencies.top(3).top()).extracting(Counted::what).containsExactly("a", "b", "c");
	}

	@Test
	void nothingIsNoRanking() {
		assertThat(new Frequencies<String>().top(10)).isEqualTo(new Ranking<>(List.of(), 0, 0, 0));
	}

	@Test
	void ofTooManyThingsTheFrequentOnesAreKnown() {
		long seed = System.nanoTime();
		Random random = new Random(seed);
		Frequencies<String> frequencies = new Frequencies<>(10_000);
		Map<String, Long> truth = new HashMap<>();
		for (int i = 0; i < 1_000_000; i++) {
			String key = (i % 4 == 0) ? "/frequent/" + random.nextInt(20) : "/rare/" + random.nextInt(500_000);
			frequencies.add(key);
			truth.merge(key, 1L, Long::sum);
		}
		Ranking<String> ranking = frequencies.top(20);
		assertThat(ranking.isExact()).isFalse();
		assertThat(ranking.requests()).isEqualTo(1_000_000);
		assertThat(ranking.different()).isGreaterThanOrEqualTo(10_000);
		assertThat(ranking.top()).as("seed " + seed)
			.hasSize(20)
			.allSatisfy((counted) -> assertThat(counted.what()).startsWith("/frequent/"))
			.allSatisfy((counted) -> assertThat(counted.requests()).isBetween(truth.get(counted.what()),
					truth.get(counted.what()) + ranking.error()));
	}

	@Test
	void longTextsCountMoreThanShortOnes() {
		Frequencies<String> frequencies = new Frequencies<>();
		String padding = "x".repeat(2_000);
		for (int i = 0; i < 60_000; i++) {
			frequencies.add(i + padding);
		}
		assertThat(frequencies.top(1).isExact()).isFalse();
		assertThat(frequencies.counted().count()).isLessThan(30_000);
	}

}
