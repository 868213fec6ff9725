package dev.reroute.engine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LiteralTableTests {

	@ParameterizedTest
	@ValueSource(strings = { "/item/%d", "/page/%d.html", "/%2$d/%1$d/", "/p/%1$x", "/a-%1$08d" })
	void pathsThatAreNumberedAreSpread(String format) {
		LiteralTable.Builder builder = new LiteralTable.Builder();
		for (int i = 0; i < 200_000; i++) {
			builder.add(format.formatted(i, 2000 + i % 25), i);
		}
		assertThat(builder.build().longestProbe()).isLessThan(60);
	}

	@Test
	void aPathThatStandsTwiceHasBothPositionsInOrder() {
		LiteralTable.Builder builder = new LiteralTable.Builder();
		builder.add("/a", 1);
		builder.add("/b", 2);
		builder.add("/a", 5);
		LiteralTable table = builder.build();
		assertThat(table.get("/a")).containsExactly(1, 5);
		assertThat(table.get("/b")).containsExactly(2);
		assertThat(table.get("/c")).isEmpty();
	}

}
