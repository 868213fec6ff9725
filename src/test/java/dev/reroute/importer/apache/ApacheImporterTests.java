package dev.reroute.importer.apache;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.reroute.engine.MalformedPaths;
import dev.reroute.engine.RuleSet;
import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.ImportResult;
import dev.reroute.pattern.MatchOptions;
import dev.reroute.pattern.RedirectTargets;
import dev.reroute.rule.RedirectStatus;
import dev.reroute.rule.ReservedPaths;
import dev.reroute.rule.RuleDefinition;
import dev.reroute.rule.RuleParser;
import dev.reroute.rule.RuleSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.reroute.assertions.RerouteAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

class ApacheImporterTests {

	private static final RuleSettings SETTINGS = new RuleSettings(RedirectStatus.TEMPORARY_REDIRECT,
			MatchOptions.STRICT, new RedirectTargets(List.of("example.com", "*.example.com")), ReservedPaths.NONE);

	private static ImportResult read(String name, String text) {
		return ImportFormat.APACHE.read(text, name, SETTINGS);
	}

	private static RuleSet rules(String name, String text) {
		ImportResult result = read(name, text);
		assertThat(result.problems()).isEmpty();
		return RuleSet.of(RuleParser.parse(result.rules(), SETTINGS).rules(), MalformedPaths.REJECT,
				ReservedPaths.NONE);
	}

	@Test
	void everyDirectiveIsCountedOnce() {
		ImportResult result = read(".htaccess", """
				Options -Indexes
				RewriteEngine On
				RewriteCond %{HTTP_HOST} ^a$
				RewriteRule ^b$ /c [R]
				RewriteCond %{REQUEST_FILENAME} -f
				RewriteRule ^d$ /e [R]
				AddType text/turtle .ttl
				AddType text/css .css
				""");
		assertThat(result.directives()).isEqualTo(8);
		assertThat(result.translated()).isEqualTo(3);
		assertThat(result.refused()).isEqualTo(2);
		assertThat(result.unrelated()).isEqualTo(Map.of("Options", 1, "AddType", 2));
		assertThat(result.problems()).hasSize(1);
	}

	@Test
	void theSamePatternIsReadInADirectoryAndInAServer() {
		String text = "RewriteEngine On\nRewriteRule ^old$ /new [R=301,L]\n";
		assertThat(rules(".htaccess", text)).on("/old").redirectsTo("/new", 301);
		assertThat(read("site.conf", text).problems()).singleElement().asString().contains("unmatchable-source");
	}

	@Test
	void httpsUpgradeIsOneRule() {
		RuleSet rules = rules(".htaccess", """
				RewriteEngine On
				RewriteCond %{HTTPS} !=on
				RewriteRule ^(.*)$ https://%{HTTP_HOST}/$1 [R=301,L]
				""");
		assertThat(rules).on("http://www.example.com/a?x=1").redirectsTo("https://www.example.com/a?x=1", 301);
		assertThat(rules).on("http://www.example.com/").redirectsTo("https://www.example.com/", 301);
		assertThat(rules).on("https://www.example.com/a").passes();
	}

	@ParameterizedTest
	@ValueSource(strings = { "RewriteCond %{SERVER_PORT} 80", "RewriteCond %{SERVER_PORT} !^443$",
			"RewriteCond %{HTTPS} off", "RewriteCond %{HTTPS} !on", "RewriteCond %{HTTPS} !=on",
			"RewriteCond %{HTTPS} =off", "RewriteCond %{REQUEST_SCHEME} ^http$",
			"RewriteCond %{HTTP:X-Forwarded-Proto} !https", "RewriteCond %{HTTP:X-Forwarded-Proto} =http [NC]" })
	void theSchemeIsAskedInManyWays(String condition) {
		RuleSet rules = rules(".htaccess",
				"RewriteEngine On\n" + condition + "\nRewriteRule ^ https://example.com/ [R]");
		assertThat(rules).on("http://example.com/a").redirectsTo("https://example.com/");
		assertThat(rules).on("https://example.com/a").passes();
	}

	@Test
	void alternativesOfDifferentThingsBecomeSeveralRules() {
		RuleSet rules = rules(".htaccess", """
				RewriteEngine On
				RewriteCond %{HTTP_ACCEPT} text/html [OR]
				RewriteCond %{HTTP_ACCEPT} application/xhtml [OR]
				RewriteCond %{HTTP_USER_AGENT} ^Mozilla
				RewriteRule ^$ /index.html [R=303,L]
				""");
		assertThat(rules.rules()).hasSize(2);
		assertThat(rules).on("/").withHeader("Accept", "application/xhtml+xml").redirectsTo("/index.html", 303);
		assertThat(rules).on("/").withHeader("User-Agent", "Mozilla/5.0").redirectsTo("/index.html", 303);
		assertThat(rules).on("/").passes();
	}

	@Test
	void whatWasRefusedIsAsIfItWereNotThere() {
		ImportResult result = read(".htaccess", """
				RewriteEngine On
				RewriteRule ^index\\.php$ - [L]
				RewriteCond %{REQUEST_FILENAME} !-f
				RewriteCond %{REQUEST_FILENAME} !-d
				RewriteRule . /index.php [L]
				Redirect 301 /old /new
				""");
		assertThat(result.rules()).hasSize(2);
		assertThat(result.problems()).singleElement().asString().contains(".htaccess:5", "front controller");
	}

	@Test
	void aGroupThatTookNoPartIsEmpty() {
		ImportResult result = read(".htaccess", "RewriteRule ^a$ /b-\nRewriteRule ^/?b-(x)?$ /c$1 [R=301,L]\n");
		assertThat(result.rules()).extracting(RuleDefinition::redirect).contains("/c").noneMatch("/cnull"::equals);
	}

	@Test
	void aCommentAndTheLineBecomeTheNote() {
		assertThat(read("a/.htaccess", "# the shop has moved\nRedirect /shop https://shop.example.com/").rules()
			.get(0)
			.note()).isEqualTo("the shop has moved (.htaccess:2)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n\n", "# nothing", "\0\1\2", "<", "</", "<>", "</x>", "RewriteRule",
			"RewriteRule ^a", "RewriteCond", "RewriteCond %{", "RewriteRule ( ) [", "RewriteRule ^a$ $ [R]",
			"RewriteRule ^a$ % [R]", "RewriteRule ^a$ \\ [R]", "Redirect", "Redirect 301", "Redirect /a",
			"RedirectMatch", "RedirectMatch (", "\"", "RewriteRule ^(((((((((((a /b [R]",
			"RewriteRule a{1000}{1000} /b [R]", "RewriteBase", "RewriteEngine", "<Directory>\nRedirect /a /b",
			"<VirtualHost>\nServerName\n</VirtualHost>", "RewriteRule ^a$ - [S=99999999999]",
			"RewriteRule ^a$ /b [R=99999999999]", "RewriteRule ^a$ - [C]\nRewriteRule ^b$ - [C]",
			"RewriteRule ! /a [R]", "RewriteCond %{HTTP_HOST} !\nRewriteRule ^ /a [R]",
			"RewriteCond %{HTTP:} x\nRewriteRule ^ /a [R]" })
	void nothingIsThrownForBadContent(String text) {
		ImportResult result = read(".htaccess", text);
		int unrelated = result.unrelated().values().stream().mapToInt(Integer::intValue).sum();
		assertThat(result.translated() + result.refused() + unrelated).isEqualTo(result.directives());
	}

	@Test
	void aLongListTakesNoTimeForEachPairOfItsRules() {
		String redirects = IntStream.range(0, 5_000)
			.mapToObj((i) -> "Redirect 301 /old/%d /new/%d\nRewriteRule ^page/%d$ /pages/%d\n".formatted(i, i, i, i))
			.collect(Collectors.joining());
		ImportResult result = read(".htaccess", "RewriteEngine On\n" + redirects);
		assertThat(result.directives()).isEqualTo(10_001);
	}

	@Test
	void manyVirtualHostsTakeNoTimeForEachPair() {
		String hosts = IntStream.range(0, 2_000).mapToObj((i) -> """
				<VirtualHost *:80>
				ServerName www%1$d.example.com
				ServerAlias *.shop%1$d.example.com
				Redirect /a /b
				</VirtualHost>
				""".formatted(i)).collect(Collectors.joining());
		ImportResult result = read("site.conf", hosts);
		assertThat(result.problems()).isEmpty();
		assertThat(result.rules()).hasSize(2_000);
	}

	@Test
	void aVirtualHostHasTheRewriteEngineOfTheServer() {
		String rule = "<VirtualHost *:80>\nServerName a\nRewriteRule ^/a$ /b [R]\n</VirtualHost>\n";
		assertThat(read("site.conf", "RewriteEngine On\n" + rule).problems()).isEmpty();
		assertThat(read("site.conf", rule).problems()).isEmpty();
		assertThat(read("site.conf", "RewriteEngine Off\n" + rule).problems()).singleElement()
			.asString()
			.contains("no 'RewriteEngine On'");
	}

}
