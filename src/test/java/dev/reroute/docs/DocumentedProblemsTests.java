package dev.reroute.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every code of a problem in the source code is in the reference, and the other way
 * round.
 */
class DocumentedProblemsTests {

	/** A code is the first argument of what makes a problem, or either of two. */
	private static final Pattern CODE = Pattern.compile("(?:\\bInvalidTextException|\\bProblem\\.of|\\bnew Problem"
			+ "|\\.problem|(?<!\\.)\\bproblem|\\.unreadable|(?<!\\.)\\badd|\\binvalid|\\.add)\\(\\s*(?:(?:this\\.)?definition,\\s*)?"
			+ "(?:\\w+\\s*\\?\\s*\"([a-z]+(?:-[a-z]+)+)\"\\s*:\\s*)?\"([a-z]+(?:-[a-z]+)+)\"");

	@Test
	void everyCodeIsDocumentedAndTheOtherWayRound() throws IOException {
		List<String> documented = Markdown.RULES.rows("code", "what is wrong", "what to do")
			.stream()
			.map((row) -> Markdown.code(row.get(0)).get(0))
			.toList();
		assertThat(documented).isSorted().doesNotHaveDuplicates();
		assertThat(documented).containsExactlyElementsOf(codesOfTheSource());
	}

	@Test
	void everyCodeHasAMeaningAndARemedy() {
		assertThat(Markdown.RULES.rows("code", "what is wrong", "what to do"))
			.allSatisfy((row) -> assertThat(row).hasSize(3).noneMatch(String::isBlank));
	}

	private static TreeSet<String> codesOfTheSource() throws IOException {
		TreeSet<String> codes = new TreeSet<>();
		try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/reroute"))) {
			files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> !file.startsWith("src/main/java/dev/reroute/app"))
				.forEach((file) -> {
					Matcher matcher = CODE.matcher(read(file));
					while (matcher.find()) {
						codes.add(matcher.group(2));
						if (matcher.group(1) != null) {
							codes.add(matcher.group(1));
						}
					}
				});
		}
		return codes;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
