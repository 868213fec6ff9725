package dev.reroute.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleSettings;
import dev.reroute.source.file.YamlWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Foreign files, each with what becomes of it beside it: {@code valid/NAME.ext} with the
 * rules {@code NAME.yaml}, {@code invalid/NAME.ext} with the problems {@code NAME.txt},
 * one a line. With {@code -Dgolden.update=true} the answers are written anew, to be read.
 */
class GoldenPairsTests {

	private static final Path PAIRS = Path.of("src/test/resources/importer");

	private static final boolean UPDATE = Boolean.getBoolean("golden.update");

	static Stream<Path> valid() {
		return inputs("valid", ".yaml");
	}

	static Stream<Path> invalid() {
		return inputs("invalid", ".txt");
	}

	private static Stream<Path> inputs(String folder, String answer) {
		try (Stream<Path> files = Files.walk(PAIRS)) {
			List<Path> inputs = files.filter(Files::isRegularFile)
				.filter((file) -> file.getParent().endsWith(folder) && !file.toString().endsWith(answer))
				.sorted()
				.toList();
			return inputs.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@ParameterizedTest
	@MethodSource("valid")
	void becomesTheRulesBesideIt(Path file) throws IOException {
		ImportResult result = read(file);
		assertThat(result.problems()).isEmpty();
		StringBuilder rules = new StringBuilder();
		YamlWriter.write(result.rules(), rules);
		assertAnswer(file, ".yaml", rules.toString());
	}

	@ParameterizedTest
	@MethodSource("invalid")
	void hasTheProblemsBesideIt(Path file) throws IOException {
		ImportResult result = read(file);
		assertThat(result.problems()).isNotEmpty();
		assertAnswer(file, ".txt",
				result.problems().stream().map(Problem::toString).collect(Collectors.joining("\n", "", "\n")));
	}

	private static ImportResult read(Path file) throws IOException {
		String folder = file.getParent().getParent().getFileName().toString();
		ImportFormat format = Objects.requireNonNull(ImportFormat.named(folder), folder);
		ImportResult result = format.read(Files.readString(file), file.getFileName().toString(), RuleSettings.DEFAULT);
		int unrelated = result.unrelated().values().stream().mapToInt(Integer::intValue).sum();
		assertThat(result.translated() + result.refused() + unrelated).isEqualTo(result.directives());
		return result;
	}

	private static void assertAnswer(Path file, String extension, String answer) throws IOException {
		String name = file.getFileName().toString();
		int dot = name.lastIndexOf('.');
		Path beside = file.resolveSibling(((dot > 0) ? name.substring(0, dot) : name) + extension);
		if (UPDATE) {
			Files.writeString(beside, answer);
		}
		assertThat(answer).isEqualTo(Files.readString(beside));
	}

}
