package dev.reroute.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayCommandTests {

	private static final String RULES = """
			rules:
			  - { from: /a, redirect: /b, status: 301 }
			  - { from: /b, redirect: /company/contact, status: 301 }
			  - { from: "/old/{*rest}", rewrite: "/new/{*rest}" }
			  - { from: /gone, respond: 410 }
			  - { from: /seldom, redirect: /b2 }
			""";

	private static final String LIVE = """
			- { from: /a, redirect: /b, status: 302 }
			- { from: "/old/{*rest}", rewrite: "/new/{*rest}" }
			""";

	@TempDir
	private Path directory;

	private Path rules;

	private Path live;

	@BeforeEach
	void writeRules() throws IOException {
		this.rules = Files.writeString(this.directory.resolve("rules.yaml"), RULES);
		this.live = Files.writeString(this.directory.resolve("live.yaml"), LIVE);
	}

	@Test
	void textTellsWhatThereIsToDo() throws IOException {
		Path log = log("GET /a 301", "GET /a?x=1 301", "GET /old/x 200", "GET /contact.html 404",
				"GET /contact.html 404", "GET /nowhere 404", "OPTIONS * 200");
		assertThat(text(run(log))).isEqualTo("""
				what the rules do
				          2  redirect      28.6 %
				          1  rewrite       14.3 %
				          3  no-rule       42.9 %
				          1  no-url        14.3 %

				404, and no rule answers: 3 requests, 2 URLs
				          2  /contact.html
				             perhaps /company/contact
				          1  /nowhere

				redirected more than once: 2 requests, 1 URL
				          2  /a
				             301 -> /b  DIR/rules.yaml:2:5
				             301 -> /company/contact  DIR/rules.yaml:3:5

				never hit: 2 of 5 rules
				             /gone  DIR/rules.yaml:5:5
				             /seldom  DIR/rules.yaml:6:5

				7 requests in DIR/access.log, 5 rules (some time)
				""");
	}

	@Test
	void whatPublishingWouldChangeComesFirstAndEndsWithOne() throws IOException {
		Path log = log("GET /a 302", "GET /gone 200", "GET /gone 200", "GET /old/x 200");
		Run run = run(log, "--against", this.live.toString());
		assertThat(run.exitCode()).isOne();
		assertThat(text(run)).startsWith("""
				answered differently: 3 requests, 2 URLs
				          2  /gone
				             before: pass
				             now:    410  DIR/rules.yaml:5:5
				          1  /a
				             before: 302 /b  DIR/live.yaml:1:3
				             now:    301 /b  DIR/rules.yaml:2:5

				what the rules do
				""");
	}

	@Test
	void whereNothingChangesThatIsSaidToo() throws IOException {
		Run run = run(log("GET /a 302"), "--against", this.rules.toString());
		assertThat(run.exitCode()).isZero();
		assertThat(run.out()).startsWith("answered differently: 0 requests, 0 URLs\n");
	}

	@Test
	void aRewriteThatDiffersInItsHeadersOnlyShowsThem() throws IOException {
		Files.writeString(this.live, """
				- { from: "/old/{*rest}", rewrite: "/new/{*rest}", request-headers: { set: { X-R: "1" }, remove: X-S } }
				""");
		assertThat(run(log("GET /old/x 200"), "--against", this.live.toString()).out())
			.contains("before: rewrite /new/x  X-R: 1  without X-S  ", "now:    rewrite /new/x  ");
	}

	@Test
	void listsAreAsLongAsIsAsked() throws IOException {
		List<String> requests = new ArrayList<>();
		for (int i = 10; i < 40; i++) {
			requests.add("GET /missing/" + i + " 404");
		}
		Path log = log(requests.toArray(String[]::new));
		assertThat(run(log).out()).contains("... and 20 more URLs")
			.contains("/missing/19")
			.doesNotContain("/missing/20");
		assertThat(run(log, "--top", "2").out()).contains("... and 28 more URLs", "... and 3 more rules");
		assertThat(run(log, "--top", "100").out()).contains("/missing/39").doesNotContain("... and");
	}

	@Test
	void jsonIsOneObject() throws IOException {
		Path log = log("GET /a 302", "GET /gone 200", "GET /contact 404", "garbage");
		Run run = run(log, "--against", this.live.toString(), "--format", "json");
		JsonNode json = JsonMapper.shared().readTree(run.out());
		assertThat(json.path("requests").intValue()).isEqualTo(3);
		assertThat(json.path("actions").path("redirect").intValue()).isOne();
		assertThat(json.path("actions").path("no-url").intValue()).isZero();
		JsonNode difference = json.path("differences").path("top").get(0);
		assertThat(difference.path("url").stringValue()).isEqualTo("/a");
		assertThat(difference.path("requests").intValue()).isOne();
		assertThat(difference.path("before").path("status").intValue()).isEqualTo(302);
		assertThat(difference.path("now").path("rule").path("line").intValue()).isEqualTo(2);
		assertThat(json.path("missing").path("top").get(0).path("nearest").get(0).stringValue())
			.isEqualTo("/company/contact");
		assertThat(json.path("chains").path("top").get(0).path("hops").size()).isEqualTo(2);
		assertThat(json.path("chains").path("top").get(0).path("end").stringValue()).isEqualTo("answered");
		assertThat(json.path("neverHit").path("count").intValue()).isEqualTo(2);
		assertThat(json.path("logs").get(0).path("unreadable").intValue()).isOne();
		assertThat(json.path("logs").get(0).path("first").get(0).path("number").intValue()).isEqualTo(4);
		assertThat(run.err()).contains("3 requests in ", "; 1 line could not be read");
	}

	@Test
	void csvIsOneTable() throws IOException {
		Path log = log("GET /a 302", "GET /gone 200", "GET /contact 404");
		assertThat(text(run(log, "--format", "csv"))).isEqualTo("""
				what,requests,url,rule,target
				missing,1,/contact,,/company/contact
				chain,1,/a,/a (DIR/rules.yaml:2:5),/company/contact
				never-hit,0,,"/old/{*rest} (DIR/rules.yaml:4:5)",
				never-hit,0,,/seldom (DIR/rules.yaml:6:5),
				""".replace("\"", ""));
		assertThat(text(run(log, "--format", "csv", "--against", this.live.toString()))).isEqualTo("""
				requests,url,before,now,before-rule,now-rule
				1,/a,302 /b,301 /b,/a (DIR/live.yaml:1:3),/a (DIR/rules.yaml:2:5)
				1,/gone,pass,410,,/gone (DIR/rules.yaml:5:5)
				""");
	}

	@Test
	void inATableNothingIsAFormula() throws IOException {
		Files.writeString(this.rules, "- { from: /x, redirect: /y, id: '=cmd()' }\n");
		assertThat(run(log("GET /a 200"), "--format", "csv").out()).contains(",'=cmd() (");
	}

	@Test
	void controlCharactersOfTheLogAreSpelledOut() throws IOException {
		Path log = log("GET /\\x1b[31mred\\u202e 404", "\u001b[2Jgarbage");
		for (String format : List.of("text", "json", "csv")) {
			Run run = run(log, "--format", format);
			assertThat(run.out() + run.err()).as(format).doesNotContain("\u001b", "\u202e");
		}
	}

	@Test
	void whatAStrangerMadeLongIsCut() throws IOException {
		Path log = log("GET /" + "x".repeat(1_000) + " 404");
		assertThat(run(log).out()).contains("/" + "x".repeat(199) + "...\n").doesNotContain("x".repeat(200));
		assertThat(run(log, "--format", "csv").out()).contains("/" + "x".repeat(1_000));
	}

	@Test
	void severalLogsAreOne() throws IOException {
		Path first = log("GET /a 301");
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(packed)) {
			out.write(Files.readAllBytes(log("GET /gone 410", "garbage")));
		}
		Path second = Files.write(this.directory.resolve("access.log.1.gz"), packed.toByteArray());
		Files.writeString(first, line("GET /a 301"));
		Run run = run(first, second.toString());
		assertThat(run.out()).contains("1  redirect", "1  respond", "access.log.1.gz:2: not read: ",
				"2 requests in " + first + ", " + second + ", 5 rules; 1 line could not be read");
	}

	@Test
	void hostSchemeAndInstantCanBeGiven() throws IOException {
		Files.writeString(this.rules, """
				- { from: "https://shop.example.com/a", redirect: /1, when: { before: 2026-01-01T00:00:00Z } }
				""");
		Path log = log("GET /a 200");
		assertThat(run(log).out()).contains("1  no-rule",
				"note: the log does not tell the host, which 1 rule looks at");
		assertThat(run(log, "--host", "shop.example.com", "--scheme", "https", "--at", "2025-12-31T00:00Z").out())
			.contains("1  redirect")
			.doesNotContain("note:");
		assertThat(run(log, "--host", "shop.example.com", "--scheme", "https", "--at", "2026-01-01T00:00Z").out())
			.contains("1  no-rule");
	}

	@Test
	void jsonLinesAreReadByAnyName() throws IOException {
		Path log = Files.writeString(this.directory.resolve("access.json"),
				"{\"what\":{\"where\":\"/a\"},\"code\":301}\n{\"what\":{\"where\":\"/gone\"},\"code\":301}\n");
		assertThat(run(log, "--field", "path=what.where", "--field", "status=code").out()).contains("1  redirect",
				"1  respond");
	}

	@Test
	void whatIsNoLogIsAnError() throws IOException {
		Run run = run(this.rules);
		assertThat(run.exitCode()).isEqualTo(2);
		assertThat(run.out()).isEmpty();
		assertThat(run.err()).startsWith("reroute: '" + this.rules + "' is no access log: expected lines in common, "
				+ "combined or JSON format, got 'rules:' in line 1 (");
	}

	@Test
	void aLogThatIsMissingOrADirectoryIsAnError() {
		assertThat(run(this.directory.resolve("nowhere.log")).err()).startsWith("reroute: there is no log '");
		assertThat(run(this.directory).exitCode()).isEqualTo(2);
		assertThat(run(this.directory).err()).startsWith("reroute: '" + this.directory + "' cannot be read");
	}

	@Test
	void anEmptyLogIsNoError() throws IOException {
		Run run = run(log());
		assertThat(run.exitCode()).isZero();
		assertThat(run.out()).contains("no requests, so that nothing can be said", "0 requests in ")
			.doesNotContain("never hit");
	}

	@Test
	void withProblemsInTheRulesNothingIsReplayed() throws IOException {
		Files.writeString(this.rules, "rules: [{ from: /a }]");
		Run run = run(log("GET /a 200"));
		assertThat(run.exitCode()).isEqualTo(2);
		assertThat(run.out()).isEmpty();
		assertThat(run.err()).contains("no-action");
	}

	private Path log(String... requests) throws IOException {
		StringBuilder log = new StringBuilder();
		for (String request : requests) {
			log.append(line(request));
		}
		return Files.writeString(this.directory.resolve("access.log"), log, StandardCharsets.UTF_8);
	}

	private static String line(String request) {
		int space = request.lastIndexOf(' ');
		return (space < 0) ? request + "\n" : "192.0.2.1 - - [22/Nov/2026:10:00:00 +0000] \""
				+ request.substring(0, space) + " HTTP/1.1\"" + request.substring(space) + " 12 \"-\" \"curl/8\"\n";
	}

	private Run run(Path log, String... options) {
		List<String> args = new ArrayList<>(List.of("replay", "--rules", this.rules.toString(), log.toString()));
		args.addAll(Arrays.asList(options));
		return Run.of(args.toArray(String[]::new));
	}

	private String text(Run run) {
		return run.out().replace(this.directory.toString(), "DIR").replaceAll("\\(\\d+\\.\\d s\\)", "(some time)");
	}

}
