package dev.reroute.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.ImportResult;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleSettings;
import dev.reroute.source.file.YamlWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a foreign text becomes is what the page says: behind it stand the rules, or the
 * problems, or both.
 */
class DocumentedImportsTests {

	/**
	 * A foreign text and what becomes of it.
	 *
	 * @param foreign the text
	 * @param rules the rules, or {@code null}
	 * @param problems the problems, or {@code null}
	 */
	record Example(Markdown.Fence foreign, Markdown.Fence rules, Markdown.Fence problems) {

		@Override
		public String toString() {
			return this.foreign.toString();
		}

	}

	static List<Example> examples() {
		Markdown page = Markdown.pages()
			.stream()
			.filter((one) -> one.file().endsWith("import.md"))
			.findFirst()
			.orElseThrow();
		List<Example> examples = new ArrayList<>();
		List<Markdown.Fence> fences = page.fences();
		for (int i = 0; i < fences.size(); i++) {
			if (ImportFormat.named(fences.get(i).info().split("[ =]")[0]) != null) {
				Markdown.Fence foreign = fences.get(i);
				Markdown.Fence rules = next(fences, i, "yaml");
				Markdown.Fence problems = next(fences, (rules != null) ? i + 1 : i, "text");
				if (rules != null || problems != null) {
					// of the others a command says what they become
					examples.add(new Example(foreign, rules, problems));
				}
			}
		}
		return examples;
	}

	private static Markdown.Fence next(List<Markdown.Fence> fences, int i, String language) {
		boolean there = i + 1 < fences.size() && fences.get(i + 1).language().equals(language);
		return there ? fences.get(i + 1) : null;
	}

	@ParameterizedTest
	@MethodSource("examples")
	void becomesWhatThePageSays(Example example) {
		String[] info = example.foreign().info().split(" ");
		ImportFormat format = Objects.requireNonNull(ImportFormat.named(info[0]));
		String name = (info.length > 1) ? info[1].replace("file=", "") : info[0];
		ImportResult result = format.read(example.foreign().text(), name, RuleSettings.DEFAULT);
		StringBuilder rules = new StringBuilder();
		YamlWriter.write(result.rules(), rules);
		String problems = result.problems().stream().map(Problem::toString).collect(Collectors.joining("\n", "", "\n"));
		assertThat(rules.toString()).isEqualTo((example.rules() != null) ? example.rules().text() : "rules: []\n");
		assertThat(problems).isEqualTo((example.problems() != null) ? example.problems().text() : "\n");
	}

	@Test
	void everyFormatHasAnExample() {
		assertThat(examples()).extracting((example) -> example.foreign().info().split(" ")[0])
			.contains(Arrays.stream(ImportFormat.values()).map(ImportFormat::toString).toArray(String[]::new));
	}

}
