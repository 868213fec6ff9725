package dev.reroute.importer;

import java.util.ArrayList;
import java.util.List;

import dev.reroute.pattern.Limits;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvRowsTests {

	private final ImportLog log = new ImportLog("in.csv", RuleSettings.DEFAULT);

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
			comma|/a,/b|,
			semicolon|/a;/b|;
			a comma in the first URL|/a,b;/c|;
			a semicolon in the first URL|/a;b,/c|,
			a comma in the second URL|/a;/b,c|;
			quotes|"/a","/b"|,
			a space behind|/a, /b|,
			a URL|/a;https://example.com/b,c|;
			no target|/a;;410|;
			a header and nothing else|old;new|;
			nothing|/a|,
			a delimiter within quotes|"/a;/b","/c"|,
			a delimiter within the second quotes|/a;"/b,/c"|;
			a quote within quotes|"/a"",/b";/c|;
			an empty cell in quotes|"/a";"";410|;
			quotes alone|"a,b";"c,d"|;
			other columns in front|1;x, y;/a;/b|;
			""")
	void theDelimiterIsTheOneBehindWhichAUrlBegins(String name, String text, char expected) {
		assertThat(CsvRows.guess(text, ",;", true).delimiter()).isEqualTo(expected);
	}

	@Test
	void commentsDoNotDecide() {
		assertThat(CsvRows.guess("# /x,/y\n# /x,/y\n/a;/b\n", ",;", true).delimiter()).isEqualTo(';');
	}

	@Test
	void aHeaderDoesNotDecideAlone() {
		assertThat(CsvRows.guess("note,from,to\n\"moved, may\",/a,/b\n", "\t,;", true).delimiter()).isEqualTo(',');
		assertThat(CsvRows.guess("id;note;from;to\n1;moved, may;/a;/b\n", "\t,;", true).delimiter()).isEqualTo(';');
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			"/a,b","/c"           ~ ,
			"^/(a,b|/c)$","/new"  ~ ,
			^/(a|/b)$,/new        ~ ,
			^/(a|/b)$;/new        ~ ;
			/a|/b                 ~ |
			""")
	void theUsualDelimiterIsPreferred(String text, char expected) {
		assertThat(CsvRows.guess(text, ",;|", false).delimiter()).isEqualTo(expected);
	}

	@Test
	void rowsKnowTheirLines() {
		assertThat(rows("/a,/b\n\n# comment\n\"/c\n\",/d\r\n/e,/f")).containsExactly("1 [/a, /b]", "4 [/c\n, /d]",
				"6 [/e, /f]");
	}

	@Test
	void aQuoteThatIsNotClosedIsAProblemAtItsLine() {
		rows("/a,/b\n\"/c,/d\n/e,/f\n");
		assertThat(this.log.result().problems()).extracting((problem) -> problem.origin() + " " + problem.code())
			.containsExactly("in.csv:2 bad-csv");
	}

	@Test
	void aLineThatIsTooLongIsAProblemAtItsLine() {
		rows("/a,/b\n/" + "c".repeat(3 * Limits.LINE_LENGTH) + ",/d\n");
		assertThat(this.log.result().problems()).extracting(Problem::code).containsExactly("line-too-long");
	}

	private List<String> rows(String text) {
		List<String> rows = new ArrayList<>();
		new CsvRows(',', true).read(text, this.log, (row) -> rows.add(row.line() + " " + row.cells()));
		return rows;
	}

}
