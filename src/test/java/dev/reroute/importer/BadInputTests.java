package dev.reroute.importer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.reroute.pattern.Limits;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleDefinition;
import dev.reroute.rule.RuleParser;
import dev.reroute.test.RuleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whatever text an importer gets, it tells what became of it: nothing is thrown, each
 * directive is counted once, and problems have lines.
 */
class BadInputTests {

	/**
	 * What takes a while is done in full with {@code -Dreroute.importer.scale=100}:
	 * 500,000 lines, 10 million characters, 100,000 levels.
	 */
	private static final int SCALE = Integer.getInteger("reroute.importer.scale", 1);

	private static final int LINES = 5_000 * SCALE;

	private static final int LENGTH = 100_000 * SCALE;

	private static final int LEVELS = Math.min(100_000, 10_000 * SCALE);

	/** What is wrong with a text as a whole stands in no line. */
	private static final Set<String> AS_A_WHOLE = Set.of("more-problems", "no-rules");

	private static final int CLOUDFLARE_RULES = 2_000;

	/** What a single character does not make. */
	private static final List<String> TOKENS = List.of("\\x{FFFFFF}", "\\uD800", "(?i)", "(?:x)?", "$0", "${12a}",
			"$10", "{12345}", "%{HTTP_HOST}", "%1", "[[:alpha:]", "[^]", "(?!a)", "(?P<a>b)", "\\1", "&amp;", "<!--",
			"//", "%2F", "%zz", "://", "{*a}", ":splat");

	private static final List<String> TEMPLATES = List.of("""
			{% for page in site.pages %}
			{% for from in page.redirect_from %}
			{{ from }} {{ site.baseurl }}{{ page.url | replace: "//", "/" }} 301
			Redirect 301 {{ from }} {{ page.url }}
			rewrite ^{{ from }}$ {{ page.url }} permanent;
			{{ from }},{{ page.url }},301
			{% endfor %}
			{% endfor %}
			""", """
			<% redirects.each do |from, to| %>
			<%= from %>	<%= to %>
			RewriteRule ^<%= from %>$ <%= to %> [R=<%= status %>,L]
			{"source": "<%= from %>", "destination": "<%= to %>", "permanent": <%= permanent %>},
			<% end %>
			""",
			"{{#each redirects}}\n{\"source\": \"{{from}}\", \"destination\": \"{{to}}\"}{{#unless @last}},{{/unless}}\n"
					+ "{{/each}}\n",
			"<urlrewrite>\n<rule><from>${from}</from>\n<to>#{to}</to></rule>\n@include@\n</urlrewrite>\n");

	/** Two rules of a format, with all that it takes to be a whole file. */
	private static String sample(ImportFormat format) {
		return switch (format) {
			case NETLIFY, CLOUDFLARE -> "# moved\n/a /b 301\n/c/* /d/:splat 302\n";
			case CLOUDFLARE_BULK ->
				"example.com/a,https://example.com/b,301\nexample.com/c,https://example.com/d,302\n";
			case APACHE -> "# moved\nRedirect 301 /a /b\nRewriteEngine On\nRewriteRule ^/?c$ /d [R=301,L]\n";
			case NGINX ->
				"server {\n  # moved\n  rewrite ^/a$ /b permanent;\n  location = /c {\n    return 301 /d;\n  }\n}\n";
			case NEXTJS ->
				"{\n\"redirects\": [\n{ \"source\": \"/a\", \"destination\": \"/b\", \"permanent\": true },\n{ \"source\": \"/c\","
						+ "\n\"destination\": \"/d\", \"permanent\": false }\n]\n}\n";
			case TUCKEY ->
				"<urlrewrite>\n<rule>\n<from>^/a$</from>\n<to type=\"redirect\" last=\"true\">/b</to>\n</rule>\n"
						+ "<rule><from>^/c$</from><to type=\"permanent-redirect\" last=\"true\">/d</to></rule>\n</urlrewrite>\n";
			case WORDPRESS -> "source,target,regex,code\n/a,/b,0,301\n\"/c\",\"/d\",0,302\n";
			case TABLE -> "/a,/b\n/c,/d\n";
		};
	}

	/** As many rules. */
	private static String many(ImportFormat format, int count) {
		Stream<String> rules = IntStream.range(0, count).mapToObj((i) -> switch (format) {
			case NETLIFY, CLOUDFLARE -> "/a" + i + " /b" + i + " 301\n";
			case CLOUDFLARE_BULK -> "example.com/a" + i + ",https://example.com/b" + i + ",301\n";
			case APACHE -> "Redirect 301 /a" + i + " /b" + i + "\n";
			case NGINX -> "rewrite ^/a" + i + "$ /b" + i + " permanent;\n";
			case NEXTJS -> ((i > 0) ? "," : "[") + "{ \"source\": \"/a" + i + "\", \"destination\": \"/b" + i
					+ "\", \"permanent\": true }\n";
			case TUCKEY ->
				"<rule><from>^/a" + i + "$</from><to type=\"redirect\" last=\"true\">/b" + i + "</to></rule>\n";
			case WORDPRESS -> "/a" + i + ",/b" + i + ",0,301\n";
			case TABLE -> "/a" + i + ",/b" + i + "\n";
		});
		String text = rules.collect(Collectors.joining());
		return switch (format) {
			case NGINX -> "server {\n" + text + "}\n";
			case NEXTJS -> "{\"redirects\":\n" + text + "]}\n";
			case TUCKEY -> "<urlrewrite>\n" + text + "</urlrewrite>\n";
			default -> text;
		};
	}

	private static List<String> comments(ImportFormat format) {
		return switch (format) {
			case NETLIFY, CLOUDFLARE, APACHE, NGINX -> List.of("# a comment\n", "# one\n\n  # two {\n#", "#");
			case TUCKEY -> List.of("<urlrewrite><!-- a comment -->\n<!-- <rule/> --></urlrewrite>");
			default -> List.of();
		};
	}

	@ParameterizedTest
	@EnumSource
	void theSampleBecomesRules(ImportFormat format) {
		ImportResult result = read(format, sample(format));
		assertThat(result.problems()).isEmpty();
		assertThat(result.rules()).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource
	void aBinaryFileIsToldOf(ImportFormat format) {
		Random random = new Random(31);
		for (int i = 0; i < 200; i++) {
			byte[] octets = new byte[random.nextInt(2_000)];
			random.nextBytes(octets);
			read(format, new String(octets, StandardCharsets.ISO_8859_1));
			read(format, new String(octets, StandardCharsets.UTF_8));
			read(format, new String(octets, StandardCharsets.UTF_16BE));
		}
	}

	@ParameterizedTest
	@EnumSource
	void aSampleWithFaultsIsToldOf(ImportFormat format) {
		Random random = new Random(32);
		String faults = "{}[]()<>\"'\\/ \t\n\r\0,;:=#*?!$%&|+.^~@\u0001\u007f\u0085\u2028\ufeff\ufffd\ud83d\u00e9a1";
		for (int i = 0; i < 2_000; i++) {
			StringBuilder text = new StringBuilder(sample(format));
			for (int j = 1 + random.nextInt(4); j > 0; j--) {
				int at = random.nextInt(text.length() + 1);
				if (random.nextInt(8) == 0) {
					text.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
				}
				else if (random.nextBoolean()) {
					text.insert(at, faults.charAt(random.nextInt(faults.length())));
				}
				else {
					text.delete(at, Math.min(text.length(), at + random.nextInt(8)));
				}
			}
			read(format, text.toString());
		}
	}

	@ParameterizedTest
	@EnumSource
	void aNulIsToldOfWhereverItStands(ImportFormat format) {
		String sample = sample(format);
		for (int i = 0; i <= sample.length(); i++) {
			read(format, sample.substring(0, i) + '\0' + sample.substring(i));
		}
	}

	@ParameterizedTest
	@EnumSource
	void aTextThatIsCutOffIsToldOf(ImportFormat format) {
		String sample = sample(format);
		for (int i = 0; i < sample.length(); i++) {
			read(format, sample.substring(0, i));
		}
	}

	@ParameterizedTest
	@EnumSource
	void aTemplateIsToldOf(ImportFormat format) {
		for (String template : TEMPLATES) {
			ImportResult result = read(format, template);
			assertThat(result.rules()).as("%s", result.rules())
				.noneMatch((rule) -> rule.toString().contains("{{") || rule.toString().contains("<%"));
			read(format, template + sample(format));
		}
	}

	@ParameterizedTest
	@EnumSource
	void dosLineEndsAByteOrderMarkAndAMissingLineEndChangeNothing(ImportFormat format) {
		String sample = sample(format);
		List<RuleDefinition> rules = read(format, sample).rules();
		assertThat(read(format, sample.replace("\n", "\r\n")).rules()).isEqualTo(rules);
		assertThat(read(format, "\uFEFF" + sample).rules()).isEqualTo(rules);
		assertThat(read(format, sample.strip()).rules()).isEqualTo(rules);
		assertThat(read(format, sample.strip().replace("\n", "\r\n")).rules()).isEqualTo(rules);
	}

	@ParameterizedTest
	@EnumSource
	void nothingBecomesOfNothing(ImportFormat format) {
		for (String text : List.of("", "\n", "\r\n\r\n", " \t\n", "\uFEFF")) {
			assertThat(read(format, text).rules()).isEmpty();
		}
		for (String text : comments(format)) {
			ImportResult result = read(format, text);
			assertThat(result.rules()).isEmpty();
			assertThat(result.directives()).isZero();
			assertThat(result.problems()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void aLongLineIsToldOf(ImportFormat format) {
		for (String unit : List.of("a", "/a ", "\"", "\\", ",", "a,", "/:a", "/*", "<", "a=b ", "^", ";", "$1", "[",
				"&a;", "#", "'", " ")) {
			String text = unit.repeat(LENGTH / unit.length());
			read(format, text);
			read(format, sample(format) + text);
			read(format, sample(format).replaceFirst("/a", "/a" + Matcher.quoteReplacement(text)));
		}
	}

	@ParameterizedTest
	@EnumSource
	void manyLinesAreToldOf(ImportFormat format) {
		ImportResult result = read(format, many(format, LINES));
		assertThat(result.translated())
			.isEqualTo((format != ImportFormat.CLOUDFLARE) ? result.directives() : Math.min(LINES, CLOUDFLARE_RULES));
		read(format, "}\n".repeat(LINES));
		read(format, "x y z\n".repeat(LINES));
		read(format, sample(format) + "\n".repeat(LINES) + sample(format));
	}

	static Stream<String> nested() {
		return Stream.of("{", "[", "(", "<a>", "\"", "{\"a\":", "[{", "server {\n", "location /a {\n",
				"if ($host = a) {\n", "<IfModule a>\n", "<VirtualHost *:80>\n", "<VirtualHost *:80>\nServerName a\n",
				"<Directory /a>\n", "<rule>", "<urlrewrite>", "<!--", "[[a]]\n[a.", "a.", "}", "]", "</a>", ")", "(?:",
				"(?i)", "[^", "RewriteCond %{HTTP_HOST} ^a$ [OR]\n", "RewriteRule ^a$ /b [C]\n", "&a", "\\\n",
				"map $uri $a {\n", "\"\"", "a = [\n", "a = {");
	}

	@ParameterizedTest
	@MethodSource("nested")
	void whatIsNestedDeepIsToldOf(String open) {
		for (ImportFormat format : ImportFormat.values()) {
			String deep = open.repeat(LEVELS);
			read(format, deep);
			read(format, sample(format) + deep);
			read(format, sample(format).replaceFirst("/a", "/a" + Matcher.quoteReplacement(deep)));
		}
	}

	@Test
	void noEntityIsResolved(@TempDir Path directory) throws IOException {
		Path canary = Files.writeString(directory.resolve("canary.xml"), "<rule><from>^/canary$</from></rule>");
		try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			listener.setSoTimeout(1);
			String url = "http://localhost:" + listener.getLocalPort() + "/canary";
			for (String id : List.of(canary.toUri().toString(), canary.toString(), url, "jar:" + url + "!/a")) {
				for (String subset : List.of("<!ENTITY e SYSTEM '%s'>", "<!ENTITY e PUBLIC 'x' '%s'>",
						"<!ENTITY %% p SYSTEM '%s'> %%p; <!ENTITY e 'x'>")) {
					noneIsResolved("<!DOCTYPE urlrewrite [" + subset.formatted(id) + "]>");
				}
				noneIsResolved("<!DOCTYPE urlrewrite SYSTEM '" + id + "' [<!ENTITY e 'x'>]>");
				noneIsResolved("<!DOCTYPE urlrewrite PUBLIC '-//tuckey.org//DTD UrlRewrite 4.0//EN' '" + id + "'>");
			}
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(listener::accept);
		}
	}

	private static void noneIsResolved(String doctype) {
		ImportResult result = read(ImportFormat.TUCKEY,
				"<?xml version='1.0'?>\n" + doctype + "\n<urlrewrite>\n&e;\n<rule><from>&e;</from>"
						+ "<to type='redirect' last='true'>/b&e;</to></rule></urlrewrite>");
		assertThat(result.rules()).as(doctype).isEmpty();
		assertThat(result.problems()).as(doctype).isNotEmpty();
	}

	@Test
	void anEntityBombDoesNotGoOff() {
		StringBuilder bomb = new StringBuilder("<!DOCTYPE urlrewrite [<!ENTITY e0 'lol'>");
		for (int i = 1; i < 30; i++) {
			bomb.append("<!ENTITY e").append(i).append(" '").append(("&e" + (i - 1) + ";").repeat(10)).append("'>");
		}
		ImportResult result = read(ImportFormat.TUCKEY, bomb + "]>\n<urlrewrite>&e29;</urlrewrite>");
		assertThat(result.problems()).isNotEmpty();
	}

	private static ImportResult read(ImportFormat format, String text) {
		ImportResult result = format.read(text, "the.file", RuleText.SETTINGS);
		String about = format + " of " + text.length() + " characters: "
				+ Problem.quoted(text.substring(0, Math.min(text.length(), 2_000)));
		int unrelated = result.unrelated().values().stream().mapToInt(Integer::intValue).sum();
		assertThat(result.directives()).as(about).isEqualTo(result.translated() + result.refused() + unrelated);
		assertThat(result.problems()).as(about).hasSizeLessThanOrEqualTo(Limits.PROBLEMS + 1);
		assertThat(result.problems()).as(about)
			.allMatch((problem) -> problem.toString().chars().noneMatch(Character::isISOControl))
			.allMatch((problem) -> problem.origin().line() > 0 || AS_A_WHOLE.contains(problem.code()));
		assertThat(result.rules()).as(about)
			.allMatch((rule) -> rule.toString().chars().noneMatch(Character::isISOControl));
		assertThat(RuleParser.parse(result.rules(), RuleText.SETTINGS).problems()).as(about).isEmpty();
		return result;
	}

}
