package dev.reroute.importer.table;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.reroute.engine.RuleSet;
import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.ImportResult;
import dev.reroute.rule.RuleDefinition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.reroute.test.DecisionAssert.assertThat;
import static dev.reroute.test.Imported.problems;
import static dev.reroute.test.Imported.result;
import static dev.reroute.test.Imported.rules;
import static dev.reroute.test.TestRequest.get;
import static org.assertj.core.api.Assertions.assertThat;

class TableImporterTests {

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			/a,/b                                      | /a                             | /b
			/a,/b                                      | /a?x=1                         | /b?x=1
			/a,/b                                      | /a/                            | -
			/a,/b                                      | /A                             | -
			/a,https://example.com/b                   | /a                             | https://example.com/b
			/a,/b?c=d#e                                | /a                             | /b?c=d#e
			/data-*,/data                              | /data-*                        | /data
			/data-*,/data                              | /data-x                        | -
			/a?,/b                                     | /a%3F                          | /b
			/a?,/b                                     | /ab                            | -
			/{id},/b/{id}                              | /%7Bid%7D                      | /b/%7Bid%7D
			/{id},/b/{id}                              | /7                             | -
			/[a](b),/b                                 | /[a](b)                        | /b
			/caf%C3%A9,/b                              | /caf%C3%A9                     | /b
			/café,/cafè                                | /caf%C3%A9                     | /caf%C3%A8
			/a b,/c d                                  | /a%20b                         | /c%20d
			/a?id=7,/b                                 | /a?id=7                        | /b
			/a?id=7,/b                                 | /a?id=8                        | -
			/a?id=7,/b                                 | /a?id=7&x=1                    | -
			/a?id=7,/b                                 | /a                             | -
			/a?x=1&id=7,/b                             | /a?id=7&x=1                    | /b
			/a?q=*,/b                                  | /a?q=*                         | /b
			/a?q=*,/b                                  | /a?q=x                         | -
			/a?q=%7Bx%7D,/b                            | /a?q=%7Bx%7D                   | /b
			/a?none=1,/b                               | /a?none=1                      | /b
			/a?about,/b                                | /a?about                       | /b
			https://old.example.com/a,/b               | https://old.example.com/a      | /b
			https://old.example.com/a,/b               | http://old.example.com/a       | -
			https://old.example.com/a,/b               | /a                             | -
			//old.example.com/a,/b                     | https://old.example.com/a      | /b
			https://old.example.com,/b                 | https://old.example.com/       | /b
			https://old.example.com/a?id=7,/b          | https://old.example.com/a?id=7 | /b
			/a%3Fid=7,/b                               | /a%3Fid=7                      | /b
			""")
	void aUrlIsText(String row, String request, @Nullable String location) {
		RuleSet rules = rules(ImportFormat.TABLE, row);
		if (location != null) {
			assertThat(rules, get(request)).redirectsTo(location, 301);
		}
		else {
			assertThat(rules, get(request)).passes();
		}
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void aStatusIsTaken(int status) {
		assertThat(rules(ImportFormat.TABLE, "/a\t/b\t" + status), get("/a")).redirectsTo("/b", status);
	}

	@Test
	void anErrorNeedsNoTarget() {
		RuleSet rules = rules(ImportFormat.TABLE, "/a,,410\n/b?x=1,,404");
		assertThat(rules, get("/a")).responds(410);
		assertThat(rules, get("/b?x=1")).responds(404);
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "from,to\n/a,/b", "Old URL;New URL\n/a;/b", "source\ttarget\tstatus code\n/a\t/b\t302",
			"to,from\n/b,/a", "Status,Destination,Source,Notes\n302,/b,/a,why", "\"from\",\"to\"\r\n\"/a\",\"/b\"\r\n",
			"# from to\n/a\t/b", "/a,/b,,,\n,,,,\n" })
	void aHeaderIsRecognized(String table) {
		assertThat(rules(ImportFormat.TABLE, table), get("/a")).redirectsTo("/b");
	}

	@Test
	void theOrderDoesNotMatter() {
		RuleSet rules = rules(ImportFormat.TABLE, """
				/a,/plain
				/a?id=7,/query
				https://old.example.com/a,/host
				https://old.example.com/a?id=7,/both
				""");
		assertThat(rules, get("/a")).redirectsTo("/plain");
		assertThat(rules, get("/a?id=8")).redirectsTo("/plain?id=8");
		assertThat(rules, get("/a?id=7")).redirectsTo("/query");
		assertThat(rules, get("https://old.example.com/a")).redirectsTo("/host");
		assertThat(rules, get("https://old.example.com/a?id=7")).redirectsTo("/both");
	}

	@Test
	void aRemarkIsANote() {
		ImportResult result = result(ImportFormat.TABLE, "from,to,note\n/a,/b,since May\n");
		assertThat(result.rules()).extracting(RuleDefinition::note).containsExactly("since May (in:2)");
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			a,/b            | it is neither a path that begins with '/' nor a URL
			/a#b,/c         | what follows a '#' is never sent to a server
			//*.example/,/c | it has no host that could be asked
			/a,b            | bad-target
			/a,//b          | bad-target
			/a,javascript:b | bad-target
			/a              | a new URL
			/a,,301         | a new URL
			/a,/b,410       | no new URL beside the status 410
			/a,/b,200       | a status such as 301 or 410
			/a,/b,moved     | a status such as 301 or 410
			/a,/b,304       | a status such as 301 or 410
			/a,/b,301,x     | two or three columns
			/a?x=1&x=2,/b   | a condition cannot ask for two values of the parameter 'x'
			/a?x=%zz,/b     | its query has a malformed parameter
			/a%zz,/b        | bad-encoding
			/a/../b,/c      | unmatchable-source
			/a;b,/c         | unmatchable-source
			""")
	void whatCannotBeSaidIsAProblem(String row, String problem) {
		assertThat(problems(ImportFormat.TABLE, "/first,/row\n" + row)).singleElement()
			.asString()
			.startsWith("in:2")
			.contains(problem);
	}

	@Test
	void aTableWithOtherColumnsIsNotRead() {
		ImportResult result = result(ImportFormat.TABLE, "source,target,regex,code\n/a.*,/b,1,301\n");
		assertThat(result.rules()).isEmpty();
		assertThat(result.refused()).isEqualTo(2);
	}

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void whateverStandsInAPathItIsForThatPathAlone(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 200; i++) {
			String path = path(random);
			String other = path(random);
			RuleSet rules = rules(ImportFormat.TABLE, path + "\t/new");
			assertThat(rules, get(encoded(path))).as("%s, seed %d", path, seed).redirectsTo("/new");
			if (!other.equals(path)) {
				assertThat(rules, get(encoded(other))).as("%s for %s, seed %d", path, other, seed).passes();
			}
		}
	}

	private static String path(Random random) {
		String characters = "ab*{}?[]()+$^|.:,é~'!=";
		StringBuilder path = new StringBuilder("/x");
		for (int n = 1 + random.nextInt(3); n > 0; n--) {
			path.append(characters.charAt(random.nextInt(characters.length())));
		}
		// what follows a '?' would be a query
		return path.toString().replaceAll("\\?(?=.)", "");
	}

	private static String encoded(String path) {
		StringBuilder encoded = new StringBuilder("/");
		for (byte octet : path.substring(1).getBytes(StandardCharsets.UTF_8)) {
			encoded.append("%%%02X".formatted(octet & 0xff));
		}
		return encoded.toString();
	}

	@Test
	void manyRowsAreRead() {
		String table = IntStream.range(0, 200_000)
			.mapToObj((i) -> "/a/" + i + ",/b/" + i)
			.collect(Collectors.joining("\n"));
		ImportResult result = result(ImportFormat.TABLE, table);
		assertThat(result.rules()).hasSize(200_000);
	}

}
