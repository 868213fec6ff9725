package dev.reroute.importer.tuckey;

import dev.reroute.engine.RuleSet;
import dev.reroute.importer.ImportFormat;
import dev.reroute.importer.ImportResult;
import dev.reroute.importer.ImportedRules;
import dev.reroute.rule.Problem;
import dev.reroute.rule.RuleSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.reroute.assertions.RerouteAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

class TuckeyImporterTests {

	@ParameterizedTest(name = "{0} to {1}: {2}")
	@CsvSource(delimiter = '~', nullValues = "-", textBlock = """
			# from                  ~ to                    ~ request           ~ Location
			^/a$                    ~ /b                    ~ /a                ~ /b
			^/a$                    ~ /b                    ~ /A                ~ /b
			^/a$                    ~ /b                    ~ /a?x=1            ~ /b
			^/a$                    ~ /b                    ~ /a/               ~ -
			^/a                     ~ /b                    ~ /a/c              ~ /b/c
			^/a                     ~ /b                    ~ /ac               ~ /bc
			/a                      ~ /b                    ~ /x/a/y            ~ /x/b/y
			/a/(.*)                 ~ /b/$1                 ~ /a/1/2            ~ /b/1/2
			/a/(.*)                 ~ /b/$1                 ~ /x/a/1/2          ~ /x/b/1/2
			/a/(.*)                 ~ https://b.com/$1      ~ /a/1              ~ https://b.com/1
			/a/(.*)                 ~ https://b.com/$1      ~ /x/a/1            ~ -
			\\.htm$                 ~ .html                 ~ /a/b.htm          ~ /a/b.html
			\\.htm$                 ~ .html                 ~ /a/b.htm/c        ~ -
			^/(\\d+)-(\\w+)$        ~ /$2/$1                ~ /7-tea            ~ /tea/7
			^/(\\d+)                ~ /n/$1                 ~ /7x               ~ /n/7x
			^/(a|b)$                ~ /$1                   ~ /b                ~ -
			^/(a|b)$                ~ /c/$1                 ~ /b                ~ /c/b
			^/a$|^/b$               ~ /c                    ~ /b                ~ /c
			^/a|^/b                 ~ /c                    ~ /b/d              ~ /c/d
			^(/.*)\\.htm$           ~ $1.html               ~ /a/b.htm          ~ /a/b.html
			^(.*)/index\\.html$     ~ https://b.com$1       ~ /a/index.html     ~ https://b.com/a
			^(.*)$                  ~ https://b.com$1       ~ /a/b              ~ https://b.com/a/b
			^/(.*)$                 ~ https://b.com/$1      ~ /a/b              ~ https://b.com/a/b
			^/old(/.*)?$            ~ /new$1                ~ /old              ~ /new
			^/old(/.*)?$            ~ /new$1                ~ /old/a            ~ /new/a
			^/old(/.*)?$            ~ /new$1                ~ /older            ~ -
			^/a$                    ~ %{context-path}/b     ~ /a                ~ /b
			^/a$                    ~ /b%20c                ~ /a                ~ /b%20c
			^/a/(.*)$               ~ /b?q=$1               ~ /a/1&2            ~ /b?q=1%262
			^/a/(.*)$               ~ /b#$1                 ~ /a/1              ~ /b#1
			^/(.*)$                 ~ /${lower:$1}          ~ /TEA              ~ /tea
			/.*                     ~ /b                    ~ /x/y              ~ /b
			""")
	void aRedirectAnswersAsInTuckey(String from, String to, String request, String location) {
		RuleSet rules = rules("<rule><from>" + from + "</from><to type='permanent-redirect' last='true'>"
				+ to.replace("&", "&amp;") + "</to></rule>");
		if (location == null) {
			assertThat(rules).on(request).passes();
		}
		else {
			assertThat(rules).on(request).redirectsTo(location, 301);
		}
	}

	@ParameterizedTest(name = "{0} to {1}: {2}")
	@CsvSource(delimiter = '~', nullValues = "-", textBlock = """
			/a/*                    ~ /b/$1                 ~ /a/1              ~ /b/1
			/a/*                    ~ /b/$1                 ~ /a/1/2            ~ -
			/a/*                    ~ /b/$1                 ~ /A/1              ~ -
			/a/**                   ~ /b/$1                 ~ /a/1/2            ~ /b/1/2
			/a/**                   ~ /b/$1                 ~ /x/a/1            ~ -
			/a/*/c/**               ~ /b/$2/$1              ~ /a/1/c/2/3        ~ /b/2/3/1
			/a.c                    ~ /b                    ~ /abc              ~ -
			/a\\*                   ~ /b                    ~ /a*               ~ /b
			**                      ~ https://b.com$1       ~ /a/b              ~ https://b.com/a/b
			""")
	void aWildcardMatchesTheWholeAndWithCase(String from, String to, String request, String location) {
		RuleSet rules = rules("<rule match-type='wildcard'><from>" + from + "</from><to type='redirect' last='true'>"
				+ to + "</to></rule>");
		if (location == null) {
			assertThat(rules).on(request).passes();
		}
		else {
			assertThat(rules).on(request).redirectsTo(location, 302);
		}
	}

	@Test
	void theQueryOfAForwardStaysAndThatOfARedirectDoesNot() {
		RuleSet rules = rules("""
				<rule><from>^/a$</from><to>/a.jsp?id=1</to></rule>
				<rule><from>^/b$</from><to type='redirect'>/b.jsp?id=1</to></rule>
				<rule><from>^/c$</from><to type='redirect' qsappend='true'>/c.jsp?id=1</to></rule>
				""");
		assertThat(rules).on("/a?x=1").rewritesTo("/a.jsp?id=1&x=1");
		assertThat(rules).on("/b?x=1").redirectsTo("/b.jsp?id=1", 302);
		assertThat(rules).on("/c?x=1").redirectsTo("/c.jsp?id=1&x=1", 302);
	}

	@Test
	void aHeaderThatIsNotThereIsEmpty() {
		RuleSet rules = rules("""
				<rule>
				  <condition name='x-a'>^$</condition>
				  <from>^/a$</from><to type='redirect'>/none</to>
				</rule>
				<rule>
				  <condition name='x-a' operator='notequal'>^$</condition>
				  <from>^/a$</from><to type='redirect'>/some</to>
				</rule>
				""");
		assertThat(rules).on("/a").redirectsTo("/none");
		assertThat(rules).on("/a").withHeader("X-A", "").redirectsTo("/none");
		assertThat(rules).on("/a").withHeader("X-A", "1").redirectsTo("/some");
	}

	@Test
	void aConditionIsJoinedToAllThatStandsBefore() {
		RuleSet rules = rules("""
				<rule>
				  <condition name='x-a' next='or'>1</condition>
				  <condition name='x-b'>1</condition>
				  <condition name='x-c'>1</condition>
				  <from>^/a$</from><to type='redirect'>/b</to>
				</rule>
				""");
		assertThat(rules).on("/a").withHeader("X-A", "1").passes();
		assertThat(rules).on("/a").withHeader("X-A", "1").withHeader("X-C", "1").redirectsTo("/b");
		assertThat(rules).on("/a").withHeader("X-B", "1").withHeader("X-C", "1").redirectsTo("/b");
	}

	@Test
	void aSchemeIsSearchedFor() {
		RuleSet rules = rules("""
				<rule>
				  <condition type='scheme' operator='notequal'>https</condition>
				  <from>^/a$</from><to type='redirect'>https://b.com/a</to>
				</rule>
				<rule>
				  <condition type='scheme'>http</condition>
				  <from>^/c$</from><to type='redirect'>/d</to>
				</rule>
				""");
		assertThat(rules).on("http://a.com/a").redirectsTo("https://b.com/a");
		assertThat(rules).on("https://a.com/a").passes();
		assertThat(rules).on("https://a.com/c").redirectsTo("/d");
	}

	@Test
	void aRuleThatIsNotLastIsTakenIfNoneGoesOnWithItsTarget() {
		RuleSet rules = rules("""
				<rule><from>^/old/(.*)$</from><to type='redirect'>/new/$1</to></rule>
				<rule><from>^/older$</from><to type='redirect'>/newer</to></rule>
				<rule><from>/tea/(.*)</from><to type='redirect'>/coffee/$1</to></rule>
				""");
		assertThat(rules).on("/old/1").redirectsTo("/new/1");
		assertThat(rules).on("/older").redirectsTo("/newer");
	}

	@Test
	void aRuleThatAnotherGoesOnWithIsRefused() {
		ImportResult result = read("""
				<rule><from>^/a$</from><to>/b</to></rule>
				<rule><from>^/B$</from><to type='redirect'>/c</to></rule>
				""");
		assertThat(result.refused()).isEqualTo(1);
		assertThat(result.problems().get(0).origin().line()).isEqualTo(2);
		assertThat(result.problems().get(0).toString()).contains("line 3");
	}

	@Test
	void theRestIsNoGroup() {
		ImportResult result = read("<rule><from>^/a</from><to type='redirect' last='true'>/b/$1</to></rule>");
		assertThat(result.refused()).isEqualTo(1);
	}

	@Test
	void thousandsOfRulesTakeNoTime() {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < 3_000; i++) {
			text.append(
					"<rule><from>^/old-%1$d/(.*)$</from><to type='redirect'>/new/%1$d/$1</to></rule>\n".formatted(i));
		}
		assertThat(read(text.toString()).translated()).isEqualTo(3_000);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '~', textBlock = """
			<urlrewrite>;<rule>;</urlrewrite> ~ 3
			<urlrewrite>;<rule enabled=true/>;</urlrewrite> ~ 2
			<urlrewrite/>;<urlrewrite/> ~ 2
			<a>;</a> ~ 1
			RewriteRule ~ 1
			""")
	void whatIsNoXmlIsOneProblem(String text, int line) {
		ImportResult result = ImportFormat.TUCKEY.read(text.replace(';', '\n'), "text", RuleSettings.DEFAULT);
		assertThat(result.directives()).isZero();
		assertThat(result.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo("bad-xml");
			assertThat(problem.origin().line()).isEqualTo(line);
		});
	}

	@Test
	void elementsThatAreNestedTooDeepAreAProblem() {
		ImportResult result = read("<a>".repeat(100_000) + "</a>".repeat(100_000));
		assertThat(result.problems()).extracting(Problem::code).containsExactly("bad-xml");
	}

	private static RuleSet rules(String rules) {
		return ImportedRules.of(ImportFormat.TUCKEY, "<urlrewrite>\n" + rules + "</urlrewrite>");
	}

	private static ImportResult read(String rules) {
		return ImportFormat.TUCKEY.read("<urlrewrite>\n" + rules + "</urlrewrite>", "text", RuleSettings.DEFAULT);
	}

}
