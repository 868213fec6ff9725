package dev.reroute.docs;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.reroute.lint.Finding;
import dev.reroute.lint.FindingCode;
import dev.reroute.lint.RuleLinter;
import dev.reroute.test.RuleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each finding has a section in {@code docs/lint.md}: its severity, rules in which it is
 * found, what is then said, and rules in which it is not.
 */
class DocumentedFindingsTests {

	private static final Markdown PAGE = Markdown.pages()
		.stream()
		.filter((page) -> page.file().endsWith("lint.md"))
		.findFirst()
		.orElseThrow();

	@ParameterizedTest
	@EnumSource
	void aSectionShowsTheFindingAndHowToMendIt(FindingCode code) {
		List<String> section = section(code);
		assertThat(section.get(2)).as("severity of %s", code)
			.startsWithIgnoringCase(code.severity().name().toLowerCase(Locale.ROOT) + ".");
		List<Markdown.Fence> fences = new Markdown(PAGE.file(), section).fences();
		assertThat(fences).extracting(Markdown.Fence::language).containsExactly("yaml", "text", "yaml");
		assertThat(findings(fences.get(0).text())).as("in the example of %s", code)
			.anySatisfy((finding) -> assertThat(said(finding)).isEqualTo(fences.get(1).text().strip()));
		assertThat(findings(fences.get(2).text())).as("mended: %s", code)
			.noneMatch((finding) -> finding.code() == code);
	}

	@Test
	void thereIsNoOtherSection() {
		Stream<String> sections = PAGE.lines()
			.stream()
			.filter((line) -> line.startsWith("### "))
			.map((line) -> line.replace("#", "").replace("`", "").strip());
		assertThat(sections)
			.containsExactlyElementsOf(Arrays.stream(FindingCode.values()).map(FindingCode::toString).toList());
	}

	private static List<String> section(FindingCode code) {
		int start = PAGE.lines().indexOf("### `" + code + "`");
		assertThat(start).as("section of %s", code).isNotNegative();
		int end = start + 1;
		while (!PAGE.lines().get(end).startsWith("##")) {
			end++;
		}
		return PAGE.lines().subList(start, end);
	}

	private static List<Finding> findings(String yaml) {
		return RuleLinter.lint(RuleText.rules(yaml), Instant.now()).findings();
	}

	/** As if the file were called {@code rules.yaml}. */
	private static String said(Finding finding) {
		return finding.code() + ": " + finding.message().replaceAll("[^ (]*/rules\\d+\\.yaml", "rules.yaml");
	}

}
