package dev.reroute.importer.apache;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigLineTests {

	private static List<ConfigLine> lines(String text) {
		List<ConfigLine> lines = new ArrayList<>();
		ConfigLine.readAll(text, lines::add);
		return lines;
	}

	@Test
	void aBackslashJoinsLinesAndTheFirstOneCounts() {
		assertThat(lines("\nRewriteRule ^a$ \\\n  /b \\\r\n [L]\nNext x"))
			.containsExactly(new ConfigLine(2, "RewriteRule ^a$   /b  [L]", null), new ConfigLine(5, "Next x", null));
	}

	@Test
	void aCommentGoesOnInTheNextLineAsWell() {
		assertThat(lines("# one \\\nRedirect /a /b\nX y"))
			.containsExactly(new ConfigLine(3, "X y", "one Redirect /a /b"));
	}

	@Test
	void theCommentDirectlyAboveBelongsToALine() {
		assertThat(lines("# far away\n\n# the shop\n# has moved\nX y\nZ"))
			.containsExactly(new ConfigLine(5, "X y", "the shop has moved"), new ConfigLine(6, "Z", null));
	}

	@Test
	void aDirectiveThatIsSwitchedOffIsNoComment() {
		assertThat(lines("# RewriteRule ^a$ /b [L]\nX y")).containsExactly(new ConfigLine(2, "X y", null));
	}

	@Test
	void aBackslashInTheLastLineIsNothing() {
		assertThat(lines("X y\\")).containsExactly(new ConfigLine(1, "X y", null));
	}

	@Test
	void namesAreWithoutCase() {
		ConfigLine line = new ConfigLine(1, "ReDirect\t/a  /b", null);
		assertThat(line.name()).isEqualTo("redirect");
		assertThat(line.arguments()).isEqualTo("/a  /b");
	}

}
