package dev.reroute.flatten;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.reroute.test.RuleText;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Only the values of a rule that is flattened change in the text of a file.
 */
class TextStaysTests {

	private static final String TAIL_YAML = "- { from: /b, redirect: /c, status: 301 }\n";

	private static final String TAIL_JSON = ", {\"from\": \"/b\", \"redirect\": \"/c\", \"status\": 301}]";

	@TempDir
	private Path directory;

	record Case(String name, String extension, String before, String after, Hops hops) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	/** What stands between « and » changes to what stands between » and ». */
	private static Case of(String name, String extension, Hops hops, String text) {
		return new Case(name, extension, text.replaceAll("«([^»]*)»([^»]*)»", "$1"),
				text.replaceAll("«([^»]*)»([^»]*)»", "$2"), hops);
	}

	private static Case yaml(String name, String text) {
		return of("YAML: " + name, "yaml", Hops.PERMANENT, text + TAIL_YAML);
	}

	private static Case json(String name, String text) {
		return of("JSON: " + name, "json", Hops.PERMANENT, text + TAIL_JSON);
	}

	private static Case csv(String name, String text) {
		return of("CSV: " + name, "csv", Hops.PERMANENT, text);
	}

	static Stream<Case> yamlFiles() {
		return Stream.of(
				yaml("comments",
						"# one\n- from: /a # two\n  redirect: «/b»/c» # three\n\n  status: 301 # four\n# five\n"),
				yaml("single quotes", "- { from: /a, redirect: '«/b»/c»', status: 301 }\n"),
				yaml("double quotes", "- { from: /a, redirect: \"«/b»/c»\", \"status\": \"301\" }\n"),
				yaml("text behind", "- {redirect: «/b»/c», from: /a,status: 301}\n"),
				yaml("before the key", "- { status: 301, 'redirect' : «/b»/c», from: /a }\n"),
				yaml("blanks and values on lines of their own",
						"-\n  redirect:   «/b»/c»   \n  status:\n    301\n  from: /a\n"),
				yaml("on the next line", "- from: /a\n  redirect:\n    «/b»/c»\n  status: 301\n"),
				yaml("wide characters",
						"- { from: /a, note: \uD83D\uDE00\uD83D\uDE00, redirect: «/b»/c», status: 301 }\n"),
				yaml("an anchor keeps a rule", "- { from: /a, redirect: &t /b, status: 301 }\n"),
				yaml("an alias keeps a rule",
						"- { from: /a, redirect: &t /b, status: 301 }\n"
								+ "- { from: /d, redirect: *t, status: 301 }\n"),
				yaml("a block of text keeps a rule", "- from: /a\n  redirect: |-\n    /b\n  status: 301\n"),
				yaml("a tag keeps a rule", "- from: /a\n  redirect: !!str /b\n  status: 301\n"),
				yaml("another status", "- { from: /a, redirect: «/b»/c», status: «308»301» }\n"),
				of("YAML: nothing at all", "yaml", Hops.PERMANENT, "rules: []\n"),
				of("YAML: quotes where they are needed", "yaml", Hops.PERMANENT,
						"- { from: /a, redirect: «/b»'/c?x=1,2'», status: 301 }\n"
								+ "- { from: /b, redirect: '/c?x=1,2', status: 301 }\n"),
				of("YAML: and not where they are not", "yaml", Hops.PERMANENT,
						"- from: /a/{x}\n  redirect: «/b/{x}»/c/{x}?y=it's#{x}»\n  status: 301\n"
								+ "- { from: '/b/{y}', redirect: \"/c/{y}?y=it's#{y}\", status: 301 }\n"),
				of("YAML: an apostrophe", "yaml", Hops.PERMANENT,
						"- {from: /a, redirect: '«/b»/it''s»', status: 301}\n"
								+ "- {from: /b, redirect: \"/it's\", status: 301}\n"),
				of("YAML: a new status on its own line", "yaml", Hops.ALL,
						"rules:\n  - from: /a\n    redirect: «/b»/c» # why«»\n    status: 302»\n    note: x\n"
								+ "  - { from: /b, redirect: /c, status: 301 }\n"),
				of("YAML: a new status between braces", "yaml", Hops.ALL,
						"[{from: /a, redirect: «/b»/c, status: 302», note: x}, {from: /b, redirect: /c, status: 301}]"),
				of("YAML: a new status at the end of the file", "yaml", Hops.ALL,
						"- { from: /b, redirect: /c, status: 301 }\n- from: /a\n  redirect: «/b»/c\n  status: 302»"),
				of("YAML: a new cache", "yaml", Hops.ALL,
						"- { from: /a, redirect: «/b»/c», cache: «1h»no-store», status: «301»302» }\n"
								+ "- { from: /b, redirect: /c, status: 302 }\n"));
	}

	static Stream<Case> otherFiles() {
		String tail = "/b,/c,301\n";
		return Stream.of(json("spaces", "[ {\"redirect\"\t:  «\"/b\"»\"/c\"» ,\n\"from\":\"/a\",\"status\":301 }"),
				json("a status as text", "[{\"from\":\"/a\",\"redirect\":«\"/b\"»\"/c\"»,\"status\":\"«308»301»\"}"),
				json("a status as a number", "[{\"from\":\"/a\",\"status\":«308»301»,\"redirect\":«\"/b\"»\"/c\"»}"),
				json("escapes elsewhere", "[{\"note\":\"\\u00e9\\n\uD83D\uDE00\",\"when\":{\"host\":[\"x.org\"],"
						+ "\"header\":{\"redirect\":\"x\"}},\"from\":\"/a\",\"status\":301,\"redirect\":«\"\\/b\"»\"/c\"»}"),
				of("JSON: under rules, with a new status", "json", Hops.ALL,
						"{\"rules\":[{\"from\":\"/a\",\"redirect\":«\"/b\"»\"/c\", \"status\": 302»},"
								+ "{\"from\":\"/b\",\"redirect\":\"/c\",\"status\":301}]}"),
				csv("plain", "from,redirect,status\n/a,«/b»/c»,301\n\n" + tail),
				csv("quotes", "redirect,from,status,note\n\"«/b»/c»\",\"/a\",301,\"x, \"\"y\"\"\n z\"\n/c,/b,301,\n"),
				csv("quotes where they are needed", "from,redirect,status\n/a,«/b»\"/c,d\"»,301\n/b,\"/c,d\",301\n"),
				csv("lines within quotes", "note,from,redirect,status\n\"one\ntwo\",/a,«/b»/c»,301\nx,/b,/c,301"),
				csv("another status", "from,redirect,status\n/a,«/b»/c»,«308»301»\n" + tail),
				csv("a short row", "from,redirect,status\n/a,/b\n" + tail),
				of("CSV: no column for the status", "csv", Hops.ALL, "from,redirect\n/a,«/b»/c»\n/b,/c\n"),
				of("CSV: an empty status", "csv", Hops.ALL, "from,redirect,status\n/a,«/b»/c»,«»302»\n" + tail));
	}

	@ParameterizedTest
	@MethodSource({ "yamlFiles", "otherFiles" })
	void onlyTheValuesChange(Case example) throws IOException {
		assertThat(flatten(example, example.before())).isEqualTo(example.after());
		assertThat(flatten(example, example.after())).isEqualTo(example.after());
	}

	@ParameterizedTest
	@MethodSource({ "yamlFiles", "otherFiles" })
	void lineEndingsMarkAndMissingNewlineStay(Case example) throws IOException {
		String before = "\uFEFF" + example.before().stripTrailing().replace("\n", "\r\n");
		String after = "\uFEFF" + example.after().stripTrailing().replace("\n", "\r\n");
		assertThat(flatten(example, before)).isEqualTo(after);
	}

	private String flatten(Case example, String text) throws IOException {
		Path file = Files.writeString(this.directory.resolve("rules." + example.extension()), text);
		FlattenedFile flattened = RuleFileFlattener.flatten(file, RuleText.SETTINGS, example.hops());
		assertThat(flattened.problems()).isEmpty();
		return String.valueOf(flattened.text());
	}

}
