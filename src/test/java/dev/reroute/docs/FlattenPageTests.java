package dev.reroute.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import dev.reroute.flatten.FlattenedFile;
import dev.reroute.flatten.Hops;
import dev.reroute.flatten.LeftReason;
import dev.reroute.flatten.RuleFileFlattener;
import dev.reroute.rule.RuleSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The example of the page is what comes out, and every reason is explained.
 */
class FlattenPageTests {

	@TempDir
	private Path directory;

	private final Markdown page = Markdown.pages()
		.stream()
		.filter((page) -> page.file().endsWith("flatten.md"))
		.findFirst()
		.orElseThrow();

	@Test
	void theRulesBecomeWhatThePageSays() throws IOException {
		List<Markdown.Fence> fences = this.page.fences();
		FlattenedFile file = flatten(fences.get(0).text());
		assertThat(file.text()).isEqualTo(fences.get(1).text());
		assertThat(file.summary()
			.left()
			.stream()
			.map((left) -> left + "\n")
			.collect(Collectors.joining())
			.replace(this.directory + "/", "")).isEqualTo(fences.get(2).text());
		assertThat(flatten(fences.get(1).text()).text()).isEqualTo(fences.get(1).text());
	}

	@Test
	void everyReasonIsExplained() {
		assertThat(this.page.rows("reason", "what it means", "what to do"))
			.extracting((row) -> Markdown.code(row.get(0)).get(0))
			.containsExactlyElementsOf(Arrays.stream(LeftReason.values()).map(LeftReason::toString).toList());
	}

	private FlattenedFile flatten(String rules) throws IOException {
		Path file = Files.writeString(this.directory.resolve("rules.yaml"), rules);
		return RuleFileFlattener.flatten(file, RuleSettings.DEFAULT, Hops.PERMANENT);
	}

}
