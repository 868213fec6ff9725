package dev.reroute.source.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.reroute.rule.Definitions;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleDefinition;
import dev.reroute.source.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

class CsvTextTests {

	private static Definitions parse(String csv) throws IOException {
		return CsvText.parse(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "rules.csv",
				Progress.of("Reading"));
	}

	@Test
	void columnsAreKeysAndEmptyCellsAreLeftOut() throws IOException {
		List<RuleDefinition> rules = parse("""
				from,redirect,status,id,note
				/a,/b,301,first,"moved, for good"
				/c, /d ,,,
				"/e ""f""\",/g
				""").rules();
		assertThat(rules).extracting(RuleDefinition::from).containsExactly("/a", "/c", "/e \"f\"");
		assertThat(rules).extracting(RuleDefinition::redirect).containsExactly("/b", "/d", "/g");
		assertThat(rules).extracting(RuleDefinition::status).containsExactly(301, null, null);
		assertThat(rules).extracting(RuleDefinition::note).containsExactly("moved, for good", null, null);
		assertThat(rules).extracting((rule) -> rule.origin().toString())
			.containsExactly("rules.csv:2", "rules.csv:3", "rules.csv:4");
	}

	@Test
	void aByteOrderMarkCrLfEmptyLinesAndAMissingLastNewlineAreFine() throws IOException {
		Definitions definitions = parse("\uFEFFfrom,respond\r\n\r\n/a,410\r\n/b,404");
		assertThat(definitions.problems()).isEmpty();
		assertThat(definitions.rules()).extracting(RuleDefinition::respond).containsExactly(410, 404);
		assertThat(parse("\uFEFF\"from\",\"respond\"\n\"/a\",410\n").rules()).hasSize(1);
	}

	@ParameterizedTest(name = "{2}")
	@CsvSource(delimiter = '|',
			value = { "from,redirct\\n/a,/b | 1 | unknown-key", "from,from\\n/a,/b | 1 | duplicate-key",
					"/a,/b\\n/c,/d | 1 | unknown-key", "from,redirect\\n/a,'/b | 2 | bad-csv" })
	void aFileThatIsNoListOfRulesIsGivenUp(String csv, int line, String code) {
		assertThatExceptionOfType(InvalidFileException.class)
			.isThrownBy(() -> parse(csv.replace("\\n", "\n").replace('\'', '"')))
			.satisfies((ex) -> assertThat(ex.problem()).extracting(Problem::code, (problem) -> problem.origin().line())
				.containsExactly(code, line));
	}

	@Test
	void aFileWithoutALineIsEmpty() {
		assertThatExceptionOfType(InvalidFileException.class).isThrownBy(() -> parse(""))
			.satisfies((ex) -> assertThat(ex.problem().code()).isEqualTo("empty-file"));
	}

	@Test
	void rowsWithProblemsAreToldWithTheirLinesAndTheOthersAreRead() throws IOException {
		Definitions definitions = parse("from,redirect,status\n/a,/b,301\n/c,/d,abc\n/e,/f,301,x,y\n/g,/h\n");
		assertThat(definitions.rules()).hasSize(3);
		assertThat(definitions.problems()).extracting(Problem::code, (problem) -> problem.origin().line())
			.containsExactly(tuple("bad-number", 3), tuple("too-many-cells", 4));
	}

	@Test
	void otherOctetsThanUtf8AreTold() {
		byte[] latin1 = "from,redirect\n/caf\u00e9,/b\n".getBytes(StandardCharsets.ISO_8859_1);
		assertThatExceptionOfType(InvalidFileException.class)
			.isThrownBy(() -> CsvText.parse(new ByteArrayInputStream(latin1), "rules.csv", Progress.of("Reading")))
			.satisfies((ex) -> assertThat(ex.problem().code()).isEqualTo("bad-encoding"));
	}

	@Test
	void aLineOfOneHundredMegabytesIsGivenUpBeforeItFillsTheMemory() {
		assertThatExceptionOfType(InvalidFileException.class)
			.isThrownBy(() -> CsvText.parse(new Endless("from,redirect\n/a,"), "rules.csv", Progress.of("Reading")))
			.satisfies((ex) -> assertThat(ex.problem().code()).isEqualTo("line-too-long"));
	}

	/** Begins as said, and goes on for 100 MB. */
	private static final class Endless extends InputStream {

		private final byte[] start;

		private int at;

		Endless(String start) {
			this.start = start.getBytes(StandardCharsets.UTF_8);
		}

		@Override
		public int read() {
			this.at++;
			return (this.at <= this.start.length) ? this.start[this.at - 1] : (this.at < 100_000_000) ? 'x' : -1;
		}

	}

}
